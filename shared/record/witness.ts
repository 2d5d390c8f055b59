import type { Instant } from '../model.ts'
import type { Sighting, Verdict } from './model.ts'

/** What a verdict looks at of the record. */
interface Seen {
  /** How many entries there are. */
  readonly entries: number
  /** The hash of the entry that was the last when the sighting was made; `null` when there is no such entry. */
  readonly headThen: string | null
  readonly restoredAt: Instant | null
}

/**
 * How a sighting stands to the record.
 *
 * That a copy was restored explains what was seen before that was recorded, and nothing that is seen afterwards.
 *
 * @param restoredAt when that was last recorded; `null` when it never was.
 */
export function verdictOf(sighting: Sighting, { entries, headThen, restoredAt }: Seen): Verdict {
  if (headThen === sighting.head) return 'fits'
  if (restoredAt !== null && sighting.at <= restoredAt) return 'explained'
  return sighting.entries > entries ? 'behind' : 'differs'
}

/** Whether somebody has to look at it. */
export const isAlarming = (verdict: Verdict): boolean => verdict === 'behind' || verdict === 'differs'

/** Crockford's letters: none that is mistaken for another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The six characters for an entry: the first 30 bits of its hash. @param head 64 hex digits */
export function codeOf(head: string): string {
  const bits = Number.parseInt(head.slice(0, 8), 16) >>> 2
  return Array.from({ length: 6 }, (_, at) => letters[(bits >>> (5 * (5 - at))) & 31]).join('')
}

const mistaken: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/**
 * The hashes a typed code stands for: from `from` up to but without `to`, as hex. `null` when it is no code.
 *
 * Small letters, spaces and dashes do not matter; O is read as 0, I and L as 1.
 */
export function hashesOf(typed: string): { readonly from: string; readonly to: string } | null {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').split('')
  const values = plain.map(letter => letters.indexOf(mistaken[letter] ?? letter))
  if (values.length !== 6 || values.includes(-1)) return null
  const bits = values.reduce((sum, value) => sum * 32 + value, 0)
  const hex = (number: number) => number.toString(16).padStart(8, '0')
  return { from: hex(bits * 4), to: bits === 2 ** 30 - 1 ? 'g' : hex(bits * 4 + 4) }
}
