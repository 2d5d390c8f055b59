/** A Huffman code: for each symbol its bits, the first one lowest, and how many there are; 0 for a symbol that has none. */
export interface Codes {
  readonly values: Uint16Array
  readonly lengths: Uint8Array
}

const turned = Uint8Array.from({ length: 256 }, (_, byte) => {
  let bits = 0
  for (let at = 0; at < 8; at++) bits |= ((byte >> at) & 1) << (7 - at)
  return bits
})

const reversed = (value: number, bits: number): number =>
  (((turned[value & 255] ?? 0) << 8) | (turned[value >> 8] ?? 0)) >>> (16 - bits)

/** The canonical code of these lengths (RFC 1951, 3.2.2). */
export function codesOf(lengths: Uint8Array): Codes {
  const counts = new Uint16Array(16)
  for (const bits of lengths) if (bits > 0) counts[bits] = (counts[bits] ?? 0) + 1
  const next = new Uint16Array(16)
  for (let bits = 1, code = 0; bits < 16; bits++) {
    code = (code + (bits > 1 ? (counts[bits - 1] ?? 0) : 0)) << 1
    next[bits] = code
  }
  const values = new Uint16Array(lengths.length)
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const bits = lengths[symbol] ?? 0
    if (bits === 0) continue
    const code = next[bits] ?? 0
    next[bits] = code + 1
    values[symbol] = reversed(code, bits)
  }
  return { values, lengths }
}

/** Symbols that are used, the rarest first; how often each is, and its number in the lowest nine bits. */
function usedOf(counts: Uint32Array): Uint32Array {
  let used = 0
  const all = new Uint32Array(Math.max(2, counts.length))
  for (let symbol = 0; symbol < counts.length; symbol++) {
    const count = counts[symbol] ?? 0
    if (count > 0) all[used++] = (count << 9) | symbol
  }
  // A code has at least two symbols.
  for (let symbol = 0; used < 2; symbol++) if (counts[symbol] === 0) all[used++] = (1 << 9) | symbol
  return all.subarray(0, used).sort()
}

/** How deep each of these stands in the tree that Huffman built of them, the rarest first. */
function depthsOf(used: Uint32Array): Uint8Array {
  const leaves = used.length
  const weights = new Uint32Array(2 * leaves)
  const parents = new Uint16Array(2 * leaves)
  for (let at = 0; at < leaves; at++) weights[at] = (used[at] ?? 0) >>> 9
  let [leaf, inner] = [0, leaves]
  for (let node = leaves; node < 2 * leaves - 1; node++) {
    let weight = 0
    for (let side = 0; side < 2; side++) {
      const isLeaf = leaf < leaves && (inner >= node || (weights[leaf] ?? 0) <= (weights[inner] ?? 0))
      const child = isLeaf ? leaf++ : inner++
      weight += weights[child] ?? 0
      parents[child] = node
    }
    weights[node] = weight
  }
  const depths = new Uint8Array(2 * leaves)
  for (let node = 2 * leaves - 3; node >= 0; node--) depths[node] = (depths[parents[node] ?? 0] ?? 0) + 1
  return depths.subarray(0, leaves)
}

/** How many symbols have each length, none of them longer than `most` bits: what is too long is made shorter, and others longer for it. */
function bounded(depths: Uint8Array, most: number): Uint32Array {
  const counts = new Uint32Array(most + 1)
  for (const depth of depths) {
    const bits = Math.min(depth, most)
    counts[bits] = (counts[bits] ?? 0) + 1
  }
  let room = 0
  for (let bits = 1; bits <= most; bits++) room += (counts[bits] ?? 0) << (most - bits)
  for (; room > 1 << most; room--) {
    counts[most] = (counts[most] ?? 0) - 1
    let bits = most - 1
    while ((counts[bits] ?? 0) === 0) bits--
    counts[bits] = (counts[bits] ?? 0) - 1
    counts[bits + 1] = (counts[bits + 1] ?? 0) + 2
  }
  return counts
}

/**
 * The lengths of a Huffman code for symbols that are as frequent as this.
 *
 * @param counts how often each symbol is; at most 512 symbols, each less than eight million times.
 * @param most bits a symbol may have.
 */
export function lengthsOf(counts: Uint32Array, most: number): Uint8Array {
  const used = usedOf(counts)
  const each = bounded(depthsOf(used), most)
  const lengths = new Uint8Array(counts.length)
  let at = 0
  for (let bits = most; bits > 0; bits--)
    for (let left = each[bits] ?? 0; left > 0; left--) lengths[(used[at++] ?? 0) & 511] = bits
  return lengths
}
