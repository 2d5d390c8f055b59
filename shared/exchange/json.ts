import { Refused } from '../refusal.ts'
import { sameBytes } from './bytes.ts'
import type { Utf8 } from './tools.ts'

const deepest = 32

/** JSON as packages carry it: two spaces, one line feed at the end, UTF-8. The same value gives the same bytes. */
export const jsonBytes = (value: unknown, utf8: Utf8): Uint8Array =>
  utf8.encode(`${JSON.stringify(value, null, 2)}\n`)

function isTooDeep(text: string): boolean {
  let level = 0
  let inText = false
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (inText && sign === '\\') i++
    else if (sign === '"') inText = !inText
    else if (!inText && (sign === '[' || sign === '{') && ++level > deepest) return true
    else if (!inText && (sign === ']' || sign === '}')) level--
  }
  return false
}

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
    const value: unknown = isTooDeep(text) ? undefined : JSON.parse(text)
    if (value !== undefined && isWellFormed(value) && sameBytes(bytes, jsonBytes(value, utf8))) return value
  } catch {
    // Every way to be wrong has the same name below.
  }
  throw new Refused('exchange/damaged')
}
