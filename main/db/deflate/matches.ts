/** The window of DEFLATE, in bytes. */
export const windowBytes = 32_768

/** The shortest and the longest match there is. */
export const [least, longest] = [3, 258]

/** As zlib has it at its usual level: from which length on a match is looked for less, taken at once, or no better one sought; how many are tried; how far a short one may be. */
const [good, lazy, nice, tried, far] = [8, 16, 128, 128, 4096]

const mask = 32_767

/** What a text is written as, one number for each: a byte below 256, or a match: its length above, its distance in the lowest 16 bits. */
export interface Matches {
  readonly found: Int32Array
  readonly count: number
}

/**
 * Finds what was said before, in the words or in the text itself.
 *
 * @param words stand before every text; looked up in an index that is made once.
 * @returns what looks through one text of at most `room` bytes. What it gives is used again for the next.
 */
export function newFinder(words: Uint8Array) {
  const start = words.length
  const room = windowBytes - start - longest
  const window = new Uint8Array(windowBytes)
  window.set(words)
  const indexed = new Uint16Array(mask + 1)
  const heads = new Uint16Array(mask + 1)
  const before = new Uint16Array(windowBytes)
  const found = new Int32Array(room)

  const hashAt = (at: number) =>
    (((window[at] ?? 0) << 10) ^ ((window[at + 1] ?? 0) << 5) ^ (window[at + 2] ?? 0)) & mask

  /** Notes where three bytes stand. @returns where they stood last, plus one; 0 for nowhere */
  const note = (table: Uint16Array, at: number): number => {
    const hash = hashAt(at)
    const last = table[hash] ?? 0
    before[at] = last
    table[hash] = at + 1
    return last
  }
  for (let at = 0; at + least <= start; at++) note(indexed, at)

  /** The longest match that is longer than `known`. @returns as `Matches` has it; 0 for none */
  const matchAt = (at: number, end: number, { first, known }: { first: number; known: number }): number => {
    const most = Math.min(longest, end - at)
    let [best, where] = [known, 0]
    let left = known >= good ? tried >> 2 : tried
    for (let next = first; next > 0 && left > 0; next = before[next - 1] ?? 0, left--) {
      const there = next - 1
      if (window[there + best] !== window[at + best] || window[there] !== window[at]) continue
      let length = 1
      while (length < most && window[there + length] === window[at + length]) length++
      if (length <= best) continue
      best = length
      where = there
      if (length >= nice || length >= most) break
    }
    const isWorth = best > known && best >= least && (best > least || at - where <= far)
    return isWorth ? (best << 16) | (at - where) : 0
  }

  const find = (text: Uint8Array): Matches => {
    const end = start + text.length
    window.set(text, start)
    heads.set(indexed)
    let [count, last, isWaiting] = [0, 0, false]
    for (let at = start; at < end; at++) {
      const first = at + least <= end ? note(heads, at) : 0
      const lastLength = last >> 16
      const match =
        first > 0 && lastLength < lazy
          ? matchAt(at, end, { first, known: Math.max(lastLength, least - 1) })
          : 0
      if (last > 0 && match === 0) {
        found[count++] = last
        const stop = at + lastLength - 1
        for (at += 1; at < stop; at++) if (at + least <= end) note(heads, at)
        at -= 1
        last = 0
        isWaiting = false
        continue
      }
      if (isWaiting) found[count++] = window[at - 1] ?? 0
      isWaiting = true
      last = match
    }
    if (last > 0) found[count++] = last
    else if (isWaiting) found[count++] = window[end - 1] ?? 0
    return { found, count }
  }
  return { room, find }
}
