import type { ReceivedContribution } from './model.ts'

type Placed = Pick<ReceivedContribution, 'colleagueId' | 'ordinal' | 'origin' | 'recordEntries' | 'sentAt'>

/** Whether one contribution was made after another. The length of a record says so where both are of one vault. */
export const isLater = (one: Placed, other: Placed): boolean =>
  one.origin === other.origin ? one.recordEntries > other.recordEntries : one.sentAt > other.sentAt

/** The newest contribution of the same sender for the same window, or `null`. */
export function newestOf<T extends Placed>(
  all: readonly T[],
  of: Pick<Placed, 'colleagueId' | 'ordinal'>,
): T | null {
  const own = all.filter(one => one.colleagueId === of.colleagueId && one.ordinal === of.ordinal)
  return own.reduce<T | null>((best, one) => (best === null || isLater(one, best) ? one : best), null)
}
