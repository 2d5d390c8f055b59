/** Bytes that look like anything but noise. */
export interface Odd {
  /** Blocks of 4 KiB whose bytes are spread too unevenly to be encrypted. */
  readonly uneven: number
  /** Runs of 16 bytes, at multiples of 16, that stand there twice. */
  readonly twice: number
  readonly blocks: number
}

const blockSize = 4096

/**
 * The most a block of noise reaches: chi-square of 4,096 bytes over 256 values has the mean 255 and the deviation 22.6;
 * nine deviations above it are not met by chance.
 */
const most = 255 + 9 * 22.6

function chiSquare(block: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (const byte of block) counts[byte] = (counts[byte] ?? 0) + 1
  const expected = block.length / 256
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

/** Looks at whole blocks from `from` on. */
export function oddities(bytes: Buffer, from = 0): Odd {
  const seen = new Set<string>()
  let [uneven, twice, blocks] = [0, 0, 0]
  for (let at = from; at + blockSize <= bytes.length; at += blockSize) {
    const block = bytes.subarray(at, at + blockSize)
    blocks += 1
    if (chiSquare(block) > most) uneven += 1
    for (let run = 0; run < blockSize; run += 16) {
      const text = block.toString('latin1', run, run + 16)
      if (seen.has(text)) twice += 1
      seen.add(text)
    }
  }
  return { uneven, twice, blocks }
}
