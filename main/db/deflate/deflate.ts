import { codesOf, lengthsOf, type Codes } from './huffman.ts'
import { least, longest, newFinder, windowBytes, type Matches } from './matches.ts'

/** Where a code begins and how many bits follow it (RFC 1951, 3.2.5). */
interface Ranges {
  readonly bases: readonly number[]
  readonly extra: readonly number[]
  /** The code of each length or distance. */
  readonly codes: Uint8Array
}

function rangesOf(extra: readonly number[], first: number, last: number): Ranges {
  const bases = extra.map(
    (_, code) => first + extra.slice(0, code).reduce((sum, bits) => sum + (1 << bits), 0),
  )
  const codes = new Uint8Array(last + 1)
  for (const [code, base] of bases.entries()) codes.fill(code, base)
  return { bases, extra, codes }
}

const repeated = (bits: number, times: number) => Array.from({ length: times }, () => bits)

const lengthRanges = rangesOf(
  [...repeated(0, 8), ...[1, 2, 3, 4, 5].flatMap(bits => repeated(bits, 4))],
  least,
  longest - 1,
)
/** The longest match has a code of its own. */
const lengths: Ranges = {
  bases: [...lengthRanges.bases, longest],
  extra: [...lengthRanges.extra, 0],
  codes: Uint8Array.from([...lengthRanges.codes, 28]),
}
const distances = rangesOf(
  [0, 0, ...Array.from({ length: 14 }, (_, bits) => repeated(bits, 2)).flat()],
  1,
  windowBytes,
)

/** The symbol after the last one. */
const end = 256

/** The codes that stand in no block, because everybody knows them. */
const known = {
  letters: codesOf(
    Uint8Array.from([...repeated(8, 144), ...repeated(9, 112), ...repeated(7, 24), ...repeated(8, 8)]),
  ),
  distances: codesOf(Uint8Array.from(repeated(5, 30))),
}

/** In this order the lengths of the code of lengths are written. */
const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** Bits in bytes, the lowest first. */
function newBits(size: number) {
  const bytes = new Uint8Array(size)
  let [at, held, count] = [0, 0, 0]
  /** At most 16 bits. */
  const put = (value: number, bits: number): void => {
    held |= value << count
    count += bits
    while (count >= 8) {
      bytes[at++] = held & 255
      held >>>= 8
      count -= 8
    }
  }
  return {
    put,
    code: ({ values, lengths: bits }: Codes, symbol: number): void =>
      put(values[symbol] ?? 0, bits[symbol] ?? 0),
    /** Everything that was put, after one byte. From then on there is nothing. */
    taken(first: number): Uint8Array {
      if (count > 0) put(0, 8 - count)
      const all = new Uint8Array(at + 1)
      all[0] = first
      all.set(bytes.subarray(0, at), 1)
      at = 0
      return all
    },
  }
}

type Bits = ReturnType<typeof newBits>

const sizeIn = (bits: Uint8Array, counts: Uint32Array, extra: (symbol: number) => number): number => {
  let size = 0
  for (let symbol = 0; symbol < counts.length; symbol++) {
    const count = counts[symbol] ?? 0
    if (count > 0) size += count * ((bits[symbol] ?? 0) + extra(symbol))
  }
  return size
}

const none = () => 0

/** How the lengths of both codes are written. */
interface Header {
  readonly letters: number
  readonly distances: number
  /** Each a symbol in the lowest five bits, and above it a number that follows it. */
  readonly runs: Uint16Array
  readonly code: Codes
  /** How many lengths of the code of lengths are written. */
  readonly written: number
  readonly size: number
}

function lastOf(all: Uint8Array, atLeast: number): number {
  let last = all.length
  while (last > atLeast && all[last - 1] === 0) last--
  return last
}

/** How many bits of a number follow a symbol of the code of lengths. */
const afterRun = (symbol: number): number => (symbol < 16 ? 0 : symbol === 16 ? 2 : symbol === 17 ? 3 : 7)

/** Equal lengths one after the other are written as one (RFC 1951, 3.2.7). */
function runsOf(all: Uint8Array): Uint16Array {
  const runs = new Uint16Array(all.length)
  let count = 0
  for (let at = 0; at < all.length;) {
    const bits = all[at] ?? 0
    let times = 1
    while (at + times < all.length && all[at + times] === bits) times++
    at += times
    if (bits > 0) {
      runs[count++] = bits
      times -= 1
    }
    while (times > 0) {
      const some = Math.min(times, bits === 0 ? 138 : 6)
      if (some < 3) runs[count++] = bits
      else if (bits > 0) runs[count++] = 16 | ((some - 3) << 5)
      else if (some < 11) runs[count++] = 17 | ((some - 3) << 5)
      else runs[count++] = 18 | ((some - 11) << 5)
      times -= some < 3 ? 1 : some
    }
  }
  return runs.subarray(0, count)
}

function headerOf(letters: Uint8Array, far: Uint8Array): Header {
  const [first, second] = [lastOf(letters, 257), lastOf(far, 1)]
  const all = new Uint8Array(first + second)
  all.set(letters.subarray(0, first))
  all.set(far.subarray(0, second), first)
  const runs = runsOf(all)
  const counts = new Uint32Array(19)
  for (const run of runs) counts[run & 31] = (counts[run & 31] ?? 0) + 1
  const bits = lengthsOf(counts, 7)
  let written = order.length
  while (written > 4 && bits[order[written - 1] ?? 0] === 0) written--
  const size = 14 + 3 * written + sizeIn(bits, counts, afterRun)
  return { letters: first, distances: second, runs, code: codesOf(bits), written, size }
}

function putHeader(bits: Bits, { letters, distances: far, runs, code, written }: Header): void {
  bits.put(letters - 257, 5)
  bits.put(far - 1, 5)
  bits.put(written - 4, 4)
  for (let at = 0; at < written; at++) bits.put(code.lengths[order[at] ?? 0] ?? 0, 3)
  for (const run of runs) {
    const symbol = run & 31
    bits.code(code, symbol)
    if (symbol > 15) bits.put(run >> 5, afterRun(symbol))
  }
}

function putMatches(bits: Bits, { found, count }: Matches, codes: typeof known): void {
  for (let at = 0; at < count; at++) {
    const one = found[at] ?? 0
    if (one < end) {
      bits.code(codes.letters, one)
      continue
    }
    const [length, distance] = [one >> 16, one & 65_535]
    const near = lengths.codes[length] ?? 0
    bits.code(codes.letters, end + 1 + near)
    bits.put(length - (lengths.bases[near] ?? 0), lengths.extra[near] ?? 0)
    const far = distances.codes[distance] ?? 0
    bits.code(codes.distances, far)
    bits.put(distance - (distances.bases[far] ?? 0), distances.extra[far] ?? 0)
  }
  bits.code(codes.letters, end)
}

/** How often each symbol is. */
function countsOf({ found, count }: Matches) {
  const [letters, far] = [new Uint32Array(286), new Uint32Array(30)]
  const more = (counts: Uint32Array, symbol: number) => (counts[symbol] = (counts[symbol] ?? 0) + 1)
  for (let at = 0; at < count; at++) {
    const one = found[at] ?? 0
    if (one < end) more(letters, one)
    else {
      more(letters, end + 1 + (lengths.codes[one >> 16] ?? 0))
      more(far, distances.codes[one & 65_535] ?? 0)
    }
  }
  more(letters, end)
  return { letters, far }
}

/**
 * Raw DEFLATE (RFC 1951) with words before every text; whoever inflates with the same words reads it. zlib does the same and makes its
 * tables, and its index of the words, anew for each text, which is much of what packing a short one costs.
 *
 * @returns what packs a text behind one more byte; `null` for a text that is too long for the window beside the words.
 */
export function newDeflater(words: Uint8Array): (text: Uint8Array, first: number) => Uint8Array | null {
  const { find, room } = newFinder(words)
  const bits = newBits(4 * windowBytes)
  return (text, first) => {
    if (text.length > room) return null
    const matches = find(text)
    const { letters, far } = countsOf(matches)
    const own = { letters: codesOf(lengthsOf(letters, 15)), distances: codesOf(lengthsOf(far, 15)) }
    const header = headerOf(own.letters.lengths, own.distances.lengths)
    // What follows a length or a distance takes as much room in either.
    const size = (codes: typeof known) =>
      sizeIn(codes.letters.lengths, letters, none) + sizeIn(codes.distances.lengths, far, none)
    const isOwn = header.size + size(own) < size(known)
    // One block, the last; 1: known codes, 2: its own.
    bits.put(isOwn ? 5 : 3, 3)
    if (isOwn) putHeader(bits, header)
    putMatches(bits, matches, isOwn ? own : known)
    return bits.taken(first)
  }
}
