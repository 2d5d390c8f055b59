import type { MatchExtended, ZxcvbnFactory } from '@zxcvbn-ts/core'
import words from '../../resources/words/eff-large.json' with { type: 'json' }

/** Why a passphrase is not enough; the sentence is `vault.strength.<reason>`. */
type StrengthReason = 'too-short' | 'pattern' | 'common' | 'known-here' | 'words'

/** How hard a passphrase is to guess for somebody who knows how people choose them. */
export interface Strength {
  /** Base-10 logarithm of the guesses needed. */
  readonly guessesLog10: number
  /** The same, base 2. */
  readonly bits: number
  /** At least 18, which is 60 bits. */
  readonly enough: boolean
  /** `null` when it is enough. */
  readonly reason: StrengthReason | null
}

const enoughLog10 = 18
const perListWord = Math.log10(words.length)
const listed: ReadonlySet<string> = new Set(words)

/*
 * The estimator knows English words. Every sign it does not recognise counts 1.0 (3.3 bits), which is far too much for a
 * letter of a word in another language, or for the space between two words. Text that means something carries 1 to 1.5
 * bits a letter (Shannon 1951); 1.5 bits are 0.45. Marks and spaces can be predicted and count nothing. Chinese
 * characters, kana and Hangul syllables carry 4 bits or more and keep their 1.0.
 */
const perLetter = 0.45
/** Three letters and more that could be part of a word; one or two when they stand alone. */
const letterRun = /\p{L}[\p{Ll}\p{Lo}\p{Lm}\p{M}]{2,}|(?<!\S)\p{L}[\p{Ll}\p{Lo}\p{Lm}\p{M}]?(?!\S)/gu
const rich = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
const worthOfRun = (run: string) =>
  Math.min(run.length, count(run.replaceAll(rich, ''), /\p{L}/gu) * perLetter + count(run, rich))

function worthOfUnknown(token: string): number {
  const rest = token.replaceAll(letterRun, '').replaceAll(/[\s\p{M}]/gu, '')
  return rest.length + (token.match(letterRun) ?? []).reduce((sum, run) => sum + worthOfRun(run), 0)
}

function worthOf(match: MatchExtended): number {
  if (match.pattern === 'bruteforce' || match.pattern === 'separator') return worthOfUnknown(match.token)
  return Number(match['guessesLog10'])
}

let loading: Promise<ZxcvbnFactory> | undefined

/** A megabyte of dictionaries: loaded when the first passphrase is chosen. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  const dictionary = { ...common.dictionary, ...english.dictionary }
  return new ZxcvbnFactory({ graphs: common.adjacencyGraphs, dictionary })
}

const result = (guessesLog10: number, reason: StrengthReason): Strength => {
  const enough = guessesLog10 >= enoughLog10
  return { guessesLog10, bits: guessesLog10 / Math.log10(2), enough, reason: enough ? null : reason }
}

/** At least six different words of the list count as drawn from it: each is worth what a draw is worth. */
function ofListWords(text: string): Strength | null {
  const parts = text.split(' ')
  const isDrawn =
    parts.length >= 6 && new Set(parts).size === parts.length && parts.every(part => listed.has(part))
  return isDrawn ? result(parts.length * perListWord, 'words') : null
}

const patterned = new Set(['repeat', 'sequence', 'wordSequence', 'spatial', 'date', 'regex'])

function reasonOf(match: MatchExtended): StrengthReason {
  if (match['dictionaryName'] === 'userInputs') return 'known-here'
  if (match['dictionaryName'] === 'passwords-common') return 'common'
  if (patterned.has(match.pattern)) return 'pattern'
  return match.pattern === 'dictionary' || count(match.token, letterRun) > 0 ? 'words' : 'too-short'
}

/** What most of the passphrase is; anything known here comes first. */
function reasonFor(matches: readonly MatchExtended[]): StrengthReason {
  const signs = new Map<StrengthReason, number>()
  for (const match of matches)
    signs.set(reasonOf(match), (signs.get(reasonOf(match)) ?? 0) + match.token.length)
  if (signs.has('known-here')) return 'known-here'
  return [...signs].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'too-short'
}

/**
 * How hard a passphrase is to guess. Estimates are on the low side; six words as offered always are enough.
 *
 * The estimator works on text, so a copy of what was typed stays in memory until the process ends.
 *
 * @param passphrase UTF-8.
 * @param hints what an attacker would try first: the office, people, the year.
 */
export async function strength(passphrase: Uint8Array, hints: readonly string[]): Promise<Strength> {
  const text = new TextDecoder().decode(passphrase).normalize('NFC')
  const drawn = ofListWords(text)
  if (drawn) return drawn
  loading ??= load()
  const found = (await loading).check(text, [...hints])
  const worth = found.sequence.reduce((sum, match) => sum + worthOf(match), 0)
  return result(Math.min(found.guessesLog10, worth), reasonFor(found.sequence))
}
