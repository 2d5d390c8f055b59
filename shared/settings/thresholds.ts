import type { Basis } from '../vocabulary/list.ts'
import { z } from '../zod.ts'

/** What a threshold counts. Scores are likelihood × impact, 1 to 25; bands are steps from one band to another. */
type ThresholdUnit = 'months' | 'days' | 'score' | 'bands' | 'count'

/** One threshold as it comes: what it counts, where it usually lies, what it may be set to, and what it rests on. */
export interface ThresholdDefault {
  readonly unit: ThresholdUnit
  readonly usual: number
  /** Everything it may be set to, lowest first. */
  readonly choices: readonly number[]
  readonly basis: Basis
}

const threshold = (unit: ThresholdUnit, usual: number, choices: readonly number[]): ThresholdDefault => ({
  unit,
  usual,
  choices,
  basis: 'I',
})

/**
 * The thresholds a vault begins with, in the order of the screen. All of them are Vigil's own proposal.
 *
 * What protects can be made stricter and never looser: bands may begin lower and not higher, the person's own view may
 * count sooner and not later, a re-check may count for less time and not more, small counts may be hidden further and
 * not less.
 */
export const thresholdDefaults = {
  bandMedium: threshold('score', 5, [2, 3, 4, 5]),
  bandHigh: threshold('score', 10, [4, 5, 6, 8, 9, 10]),
  bandCritical: threshold('score', 15, [8, 9, 10, 12, 15]),
  viewsDiffer: threshold('bands', 2, [1, 2]),
  recheckDays: threshold('days', 14, [1, 2, 3, 5, 7, 10, 14]),
  daysToAsk: threshold('days', 3, [1, 2, 3, 5, 7]),
  quietMonths: threshold('months', 6, [3, 6, 9, 12, 18, 24]),
  answerDays: threshold('days', 60, [7, 14, 30, 45, 60, 90, 120]),
  smallestCount: threshold('count', 5, [5, 10, 15, 20]),
  smallestCountHighRisk: threshold('count', 10, [10, 15, 20, 30, 50]),
} as const satisfies Readonly<Record<string, ThresholdDefault>>

/** The name of a threshold. */
export type ThresholdId = keyof typeof thresholdDefaults
export const ThresholdId = z.enum(Object.keys(thresholdDefaults) as [ThresholdId, ...ThresholdId[]])

const isChoice = (id: ThresholdId, value: number) => thresholdDefaults[id].choices.includes(value)

/** Where every threshold of a vault lies, each in its own unit, out of what it may be set to. */
export const Thresholds = z
  .record(ThresholdId, z.int())
  .refine(set => ThresholdId.options.every(id => isChoice(id, set[id])), 'not-a-choice')
export type Thresholds = z.infer<typeof Thresholds>

/** The thresholds a vault begins with. */
export const usualThresholds = Object.fromEntries(
  ThresholdId.options.map(id => [id, thresholdDefaults[id].usual]),
) as Thresholds

/** Thresholds as kept, with the usual ones where a later program knows a threshold that was not set yet. */
export const withUsualThresholds = (kept: Partial<Thresholds>): Thresholds => ({
  ...usualThresholds,
  ...kept,
})

/** Whether a graver band begins above the lesser one, and what is hidden in a high-risk country is no less than elsewhere. */
export const areMonotone = (set: Thresholds): boolean =>
  set.bandMedium < set.bandHigh &&
  set.bandHigh < set.bandCritical &&
  set.smallestCount <= set.smallestCountHighRisk

/** One threshold that was moved. */
export const Moved = z.strictObject({ id: ThresholdId, from: z.int(), to: z.int() })
export type Moved = z.infer<typeof Moved>

/** The thresholds in which two settings differ, in the order of the screen. */
export const movedBetween = (before: Thresholds, after: Thresholds): Moved[] =>
  ThresholdId.options
    .filter(id => before[id] !== after[id])
    .map(id => ({ id, from: before[id], to: after[id] }))

/**
 * A count as it may be shown to others, or `null` when it is too small: then only "fewer than" the smallest may be said.
 * Nobody at all is a count like any other small one.
 */
export const shownCount = (
  count: number,
  highRisk: boolean,
  set: Thresholds = usualThresholds,
): number | null => (count >= (highRisk ? set.smallestCountHighRisk : set.smallestCount) ? count : null)
