import { bytesOfLatin1, hexOf, joined } from './bytes.ts'
import type { Tools } from './tools.ts'

/** What the words are made with: the list passphrases are made of, whose order must therefore never change. */
interface With {
  readonly tools: Pick<Tools, 'sha512'>
  readonly words: readonly string[]
}

/** Twelve words that stand for a public key, to be compared in person or by telephone; 155 bits. */
export function fingerprintOf(key: Uint8Array, { tools, words }: With): string[] {
  const digest = tools.sha512(joined(bytesOfLatin1('vigil-fingerprint-v1\0'), key))
  let number = BigInt(`0x${hexOf(digest)}`)
  const base = BigInt(words.length)
  return Array.from({ length: 12 }, () => {
    const word = words[Number(number % base)] ?? ''
    number /= base
    return word
  })
}
