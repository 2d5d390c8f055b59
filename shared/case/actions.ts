import { mayAnswer } from '../action/ledger.ts'
import type { ActionLine } from '../action/model.ts'
import { isPast, isYes, latest } from '../consent/rules.ts'
import type { Day, Instant } from '../model.ts'
import { urgentActions } from '../plan/measure.ts'
import { runsOut } from './clocks.ts'
import type { Clocks } from './clockModel.ts'
import type { Due } from './due.ts'
import type { NextStep, PartStatus } from './model.ts'
import type { CaseContent } from './rules.ts'

/** What an action asks for by a time; whether that time has passed is judged with everything else that is due. */
export type ActionDue = Pick<Due, 'kind' | 'item' | 'label' | 'owner' | 'since' | 'at' | 'on'> & {
  readonly part: 'actions'
}

/** Planned or sent, and nobody said how it ended (G6). */
export const isOpen = ({ ended }: Pick<ActionLine, 'ended'>): boolean => ended === null

/** Actions that still stand against closing, in the order of the ledger. */
export const openActions = (actions: readonly ActionLine[]): ActionLine[] => actions.filter(isOpen)

/** Whether it went out, however it ended since. */
export const wasSent = ({ sentAt }: Pick<ActionLine, 'sentAt'>): boolean => sentAt !== null

/** Letters and talks that went to the State concerned: how it answered them must be assessed before closing. */
export const toState = (actions: readonly ActionLine[]): ActionLine[] =>
  actions.filter(action => wasSent(action) && action.ended !== 'failed' && speaksToState(action))

const statePurposes: readonly ActionLine['purpose'][] = [
  'bilateral_with_state_with_name',
  'bilateral_with_state_without_name',
  'letter_to_state_named',
  'letter_to_state_unnamed',
]

/** Sent to the State itself, or through others who write to it. */
const speaksToState = ({ recipient, purpose }: ActionLine) =>
  recipient === 'member_state_concerned' || statePurposes.includes(purpose)

/** Whether an answer came of which nobody has said how far it meets what was asked. */
export const wantsAdequacy = ({ lastReply, adequacy }: Pick<ActionLine, 'lastReply' | 'adequacy'>): boolean =>
  lastReply !== null && adequacy === null

/** Whether it is one of the urgent measures, planned, and nobody sees to it. */
const nobodySeesTo = ({ stage, kind, owner }: ActionLine) =>
  stage === 'planned' && urgentActions.includes(kind) && owner === ''

/**
 * What the actions of one case ask for by a time (6.4): in time, an answer, its assessment, and what came of it for the
 * person after the first and the second follow-up clock. Entries that tell what came of it count, the first one for
 * the first clock.
 */
export function actionDues(actions: readonly ActionLine[], clocks: Clocks): ActionDue[] {
  return actions.flatMap(action => [
    ...plannedDues(action),
    ...answerDues(action, clocks),
    ...adequacyDues(action, clocks),
    ...followUpDues(action, clocks),
  ])
}

const bare = (action: ActionLine, due: Pick<ActionDue, 'kind'> & Partial<ActionDue>): ActionDue => ({
  part: 'actions',
  item: action.id,
  label: action.label,
  owner: action.owner === '' ? null : action.owner,
  since: null,
  at: null,
  on: null,
  ...due,
})

function plannedDues(action: ActionLine): ActionDue[] {
  if (action.stage !== 'planned') return []
  const { startedAt, deadline } = action
  return [
    ...(nobodySeesTo(action)
      ? [bare(action, { kind: 'action-owner', since: startedAt, at: startedAt })]
      : []),
    ...(deadline === null ? [] : [bare(action, { kind: 'action-deadline', since: startedAt, on: deadline })]),
  ]
}

/** Until an answer comes, from whom one may come, or the action is ended; a reminder on or after the day it was wanted by begins the wait anew. */
function answerDues(action: ActionLine, clocks: Clocks): ActionDue[] {
  const { stage, sentAt, answerBy, reminders } = action
  if (stage !== 'sent' || sentAt === null || (answerBy === null && !mayAnswer(action))) return []
  const reminded = reminders.at(-1)
  const wanted = answerBy ?? dayOf(runsOut('noReply', sentAt, clocks))
  if (reminded !== undefined && reminded >= wanted) {
    const since = startOf(reminded)
    return [bare(action, { kind: 'action-reminded', since, at: runsOut('noReply', since, clocks) })]
  }
  const time = answerBy === null ? { at: runsOut('noReply', sentAt, clocks) } : { on: answerBy }
  return [bare(action, { kind: 'action-answer', since: sentAt, ...time })]
}

const dayOf = (moment: Instant): Day => moment.slice(0, 10) as Day
const startOf = (day: Day): Instant => `${day}T00:00:00.000Z` as Instant

function adequacyDues(action: ActionLine, clocks: Clocks): ActionDue[] {
  const { lastReply, ended } = action
  if (!lastReply || !wantsAdequacy(action) || ended === 'failed') return []
  const since = lastReply.recordedAt
  return [bare(action, { kind: 'action-adequacy', since, at: runsOut('followUpFirst', since, clocks) })]
}

function followUpDues(action: ActionLine, clocks: Clocks): ActionDue[] {
  const { sentAt, lookedAt, ended } = action
  if (sentAt === null || ended === 'failed' || ended === 'cancelled') return []
  const clock = (['followUpFirst', 'followUpSecond'] as const)[lookedAt.length]
  if (!clock) return []
  return [bare(action, { kind: 'action-follow-up', since: sentAt, at: runsOut(clock, sentAt, clocks) })]
}

/** What the rules of actions look at. */
type Acting = Pick<CaseContent, 'case' | 'persons' | 'protection' | 'actions' | 'consents' | 'today'>

/** Whether somebody a planned action is about has given no "yes" to its address that still stands. */
export function lacksConsent(
  { personIds, purpose, recipient, channel }: ActionLine,
  { consents, today }: Pick<Acting, 'consents' | 'today'>,
): boolean {
  const rows = latest(consents).filter(
    row =>
      isYes(row) &&
      !isPast(row, today) &&
      row.purpose === purpose &&
      row.recipient === recipient &&
      row.channel === channel,
  )
  return personIds.some(id => !rows.some(row => row.personId === id))
}

const planned = ({ actions }: Pick<Acting, 'actions'>) => actions.filter(({ stage }) => stage === 'planned')

/** How far the part "actions" is. @param overdue whether anything of it is overdue. */
export function actionsStatus(content: Acting, overdue: boolean): PartStatus['status'] {
  const { actions } = content
  const open = openActions(actions)
  if (actions.length === 0) return 'not-started'
  if (overdue) return 'overdue'
  if (open.length === 0) return actions.some(wantsAdequacy) ? 'in-progress' : 'done'
  return open.every(action => action.stage === 'planned' && lacksConsent(action, content))
    ? 'blocked'
    : 'in-progress'
}

/**
 * What of actions cannot wait: an urgent measure nobody sees to, one that is late, and in imminent danger planning one
 * once the person has a plan and no urgent measure is under way.
 *
 * @param late kinds of due things of actions that are overdue.
 */
export function urgentActionSteps(content: Acting, late: readonly Due['kind'][]): NextStep[] {
  const { case: file, persons, protection, actions } = content
  const underWay = actions.some(
    ({ kind, ended }) => urgentActions.includes(kind) && ended !== 'cancelled' && ended !== 'failed',
  )
  const asks = file.danger === 'imminent' && persons.length > 0 && protection.plans.length > 0 && !underWay
  return [
    ...(asks ? [step('plan-urgent-action', true)] : []),
    ...(planned(content).some(nobodySeesTo) ? [step('name-action-owner', true)] : []),
    ...(late.includes('action-deadline') ? [step('action-late', true)] : []),
  ]
}

/** What actions ask for besides, most pressing first. @param late as above. */
export function actionSteps(content: Acting, late: readonly Due['kind'][]): NextStep[] {
  const { actions } = content
  const steps: (NextStep | false)[] = [
    planned(content).some(({ approved }) => approved) && step('do-approved-action'),
    planned(content).some(action => lacksConsent(action, content)) && {
      ...step('ask-action-consent'),
      part: 'consent',
    },
    (late.includes('action-answer') || late.includes('action-reminded')) && step('record-reply'),
    actions.some(wantsAdequacy) && step('assess-adequacy'),
    late.includes('action-follow-up') && step('ask-what-came'),
  ]
  return steps.filter(one => one !== false)
}

const step = (name: string, urgent = false): NextStep => ({ step: name, part: 'actions', urgent })
