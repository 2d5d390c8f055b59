import type { Timed } from '../case/timed.ts'
import { momentsOf } from '../lines/moments.ts'
import type { Moments } from '../lines/moments.ts'
import { numberOf } from '../lines/time.ts'

/**
 * Every moment and day at which time alone can change how a case stands in a report: a "yes" runs out, what it waits for has
 * come, contact is lost.
 */
export function reportMoments({ consents, protection }: Pick<Timed, 'consents' | 'protection'>): Moments {
  const { instants, days } = momentsOf({ persons: [], risks: [], consents, protection })
  const waits = consents.flatMap(({ conditions }) =>
    conditions.flatMap(({ after }) => (after === null ? [] : [numberOf(after) + 1])),
  )
  return { instants, days: [...days, ...waits].toSorted((a, b) => a - b) }
}
