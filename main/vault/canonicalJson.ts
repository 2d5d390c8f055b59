/**
 * The one way to write a value as JSON: keys in order of their code units, no white space, as `JSON.stringify` writes
 * text and numbers. For objects, arrays, texts, booleans, `null` and whole numbers.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inside]) => `${JSON.stringify(key)}:${canonicalJson(inside)}`).join(',')}}`
}

/**
 * The value of bytes that are exactly what `canonicalJson` writes, or `undefined`.
 *
 * That one rule refuses keys written twice, numbers that would be rounded, invalid UTF-8 and a second spelling.
 */
export function readCanonicalJson(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    )
    return Buffer.from(canonicalJson(value)).equals(bytes) ? value : undefined
  } catch {
    return undefined
  }
}
