import { Day, type Instant } from '../model.ts'
import type { ClockFlag } from './model.ts'

/** How far after the entry before it an entry may be before its time is flagged, in days. */
export const farAheadDays = 366

const dayMs = 86_400_000

/**
 * What is odd about the time of an entry, or `null`.
 *
 * @param before when the entry before it was made; `null` for the first.
 */
export function clockFlag(before: Instant | null, at: Instant): ClockFlag | null {
  if (before === null) return null
  if (at < before) return 'back'
  if (at.slice(0, 4) === before.slice(0, 4)) return null
  return Date.parse(at) - Date.parse(before) > farAheadDays * dayMs ? 'ahead' : null
}

/** The time rules go by. */
interface RuleTime {
  readonly now: Instant
  readonly today: Day
}

/**
 * The time rules go by: that of the clock, but never before the latest time in the record. With a clock set back, what has
 * run out stays run out (ADR 0034).
 *
 * @param floor the latest time in the record since somebody last confirmed the clock; empty when there is none.
 */
export function ruleTime(clock: RuleTime, floor: string): RuleTime {
  if (floor <= clock.now) return clock
  const day = Day.parse(floor.slice(0, 10))
  return { now: floor as Instant, today: day > clock.today ? day : clock.today }
}
