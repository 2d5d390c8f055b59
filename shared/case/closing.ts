import type { BriefSummary } from '../brief/model.ts'
import type { Day } from '../model.ts'
import { usualThresholds } from '../settings/thresholds.ts'
import type { Thresholds } from '../settings/thresholds.ts'
import { openActions, toState } from './actions.ts'
import { Criterion } from './course.ts'
import type { ClosureDraft, ClosureReason, CriterionAnswer } from './course.ts'
import type { CaseContent } from './rules.ts'

/** What of a case tells whether it may be closed. */
type Closable = Pick<CaseContent, 'persons' | 'acts' | 'consents' | 'briefs' | 'actions' | 'today'> & {
  /** The thresholds of the vault: how many months without an act count as quiet, how long an answer is waited for. */
  readonly thresholds?: Thresholds
}

/** What no closing goes without, whatever its reason (G6). */
export const alwaysNeeded: readonly Criterion[] = ['actions_finished', 'retention_decided']

const all = Criterion.options
const withAgreement: readonly Criterion[] = ['person_agrees', ...alwaysNeeded]

/**
 * Which criteria a closing needs, by its reason. `person_agrees` is also met when the person could not be reached after
 * everything that was agreed with them was tried.
 */
export const needed: Readonly<Record<ClosureReason, readonly Criterion[]>> = {
  resolved_safe: all,
  victim_request: withAgreement,
  contact_lost: withAgreement,
  out_of_scope: alwaysNeeded,
  duplicate: alwaysNeeded,
  merged: alwaysNeeded,
  transferred: withAgreement,
  victim_deceased: ['actions_finished', 'state_response', 'report_disposition', 'retention_decided'],
  unverifiable: withAgreement,
  other: all,
}

/** What the case itself knows of each criterion; nothing where only somebody can say. */
export function known(content: Closable): Partial<Record<Criterion, CriterionAnswer>> {
  return {
    ...(isRestless(content) ? { quiet: 'not_met' } : {}),
    ...(isUnfinished(content) ? { actions_finished: 'not_met' } : {}),
    ...stateResponse(content),
    retention_decided: retentionDecided(content) ? 'met' : 'not_met',
  }
}

/** How each criterion stands: as the case knows it, else as the officer says. */
export function standingOf(content: Closable, answers: ClosureDraft['answers']): ClosureDraft['answers'] {
  return { ...answers, ...known(content) }
}

/** Criteria a closing for this reason needs and that are not met, in their order. */
export function notMet(content: Closable, { reason, answers }: ClosureDraft): Criterion[] {
  const standing = standingOf(content, answers)
  return all.filter(criterion => needed[reason].includes(criterion) && standing[criterion] !== 'met')
}

/** Whether an act may have happened within the quiet months, as far as its date is known. */
const isRestless = ({ acts, today, thresholds = usualThresholds }: Closable) =>
  acts.some(({ when }) => when.to !== null && when.to > monthsBefore(today, thresholds.quietMonths))

/** The same day of an earlier month; the 31st of a short month becomes the day after its last, never an earlier one. */
function monthsBefore(day: Day, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - months, date)).toISOString().slice(0, 10)
}

/** Whether something is open that the case itself knows of (G6). What was begun and never left only somebody can judge. */
const isUnfinished = (content: Closable) =>
  openActions(content.actions).length > 0 || openBriefs(content).length > 0

/** Briefs that left and ask for something, while their answer may still come. */
export const openBriefs = ({
  briefs,
  today,
  thresholds = usualThresholds,
}: Pick<Closable, 'briefs' | 'today' | 'thresholds'>): BriefSummary[] =>
  briefs.filter(
    ({ state, asked, answerBy, sentAt }) =>
      state === 'sent' &&
      asked !== 'no_action' &&
      (answerBy ?? daysAfter(sentAt ?? today, thresholds.answerDays)) >= today,
  )

/** Known once something went to the State: then it is met when of each somebody said how far the answers meet it. */
function stateResponse({ actions }: Closable): Partial<Record<Criterion, CriterionAnswer>> {
  const letters = toState(actions)
  if (letters.length === 0) return {}
  return { state_response: letters.every(({ adequacy }) => adequacy !== null) ? 'met' : 'not_met' }
}

function daysAfter(moment: string, days: number): string {
  return new Date(Date.parse(moment) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Whether everybody harmed was asked if the file may be kept; any answer is a decision. */
const retentionDecided = ({ persons, consents }: Closable) =>
  persons
    .filter(({ parts }) => parts.includes('victim'))
    .every(({ id }) =>
      consents.some(
        ({ personId, purpose, decision }) =>
          personId === id && purpose === 'retention_after_closure' && decision !== 'not_asked',
      ),
    )
