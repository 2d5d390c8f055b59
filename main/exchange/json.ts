import { Refused } from '../../shared/refusal.ts'

const deepest = 32

/** JSON as packages carry it: two spaces, one line feed at the end, UTF-8. The same value gives the same bytes. */
export function writeJson(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8')
}

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
 * The value in JSON that `writeJson` wrote.
 *
 * The text must be exactly what `writeJson` would write for the value it holds. That one rule refuses keys written twice,
 * numbers that would be rounded, invalid UTF-8, and two texts for one value. At most 32 levels deep.
 *
 * @throws Refused `exchange/damaged`.
 */
export function readJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value: unknown = isTooDeep(text) ? undefined : JSON.parse(text)
    if (value !== undefined && isWellFormed(value) && Buffer.from(bytes).equals(writeJson(value)))
      return value
  } catch {
    // Every way to be wrong has the same name below.
  }
  throw new Refused('exchange/damaged')
}
