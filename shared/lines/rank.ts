import { CaseState } from '../case/course.ts'
import type { CaseLine } from '../case/model.ts'

/** Each in the order of a list that is read from the top: most pressing first. What is not there comes last. */
const orders = {
  state: CaseState.options,
  danger: ['imminent', 'possible', 'unknown', 'none'],
  band: ['critical', 'high', 'medium', 'low', null],
  consent: ['ended', 'due', 'none', 'sought', 'partial', 'given'],
  risk: ['overdue', 'none', 'due', 'current'],
  waiting: ['decided', 'brief-sent', null],
} as const satisfies { readonly [C in Ranked]: readonly CaseLine[C][] }

const orderOf = <C extends Ranked>(column: C): readonly CaseLine[C][] =>
  (orders as { readonly [K in Ranked]: readonly CaseLine[K][] })[column]

/** What of a line is one of a few words. */
export type Ranked = 'state' | 'danger' | 'band' | 'consent' | 'risk' | 'waiting'

/** The place of a word in the order of its column, from 0. */
export const rankIn = <C extends Ranked>(column: C, word: CaseLine[C]): number =>
  orderOf(column).indexOf(word)

/** The word at a place. @throws Error when there is none: a line that this program did not make. */
export function wordAt<C extends Ranked>(column: C, rank: number): CaseLine[C] {
  const word = orderOf(column)[rank]
  if (word === undefined) throw new Error('a rank without a word')
  return word
}
