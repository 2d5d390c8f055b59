/**
 * Whether a value that came from the page takes more than about `limit` bytes.
 *
 * Counts two bytes a character, the bytes of arrays of bytes and eight for everything else, also inside maps and sets; stops
 * counting as soon as the answer is known, so that a value which contains itself ends too.
 */
export function isLargerThan(value: unknown, limit: number): boolean {
  const rest: unknown[] = [value]
  let size = 0
  while (rest.length > 0 && size <= limit) {
    const next = rest.pop()
    size += ownSize(next)
    if (size <= limit) for (const part of partsOf(next)) rest.push(part)
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
  if (Array.isArray(value) || value instanceof Set) yield* value
  else yield* (value instanceof Map ? [...value] : Object.entries(value)).flat()
}
