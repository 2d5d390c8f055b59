import type { Basis } from '../vocabulary/list.ts'

/** How a clock is counted. Working days leave out the weekend; months are months of the calendar. */
export type ClockUnit = 'hours' | 'days' | 'working-days' | 'months'

/** One clock as it comes: how it is counted, how long, what else an office may choose, and what it rests on. */
export interface ClockDefault {
  readonly unit: ClockUnit
  readonly usual: number
  /** Everything it may be set to, shortest first. */
  readonly choices: readonly number[]
  readonly basis: Basis
}

const clock = (unit: ClockUnit, usual: number, choices: readonly number[], basis: Basis = 'I') =>
  ({ unit, usual, choices, basis }) satisfies ClockDefault

/**
 * The clocks a vault begins with, in the order of the screen. All of them are Vigil's own proposal.
 *
 * Clocks that say when something protective runs out (risk, what is held without consent, consent, the case, what is
 * kept after closure) can be made shorter and never longer.
 */
export const clockDefaults = {
  contactUrgent: clock('hours', 24, [1, 2, 4, 8, 12, 24]),
  contact: clock('hours', 72, [12, 24, 36, 48, 72, 96, 120]),
  triageUrgent: clock('hours', 24, [4, 8, 12, 24]),
  triage: clock('working-days', 3, [1, 2, 3, 5, 10]),
  minimalReview: clock('days', 7, [1, 2, 3, 5, 7]),
  consentCheck: clock('days', 10, [3, 5, 7, 10, 14, 21]),
  consentReview: clock('months', 6, [1, 2, 3, 4, 6]),
  riskCritical: clock('hours', 24, [4, 8, 12, 24]),
  riskHigh: clock('days', 3, [1, 2, 3]),
  riskMedium: clock('days', 14, [5, 7, 10, 14]),
  riskLow: clock('days', 30, [14, 21, 30]),
  followUpFirst: clock('days', 14, [3, 5, 7, 10, 14, 21]),
  followUpSecond: clock('days', 30, [21, 30, 45, 60]),
  noReply: clock('days', 60, [14, 30, 45, 60, 90]),
  caseReview: clock('days', 90, [14, 30, 60, 90]),
  retentionReview: clock('months', 12, [1, 3, 6, 12]),
} as const satisfies Readonly<Record<string, ClockDefault>>
