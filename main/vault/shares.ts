import { Refused } from '../../shared/refusal.ts'
import type { ReadShare, Scheme, Share } from '../../shared/recovery/model.ts'
import { shareWords as list, slip39 } from './slip39.ts'

/*
 * A recovery key of 32 bytes, split by SLIP-0039 into shares of 33 words (ADR 0030). The first two words say which set
 * it is, the next two which share and how many are needed, the last three are a checksum that finds any three wrong
 * words. Vigil writes one group, no passphrase and the least stretching, and reads nothing else: a share that asks for more
 * would keep the processor busy for hours.
 */
const wordsOfShare = 33
const numbers: ReadonlyMap<string, number> = new Map(list.map((word, index) => [word, index]))

/** The shares of a key, each as 33 words with spaces between them. @param key 32 bytes */
export function splitKey(key: Uint8Array, { k, n }: Scheme): readonly string[] {
  const asked = { groups: [[k, n, '']] as const, iterationExponent: 0, extendableBackupFlag: 1 }
  const made = slip39.fromArray([...key], asked)
  return Array.from({ length: n }, (_, index) => made.fromPath(`r/0/${index}`).mnemonics[0] ?? '')
}

const byFour: ReadonlyMap<string, string> = new Map(list.map(word => [word.slice(0, 4), word]))

/**
 * The words of what was typed: small letters, whatever stands between them. The first four letters of a word of the list
 * are enough: they tell every word apart.
 */
export const wordsIn = (typed: string): readonly string[] =>
  (typed.toLowerCase().match(/[a-z]+/gu) ?? []).map(word =>
    word.length === 4 ? (byFour.get(word) ?? word) : word,
  )

const generator = [
  0xe0e040, 0x1c1c080, 0x3838100, 0x7070200, 0xe0e0009, 0x1c0c2412, 0x38086c24, 0x3090fc48, 0x21b1f890,
  0x3f3f120,
] as const
const custom = [...'shamir_extendable'].map(letter => letter.charCodeAt(0))

/** One step of the checksum of SLIP-0039 (RS1024). */
function step(sum: number, value: number): number {
  const high = sum >> 20
  const mixed = ((sum & 0xfffff) << 10) ^ value
  return generator.reduce((all, each, bit) => ((high >> bit) & 1 ? all ^ each : all), mixed)
}

const checks = (values: readonly number[]): boolean => [...custom, ...values].reduce(step, 1) === 1

/**
 * Where a single other word would make the checksum fit, counted from 1, or `null`. Which word it would be is not said:
 * a person compares with the paper, and no program writes a share for them.
 */
function suspectIn(values: readonly number[]): number | null {
  const places = values.keys()
  for (const place of places) {
    const others = [...values]
    for (const value of numbers.values()) {
      others[place] = value
      if (checks(others)) return place + 1
    }
  }
  return null
}

/** Words of the list that begin like this one, at most four: the first four letters tell every word apart. */
function likely(word: string): string[] {
  for (const letters of [4, 3, 2]) {
    const found = list.filter(known => known.startsWith(word.slice(0, letters)))
    if (found.length > 0) return found.slice(0, 4)
  }
  return []
}

const setOf = ([a = 0, b = 0]: readonly number[]) =>
  ((((a << 10) | b) >> 5) & 0x7fff).toString(16).toUpperCase().padStart(4, '0')

/** Group index, groups needed, groups, share, shares needed: four bits each, all but the first and fourth less one. */
function sharing([, , d = 0, e = 0]: readonly number[]) {
  const bits = (d << 10) | e
  const at = (place: number) => (bits >> place) & 15
  return { groups: [at(16), at(12), at(8)], index: at(4) + 1, k: at(0) + 1 }
}

const isOurs = (values: readonly number[]) =>
  ((values[1] ?? 0) & 31) === 16 && sharing(values).groups.every(each => each === 0) && sharing(values).k >= 2

/** What stands in the words of one share, or what is wrong with them. */
export function readShare(typed: string): ReadShare {
  const words = wordsIn(typed)
  const unknown = words.flatMap((word, index) =>
    numbers.has(word) ? [] : [{ at: index + 1, likely: likely(word) }],
  )
  if (unknown.length > 0) return { state: 'unknown-words', unknown }
  if (words.length !== wordsOfShare) return { state: 'count', words: words.length, of: wordsOfShare }
  const values = words.map(word => numbers.get(word) ?? 0)
  if (!checks(values)) return { state: 'check', suspect: suspectIn(values) }
  if (!isOurs(values)) return { state: 'foreign' }
  const { index, k } = sharing(values)
  return { state: 'fine', share: { set: setOf(values), index, k, words: words.join(' ') } }
}

function mustRead(typed: string): Share {
  const read = readShare(typed)
  if (read.state === 'fine') return read.share
  throw new Refused(read.state === 'foreign' ? 'recovery/not-this-vault' : 'recovery/share-wrong')
}

/**
 * Shares that fit together and are enough, so many as are needed.
 *
 * @throws Refused `recovery/share-wrong`, `recovery/another-set`, `recovery/twice`, `recovery/too-few` with `{ missing }`,
 *   `recovery/not-this-vault` for words of SLIP-0039 that Vigil never writes.
 */
export function mustFit(typed: readonly string[]): readonly Share[] {
  const shares = typed.map(mustRead)
  if (new Set(shares.map(({ set, k }) => `${set}${k}`)).size > 1) throw new Refused('recovery/another-set')
  if (new Set(shares.map(({ index }) => index)).size < shares.length) throw new Refused('recovery/twice')
  const needed = shares[0]?.k ?? 2
  if (shares.length < needed) throw new Refused('recovery/too-few', { missing: needed - shares.length })
  return shares.slice(0, needed)
}

/**
 * The recovery key of shares that fit together. The caller wipes it.
 *
 * @throws Refused as `mustFit`, and `recovery/another-set` when they only seem to fit.
 */
export function joinShares(typed: readonly string[]): Uint8Array {
  const shares = mustFit(typed)
  try {
    return Uint8Array.from(slip39.recoverSecret(shares.map(({ words }) => words)))
  } catch {
    throw new Refused('recovery/another-set')
  }
}

/*
 * A share as a file: the words, and above them what a person who finds it needs to know which one it is.
 */
const shareFile = /^vigil-share 1\r?\nset [0-9A-F]{4}\r?\nshare \d of \d, \d needed\r?\n([a-z ]{60,400})\s*$/u

/** The bytes of a share as a file. @param n how many shares there are */
export const writeShareFile = ({ set, index, k, words }: Share, n: number): Uint8Array =>
  Buffer.from(`vigil-share 1\nset ${set}\nshare ${index} of ${n}, ${k} needed\n${words}\n`)

/** The words in the bytes of a share as a file. @throws Refused `recovery/not-a-share` */
export function wordsInShareFile(bytes: Uint8Array): string {
  const found = shareFile.exec(Buffer.from(bytes).toString('latin1'))
  if (!found?.[1]) throw new Refused('recovery/not-a-share')
  return found[1].trim()
}
