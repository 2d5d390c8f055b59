import { Instant } from '../model.ts'
import type { Answered } from '../model.ts'
import { usualThresholds } from '../settings/thresholds.ts'
import type { Thresholds } from '../settings/thresholds.ts'
import { Band } from './model.ts'
import type { HarmCheckDraft, OwnView, RiskAssessment, RiskEvent } from './model.ts'

/**
 * The band of a risk by its score; usually 1–4 low, 5–9 medium, 10–14 high, 15–25 critical.
 * Danger to life or body (impact 5) that is at least possible is never below high, whatever the thresholds.
 *
 * @param likelihood 1 to 5. @param impact 1 to 5. @param set the thresholds of the vault.
 */
export function bandOf(likelihood: number, impact: number, set: Thresholds = usualThresholds): Band {
  const score = likelihood * impact
  if (score >= set.bandCritical) return 'critical'
  if (score >= set.bandHigh || (impact === 5 && likelihood >= 3)) return 'high'
  return score >= set.bandMedium ? 'medium' : 'low'
}

const rank = (band: Band) => Band.options.indexOf(band)

/** Whether our view and the person's lie so many bands apart that it must be said; usually two. An absent view differs from nothing. */
export function viewsDiffer(
  band: Band,
  ownView: Answered<OwnView>,
  set: Thresholds = usualThresholds,
): boolean {
  return 'value' in ownView && Math.abs(rank(band) - rank(ownView.value.band)) >= set.viewsDiffer
}

/** When an assessment made at `now` must be redone, so many hours later (`riskHours` of the vault's clocks). */
export function reassessBy(hours: number, now: Instant): Instant {
  return Instant.parse(new Date(Date.parse(now) + hours * 3_600_000).toISOString())
}

/** The newest assessment of one person's situation. */
export const situationOf = (risks: readonly RiskAssessment[], personId: string): RiskAssessment | null =>
  risks.findLast(risk => risk.personId === personId && risk.about === 'situation') ?? null

/**
 * What happened since an assessment and makes it old, or `null`. Which assessments an event overtakes is kept with it,
 * so that no clock is asked which came first.
 *
 * @param risk   the assessment; `null` when there is none, which every event overtakes.
 * @param events events of the same person, in the order of recording.
 */
export const overtakenBy = (risk: RiskAssessment | null, events: readonly RiskEvent[]): RiskEvent | null =>
  events.find(event => risk === null || event.overtakes.includes(risk.id)) ?? null

export type RiskTrack = 'none' | 'current' | 'due' | 'overdue'

/** What says whether an assessment may still be relied on. */
export interface RiskTime {
  /** What happened to the person, in the order of recording; events of others do no harm here. */
  readonly events: readonly RiskEvent[]
  readonly now: Instant
}

/**
 * Where an assessment stands: `due` in the last quarter of its time, `overdue` past it, and at once when something
 * happened since. It keeps the time it was made with, however long the clocks run today.
 *
 * @param latest the newest assessment of the person's situation, or `null` when there is none.
 */
export function riskTrack(latest: RiskAssessment | null, { events, now }: RiskTime): RiskTrack {
  if (latest === null) return 'none'
  if (now > latest.validUntil || overtakenBy(latest, events)) return 'overdue'
  const [made, end] = [Date.parse(latest.assessedAt), Date.parse(latest.validUntil)]
  return end - Date.parse(now) <= (end - made) / 4 ? 'due' : 'current'
}

/** The questions (1 to 12) whose "no" or "unknown" blocks unless a named person decides with a reason. */
export const blockingQuestions: readonly number[] = [1, 2, 3, 6, 8]

/** Questions, 1 to 12, that are not answered yet. */
export function unanswered(check: Pick<HarmCheckDraft, 'answers'>): number[] {
  return check.answers.flatMap((answer, index) => (answer === null ? [index + 1] : []))
}

/** Blocking questions answered "no" or "unknown" that nobody has decided on. */
export function undecided(check: Pick<HarmCheckDraft, 'answers' | 'decidedBy' | 'decisionReason'>): number[] {
  if (check.decidedBy !== '' && check.decisionReason !== '') return []
  return blockingQuestions.filter(question => {
    const answer = check.answers[question - 1]
    return answer !== undefined && answer !== null && answer.answer !== 'yes'
  })
}
