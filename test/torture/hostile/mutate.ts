/** Chance: 0 to below 1. */
export type Random = () => number

/** A whole number from 0 to below `below`. */
export const below = (random: Random, below: number): number => Math.floor(random() * below)

/** One of several. @throws RangeError when there is none. */
export function oneOf<T>(random: Random, values: readonly T[]): T {
  if (values.length === 0) throw new RangeError('nothing to choose from')
  return values[below(random, values.length)] as T
}

const latin1 = (text: string) => Buffer.from(text, 'latin1')

/** What readers trip over: ends, borders, lengths, marks that are not seen, numbers no machine holds. */
const tokens: readonly Buffer[] = [
  '\0',
  '\n',
  '\r\n\r\n',
  '"',
  '\\',
  '{',
  '[',
  '--',
  '=?',
  '?=',
  '%',
  '<!--',
  '../',
  '-----BEGIN ',
  '<<',
  '9007199254740993',
  '-1',
  '1e999',
  '4294967296',
  'NaN',
  '\\ud800',
  '__proto__',
  'constructor',
].map(latin1)
const unseen: readonly Buffer[] = ['\u202e', '\u2066', '\u200b', '\ufeff', '\u0000', '𝒜', '\u0301'].map(
  text => Buffer.from(text, 'utf8'),
)
const broken: readonly Buffer[] = [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80]].map(
  bytes => Buffer.from(bytes),
)
const lengths = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff]

type Change = (bytes: Buffer, random: Random, other: Buffer) => Buffer

const part = (bytes: Buffer, random: Random, longest: number) => {
  const from = below(random, bytes.length)
  return bytes.subarray(from, from + 1 + below(random, longest))
}
const insert = (bytes: Buffer, random: Random, piece: Buffer) => {
  const at = below(random, bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])
}

const changes: readonly Change[] = [
  function flip(bytes, random) {
    const copy = Buffer.from(bytes)
    for (let n = 1 + below(random, 8); n > 0 && copy.length > 0; n--) {
      const at = below(random, copy.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8))
    }
    return copy
  },
  function cut(bytes, random) {
    return bytes.subarray(0, below(random, bytes.length + 1))
  },
  function leaveOut(bytes, random) {
    const from = below(random, bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + below(random, 200))])
  },
  function sayAgain(bytes, random) {
    const piece = part(bytes, random, 400)
    const times = random() < 0.05 ? 2_000 : 1 + below(random, 6)
    return insert(bytes, random, Buffer.concat(Array.from({ length: times }, () => piece)))
  },
  function splice(bytes, random, other) {
    const at = below(random, bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, at), other.subarray(below(random, other.length + 1))])
  },
  function borrow(bytes, random, other) {
    return other.length === 0 ? bytes : insert(bytes, random, part(other, random, 600))
  },
  function say(bytes, random) {
    return insert(bytes, random, oneOf(random, [...tokens, ...unseen, ...broken]))
  },
  function lie(bytes, random) {
    if (bytes.length < 8) return bytes
    const copy = Buffer.from(bytes)
    const at = below(random, copy.length - 4)
    const length = oneOf(random, lengths)
    if (random() < 0.5) copy.writeUInt32BE(length, at)
    else copy.writeUInt32LE(length, at)
    return copy
  },
  function count(bytes, random) {
    const text = bytes.toString('latin1')
    const numbers = [...text.matchAll(/\d+/g)]
    if (numbers.length === 0) return bytes
    const { index, 0: found } = oneOf(random, numbers)
    const other = oneOf(random, ['0', '-1', '99999999999', '9007199254740993', '1e999', '07', ''])
    return latin1(text.slice(0, index) + other + text.slice(index + found.length))
  },
]

/** Most bytes of what comes out: enough to hurt, and still thousands a minute. */
const most = 4 * 1024 * 1024

/** The same bytes, damaged in one to four ways. What comes out follows from the chance alone. */
export function mutated(bytes: Uint8Array, random: Random, others: readonly Uint8Array[]): Uint8Array {
  let found = Buffer.from(bytes)
  for (let n = 1 + below(random, 4); n > 0; n--)
    found = Buffer.from(oneOf(random, changes)(found, random, Buffer.from(oneOf(random, others))))
  return new Uint8Array(found.subarray(0, most))
}
