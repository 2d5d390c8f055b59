import type { Day, Instant } from '../model.ts'

/** Milliseconds of a day. */
export const dayMs = 86_400_000

/** A moment as milliseconds since 1970. */
export const msOf = (at: Instant): number => Date.parse(at)

/** The moment of so many milliseconds since 1970. */
export const instantAt = (ms: number): Instant => new Date(ms).toISOString() as Instant

/** A day as the number of days since 1970. */
export const numberOf = (day: Day): number => Math.round(Date.parse(day) / dayMs)

/** The day of a number. */
export const dayAt = (number: number): Day => new Date(number * dayMs).toISOString().slice(0, 10) as Day

/** The time lines are judged by, as numbers: milliseconds, and days where this machine stands. */
export interface LineTime {
  readonly now: number
  readonly today: number
}

/** The time rules go by, as numbers. */
export const lineTime = (at: { readonly now: Instant; readonly today: Day }): LineTime => ({
  now: msOf(at.now),
  today: numberOf(at.today),
})
