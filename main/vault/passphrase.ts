import words from '../../resources/words/eff-large.json' with { type: 'json' }
import { Refused } from '../../shared/refusal.ts'

export { strength } from './strength.ts'

/** The words an offered passphrase is made of (resources/words). 7,776: each is worth 12.9 bits. */
export const offeredWords: readonly string[] = words

/** How many words are offered: 77 bits. */
const wordsOffered = 6

const mostBytes = 4096

const isPrintableAscii = (bytes: Uint8Array) => bytes.every(byte => byte >= 0x20 && byte <= 0x7e)

/*
 * What RFC 8264 keeps out of free text: controls, surrogates, private use, unassigned, invisible signs, old Hangul letters.
 * Joiners are let through only between letters, where Persian and Indic spelling needs them.
 */
const unusable = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/u
const invisible = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/u
const strayJoiner = /(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])/u

const isUnusable = (text: string) => unusable.test(text) || invisible.test(text) || strayJoiner.test(text)

function normalText(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.replaceAll(/\p{Zs}/gu, ' ').normalize('NFC')
  } catch {
    throw new Refused('vault/unusable-passphrase')
  }
}

/**
 * A passphrase as it goes into the key derivation: the OpaqueString profile of RFC 8265. Other spaces become the plain
 * space, letters are composed (NFC); nothing is trimmed, folded or shortened. A new copy, which the caller wipes.
 *
 * Plain ASCII is never turned into text on the way, so that no copy stays behind in memory.
 *
 * @param bytes UTF-8, at most 4,096 bytes.
 * @throws Refused `vault/unusable-passphrase` when it is empty, too long or has a sign that nobody can see.
 */
export function normalise(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0 || bytes.length > mostBytes) throw new Refused('vault/unusable-passphrase')
  if (isPrintableAscii(bytes)) return Uint8Array.from(bytes)
  const text = normalText(bytes)
  if (isUnusable(text)) throw new Refused('vault/unusable-passphrase')
  return new TextEncoder().encode(text)
}

/** Every word as likely as every other: numbers from the incomplete last round are thrown away. */
function oneWord(random: (bytes: number) => Uint8Array): string {
  const fair = 65_536 - (65_536 % offeredWords.length)
  for (;;) {
    const [high = 0, low = 0] = random(2)
    const number = high * 256 + low
    if (number < fair) return offeredWords[number % offeredWords.length] ?? ''
  }
}

/**
 * Six different words with spaces between them, to be shown once.
 *
 * A word drawn twice is drawn anew; that costs less than a hundredth of a bit.
 *
 * @param random so many bytes from a cryptographic source.
 */
export function offerPassphrase(random: (bytes: number) => Uint8Array): string {
  const drawn = new Set<string>()
  while (drawn.size < wordsOffered) drawn.add(oneWord(random))
  return [...drawn].join(' ')
}
