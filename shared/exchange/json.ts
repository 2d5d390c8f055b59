import { Refused } from '../refusal.ts'
import type { Utf8 } from './tools.ts'

const deepest = 32

/** JSON as packages carry it: two spaces, one line feed at the end, UTF-8. The same value gives the same bytes. */
export const jsonBytes = (value: unknown, utf8: Utf8): Uint8Array =>
  utf8.encode(`${JSON.stringify(value, null, 2)}\n`)

const signs = { quote: 34, opens: [91, 123], closes: [93, 125], escape: 92 }

/** @param level how deep the text begins */
function isTooDeep(text: string, level: number): boolean {
  const [list, object] = signs.opens
  const [listEnd, objectEnd] = signs.closes
  let inText = false
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i)
    if (inText && sign === signs.escape) i++
    else if (sign === signs.quote) inText = !inText
    else if (!inText && (sign === list || sign === object) && ++level > deepest) return true
    else if (!inText && (sign === listEnd || sign === objectEnd)) level--
  }
  return false
}

/** Only half a pair of surrogates is ever spelled so where texts are written in one way. */
const mayHaveHalves = (text: string): boolean => text.includes('\\ud')

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, inside]) => key.isWellFormed() && isWellFormed(inside))
}

/**
 * The value in JSON that `jsonBytes` wrote.
 *
 * The text must be exactly what `jsonBytes` would write for the value it holds. That one rule refuses keys written twice,
 * numbers that would be rounded, invalid UTF-8, and two texts for one value. At most 32 levels deep.
 *
 * @throws Refused `exchange/damaged`.
 */
export function valueOfJson(bytes: Uint8Array, utf8: Utf8): unknown {
  try {
    const text = utf8.decode(bytes)
    const value = valueOf(text, { level: 0, write: whole => `${JSON.stringify(whole, null, 2)}\n` })
    if (value !== undefined) return value
  } catch {
    // Every way to be wrong has the same name below.
  }
  throw new Refused('exchange/damaged')
}

interface Spelling {
  /** How deep the text begins. */
  readonly level: number
  readonly write: (value: unknown) => string
}

/** The value a text was written for; `undefined` where it would be written otherwise. @throws Error */
function valueOf(text: string, { level, write }: Spelling): unknown {
  if (isTooDeep(text, level)) return undefined
  const value: unknown = JSON.parse(text)
  const isWhole = !mayHaveHalves(text) || isWellFormed(value)
  return isWhole && write(value) === text ? value : undefined
}

/** What stands around the one thing in a list in a list. */
const around = '[\n  [\n'.length

/** One thing of a list that is a field of the whole, as `jsonBytes` writes it there, without a comma. */
export const itemText = (item: unknown): string => JSON.stringify([[item]], null, 2).slice(around, -around)

/** The value of what `itemText` wrote. @throws Refused `exchange/damaged` */
export function valueOfItem(bytes: Uint8Array, utf8: Utf8): unknown {
  try {
    const value = valueOf(utf8.decode(bytes), { level: 2, write: itemText })
    if (value !== undefined) return value
  } catch {
    // Every way to be wrong has the same name below.
  }
  throw new Refused('exchange/damaged')
}
