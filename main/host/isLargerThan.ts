/**
 * Whether a value that came from the page takes more than about `limit` bytes.
 *
 * Counts two bytes a character, the bytes of arrays of bytes and eight for everything else; stops counting as soon as
 * the answer is known, so that a value which contains itself ends too.
 */
export function isLargerThan(value: unknown, limit: number): boolean {
  const rest: unknown[] = [value]
  let size = 0
  while (rest.length > 0 && size <= limit) {
    const next = rest.pop()
    size += ownSize(next)
    if (size <= limit) rest.push(...partsOf(next))
  }
  return size > limit
}

function ownSize(value: unknown): number {
  if (typeof value === 'string') return 8 + 2 * value.length
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return 8 + value.byteLength
  if (Array.isArray(value)) return 8 * (value.length + 1)
  return 8
}

function* partsOf(value: unknown): Iterable<unknown> {
  if (
    typeof value !== 'object' ||
    value === null ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value)
  )
    return
  if (Array.isArray(value)) yield* value
  else yield* Object.entries(value).flat()
}
