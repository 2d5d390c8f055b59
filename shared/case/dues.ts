import { openTasks } from '../consent/followUp.ts'
import type { Horizon } from '../lines/model.ts'
import type { Day, Instant } from '../model.ts'
import { checkInTrack, contactIsLost } from '../plan/checkIn.ts'
import { overtakenBy, situationOf } from '../risk/rules.ts'
import { actionDues } from './actions.ts'
import { runsOut } from './clocks.ts'
import type { Clocks } from './clockModel.ts'
import { consentChecks, consentReviews, minimalReview } from './consentDues.ts'
import type { Due } from './due.ts'
import { due, endOf, marksOf } from './timed.ts'
import type { Bare, Judged, Timed } from './timed.ts'

/** Work goes on: neither stopped for safety nor at its end. */
const working: readonly string[] = ['draft', 'intake', 'triage', 'open', 'follow_up', 'closure_proposed']
const early: readonly string[] = ['draft', 'intake', 'triage']
/** Nothing is done on these any more but keeping, and asking whether to keep. */
const ended: readonly string[] = ['out_of_scope', 'referred', 'closed']

/**
 * Everything that is to be done on one case by a time, the earliest first: clocks of the vault, days the persons or
 * the officers set, and assessments that an event made old. Pure.
 *
 * Nobody is asked to contact a person who cannot be reached safely.
 */
export function dues(content: Timed, clocks: Clocks): Due[] {
  const judged = { ...content, clocks }
  const { state } = content.case
  const all = [
    ...(ended.includes(state) ? [] : [...checkInDues(judged), ...planReviews(judged), ...riskDues(judged)]),
    ...holdReview(judged),
    ...(working.includes(state) ? contactDue(judged) : []),
    ...(early.includes(state) ? triageDue(judged) : []),
    ...(working.includes(state) ? consentChecks(judged) : []),
    ...minimalReview(judged),
    ...(ended.includes(state) ? [] : consentReviews(judged)),
    ...asksToStop(judged),
    ...briefDues(judged),
    ...(ended.includes(state) ? [] : actionDues(judged.actions, clocks).map(one => due(judged, one))),
    ...(ended.includes(state) ? [] : caseReview(judged)),
    retentionReview(judged),
  ]
  return all.toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : endOf(a) > endOf(b) ? 1 : 0))
}

const atOnce: readonly string[] = [
  'check-in-distress',
  'contact-lost',
  'check-in-missed',
  'risk-event',
  'action-owner',
]

/** Whether it may mean harm today: it comes before what has waited longer. */
export const isAtOnce = (kind: Due['kind']): boolean => atOnce.includes(kind)

/** For putting what is overdue in order: what may mean harm today first, then what has waited longest. */
export const byPress = (a: Due, b: Due): number =>
  Number(isAtOnce(b.kind)) - Number(isAtOnce(a.kind)) || (endOf(a) < endOf(b) ? -1 : 1)

const week = 7 * 24 * 3_600_000

/**
 * How soon a due thing is: overdue, before this day ends, within the seven days after it, or later.
 *
 * @param dayOf the day of a moment where this machine stands.
 */
export function horizonOf(
  { overdue, at, on }: Due,
  { today, dayOf }: { readonly today: Day; dayOf(at: Instant): Day },
): Horizon {
  if (overdue) return 'overdue'
  const day = at === null ? on : dayOf(at)
  if (day === null || day <= today) return 'today'
  return Date.parse(day) - Date.parse(today) <= week ? 'week' : 'later'
}

/** Marked as urgent, or danger is said to be imminent. */
const isUrgent = ({ case: file, course }: Judged) => file.danger === 'imminent' || course.urgent !== null

/** The agreed check-ins, each with one person. */
function checkInDues(judged: Judged): Due[] {
  const { checkInPlans, checkIns } = judged.protection
  return checkInPlans.map(plan => {
    const results = checkIns.filter(({ personId }) => personId === plan.id)
    const track = checkInTrack({ plan, results }, judged.now)
    const { is } = track
    const about = { personId: plan.id, part: 'protection' } as const
    const word = results.findLast(({ result }) => result === 'distress')
    if (is === 'distress' && word)
      return due(judged, { ...about, kind: 'check-in-distress', at: word.recordedAt })
    const missed = contactIsLost(plan, track) ? 'contact-lost' : 'check-in-missed'
    return due(judged, { ...about, kind: is === 'missed' ? missed : 'check-in', at: plan.nextDue })
  })
}

const planReviews = (judged: Judged): Due[] =>
  judged.protection.plans
    .filter(({ reviewOn }) => reviewOn !== null)
    .map(({ id, reviewOn }) =>
      due(judged, { kind: 'plan-review', personId: id, part: 'protection', on: reviewOn }),
    )

/** Reviews by band, and what happened since; an assessment keeps the validity it was made with. */
function riskDues(judged: Judged): Due[] {
  return judged.persons.flatMap(({ id }): Due[] => {
    const last = situationOf(judged.risks, id)
    const event = overtakenBy(
      last,
      judged.events.filter(one => one.personId === id),
    )
    const about = { personId: id, part: 'risk' } as const
    if (event)
      return [due(judged, { ...about, kind: 'risk-event', since: event.recordedAt, at: event.recordedAt })]
    if (!last) return []
    return [due(judged, { ...about, kind: 'risk-review', since: last.assessedAt, at: last.validUntil })]
  })
}

/** A case that pauses for safety is looked at again on the day that was set. */
function holdReview(judged: Judged): Due[] {
  const { hold } = judged.course
  if (judged.case.state !== 'on_hold' || hold === null) return []
  return [due(judged, { kind: 'hold-review', part: null, since: hold.since, on: hold.reviewOn })]
}

/** Somebody who answered about consent has been reached. */
function contactDue(judged: Judged): Due[] {
  const { case: file, consents } = judged
  if (marksOf(judged, 'contacted').length > 0) return []
  if (consents.some(({ decision }) => decision !== 'not_asked')) return []
  const asked = 'value' in file.safeContact
  if (asked && 'value' in file.safeContact && file.safeContact.value === 'none') return []
  const since = file.startedAt
  const at = runsOut(isUrgent(judged) ? 'contactUrgent' : 'contact', since, judged.clocks)
  const bare: Bare = asked ? { kind: 'contact', part: 'dues' } : { kind: 'safe-contact', part: 'intake' }
  return [due(judged, { ...bare, since, at })]
}

function triageDue(judged: Judged): Due[] {
  const since = judged.case.startedAt
  const at = runsOut(isUrgent(judged) ? 'triageUrgent' : 'triage', since, judged.clocks)
  return [due(judged, { kind: 'triage', part: scopeAnswered(judged) ? null : 'scope', since, at })]
}

const scopeAnswered = ({ scope }: Judged) => scope !== null && scope.result.outcome !== 'incomplete'

/** Something was taken back: those who have it are still to be asked, in every state of the case, until it is done. */
function asksToStop(judged: Judged): Due[] {
  return openTasks(judged.followUps).map(task => {
    const answer = judged.consents.find(({ id }) => id === task.consentId)
    return due(judged, {
      kind: 'ask-to-stop',
      personId: answer?.personId ?? null,
      part: 'consent',
      item: `task-${task.id}`,
      owner: task.owner,
      since: task.madeAt,
      on: task.due,
    })
  })
}

/** A brief that is out wants an answer; a decision that came wants to be looked at twice. */
function briefDues(judged: Judged): Due[] {
  return judged.briefs.flatMap(({ id, state, sentAt, answerBy, reply }): Due[] => {
    const about = { part: 'brief', item: id } as const
    if (state === 'sent' && sentAt)
      return [
        due(judged, { ...about, kind: 'answer', since: sentAt, ...answerTime(judged, sentAt, answerBy) }),
      ]
    if (!reply || reply.decision === 'decline' || reply.decision === 'ask') return []
    const seen = marksOf(judged, 'followed-up').filter(mark => mark.about === id).length
    const clock = (['followUpFirst', 'followUpSecond'] as const)[seen]
    if (!clock) return []
    const at = runsOut(clock, reply.receivedAt, judged.clocks)
    return [due(judged, { kind: 'follow-up', part: 'dues', item: id, since: reply.receivedAt, at })]
  })
}

const answerTime = ({ clocks }: Judged, sentAt: Instant, answerBy: Day | null): Partial<Due> =>
  answerBy === null ? { at: runsOut('noReply', sentAt, clocks) } : { on: answerBy }

function caseReview(judged: Judged): Due[] {
  const since = marksOf(judged, 'case-reviewed').at(-1)?.recordedAt ?? judged.case.startedAt
  return [
    due(judged, {
      kind: 'case-review',
      part: 'dues',
      since,
      at: runsOut('caseReview', since, judged.clocks),
    }),
  ]
}

/** The day that was set for asking whether all this must still be kept; at its end, no later than the clock. */
function retentionReview(judged: Judged): Due {
  const { state, changedAt, retentionReviewOn } = judged.case
  const since = judged.course.closure?.approvedAt ?? changedAt
  const bare: Bare = { kind: 'retention-review', part: 'intake' }
  const at = runsOut('retentionReview', since, judged.clocks)
  return ended.includes(state) && at.localeCompare(retentionReviewOn) < 0
    ? due(judged, { ...bare, since, at })
    : due(judged, { ...bare, on: retentionReviewOn })
}
