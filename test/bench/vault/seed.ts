/** Numbers that look drawn by chance and are the same for the same seed. */
export interface Chance {
  /** From 0 to just below 1. */
  next(): number
  /** From 0 to `below` − 1. */
  below(below: number): number
  /** One of these; the first ones more often when `lean` is above 1. */
  of<T>(values: readonly T[], lean?: number): T
  bytes(size: number): Uint8Array
  /** An identifier that sorts by its moment, as version 7 does. `at`: milliseconds since 1970. */
  id(at: number): string
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** sfc32, seeded with one number. Good enough to spread words; no secret of anybody rests on it. */
export function chance(seed: number): Chance {
  let [a, b, c, counter] = [0x9e3779b9 ^ seed, 0x243f6a88, 0xb7e15162 ^ (seed << 7), 1]
  const word = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let i = 0; i < 12; i++) word()
  const next = () => word() / 4_294_967_296
  const bytes = (size: number) => {
    const words = Uint32Array.from({ length: Math.ceil(size / 4) }, word)
    return new Uint8Array(words.buffer).slice(0, size)
  }
  return {
    next,
    below: below => Math.floor(next() * below),
    of(values, lean = 1) {
      const value = values[Math.floor(values.length * next() ** lean)]
      if (value === undefined) throw new Error('one of nothing')
      return value
    },
    bytes,
    id(at) {
      const drawn = hex(bytes(10))
      const time = at.toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${drawn.slice(0, 3)}-8${drawn.slice(3, 6)}-${drawn.slice(6, 18)}`
    },
  }
}
