import { Instant } from '../model.ts'
import type { Day } from '../model.ts'
import type { CheckIn, CheckInPlan, CheckInResult, SafeContact } from './model.ts'

const hour = 3_600_000

/** What was agreed with one person, and everything that came of it. */
export interface CheckIns {
  /** `null` when no check-ins are agreed. */
  readonly plan: CheckInPlan | null
  /** The results of this person, in the order of recording. */
  readonly results: readonly CheckIn[]
}

/**
 * Where check-ins stand. `none`: nothing is agreed. `waiting`: not due yet. `due`: the hour has come and the time
 * allowed after it has not passed. `missed`: so many in a row, at least 1. `distress`: the last word was one of distress.
 */
export type CheckInTrack =
  { readonly is: 'none' | 'waiting' | 'due' | 'distress' } | { readonly is: 'missed'; readonly times: number }

/** Where check-ins with one person stand at `now`. Once missed, only "reached" ends it: time alone adds. */
export function checkInTrack({ plan, results }: CheckIns, now: Instant): CheckInTrack {
  if (plan === null) return { is: 'none' }
  const since = results.slice(results.findLastIndex(({ result }) => result === 'reached') + 1)
  if (since.at(-1)?.result === 'distress') return { is: 'distress' }
  const times = Math.max(passed(plan, now), since.some(({ result }) => result === 'missed') ? 1 : 0)
  if (times > 0) return { is: 'missed', times }
  return now >= plan.nextDue ? { is: 'due' } : { is: 'waiting' }
}

/** How many check-ins went by without a word, each with the time allowed after it. */
function passed({ nextDue, graceHours, everyHours }: CheckInPlan, now: Instant): number {
  const late = Date.parse(now) - Date.parse(nextDue) - graceHours * hour
  return late <= 0 ? 0 : Math.ceil(late / (everyHours * hour))
}

/** When the next check-in is due after a result: only "reached" moves it on. */
export function nextDueAfter(
  plan: CheckInPlan,
  { result, now }: { result: CheckInResult; now: Instant },
): Instant {
  if (result !== 'reached') return plan.nextDue
  return Instant.parse(new Date(Date.parse(now) + plan.everyHours * hour).toISOString())
}

/** A step of the ladder. */
export type Rung = 'first' | 'second' | 'third'

/** The step to take now: as many as were missed, and never past the last that was agreed. Distress begins at the first. */
export function rungNow(plan: Pick<CheckInPlan, Rung>, track: CheckInTrack): Rung | null {
  if (track.is === 'distress') return 'first'
  if (track.is !== 'missed') return null
  if (track.times >= 3 && plan.third !== '') return 'third'
  return track.times >= 2 && plan.second !== '' ? 'second' : 'first'
}

/**
 * Whether contact is lost: more check-ins went by than steps were agreed, so even the last step brought no word. What
 * follows is for an officer to decide; a case may be held for it (6.1).
 */
export function contactIsLost(plan: Pick<CheckInPlan, Rung>, track: CheckInTrack): boolean {
  const last = plan.third !== '' ? 3 : plan.second !== '' ? 2 : 1
  return track.is === 'missed' && track.times > last
}

/**
 * Why new check-ins cannot be agreed, or `null`. One that was missed and not yet recorded must not vanish in a new
 * agreement, and the first of the new ones lies ahead.
 */
export function refusalForCheckIns(
  checkIns: CheckIns,
  { nextDue, now }: { readonly nextDue: Instant; readonly now: Instant },
): 'plan/check-in-missed' | 'plan/check-in-past' | null {
  const track = checkInTrack(checkIns, now)
  if (track.is === 'missed' || track.is === 'distress') return 'plan/check-in-missed'
  return nextDue <= now ? 'plan/check-in-past' : null
}

/** The last day the person was surely well: as noted on the card, or the last check-in that reached them. */
export function lastProof(
  card: Pick<SafeContact, 'lastProofOn'> | null,
  results: readonly CheckIn[],
): Day | null {
  const reached = results.findLast(({ result }) => result === 'reached')
  const day = reached ? (reached.recordedAt.slice(0, 10) as Day) : null
  const noted = card?.lastProofOn ?? null
  return noted !== null && (day === null || noted > day) ? noted : day
}
