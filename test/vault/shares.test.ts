import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinShares, readShare, splitKey, wordsInShareFile, writeShareFile } from '../../main/vault/shares.ts'
import { slip39 } from '../../main/vault/slip39.ts'
import { schemes, type Scheme, type Share } from '../../shared/recovery/model.ts'
import { bytes, codeOf } from './place.ts'

const vectors = new URL('../../../shared/corpora/slip39-vectors.json', import.meta.url)

const keys = fc.uint8Array({ minLength: 32, maxLength: 32 })
const anyScheme = fc.constantFrom(...schemes)

/** Every way of taking `count` of these. */
function choices<T>(all: readonly T[], count: number): T[][] {
  if (count === 0) return [[]]
  return all.flatMap((each, at) => choices(all.slice(at + 1), count - 1).map(others => [each, ...others]))
}

const fine = (words: string): Share => {
  const read = readShare(words)
  if (read.state !== 'fine') throw new Error(read.state)
  return read.share
}

describe('shares of a recovery key', () => {
  it('agree with every official vector of SLIP-0039', () => {
    if (!existsSync(vectors))
      return console.log('The vectors of SLIP-0039 are not here: nothing was compared.')
    const all = JSON.parse(readFileSync(vectors, 'utf8')) as [string, string[], string][]
    expect(all).toHaveLength(45)
    for (const [what, mnemonics, secret] of all) {
      let found = ''
      try {
        found = Buffer.from(slip39.recoverSecret(mnemonics, 'TREZOR')).toString('hex')
      } catch {
        // Refused, as the vectors with an empty secret ask.
      }
      expect(found, what).toBe(secret)
    }
    return undefined
  })

  it('give the key back, whichever of them are put together, as long as they are enough', () => {
    fc.assert(
      fc.property(keys, anyScheme, (key, scheme) => {
        const shares = splitKey(key, scheme)
        for (const some of choices(shares, scheme.k))
          expect(Buffer.from(joinShares(some)).equals(key)).toBe(true)
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  it.each(schemes)('say which one it is and of which set, $k of $n', async ({ k, n }: Scheme) => {
    const shares = splitKey(new Uint8Array(32).fill(7), { k, n }).map(fine)
    expect(shares.map(({ index }) => index)).toEqual(Array.from({ length: n }, (_, at) => at + 1))
    expect(new Set(shares.map(({ set }) => set)).size).toBe(1)
    expect(shares.every(share => share.k === k)).toBe(true)
    const few = shares.slice(0, k - 1).map(({ words }) => words)
    expect(await codeOf(() => joinShares(few))).toBe('recovery/too-few')
  })

  it('of two sets are told apart, and so is one that was typed twice', async () => {
    const [a, b] = [1, 2].map(fill => splitKey(new Uint8Array(32).fill(fill), { k: 2, n: 3 }))
    expect(await codeOf(() => joinShares([a![0]!, b![1]!]))).toBe('recovery/another-set')
    expect(await codeOf(() => joinShares([a![0]!, a![0]!]))).toBe('recovery/twice')
  })

  it('find the place of any one wrong word', () => {
    const words = splitKey(new Uint8Array(32).fill(9), { k: 2, n: 2 })[0]!.split(' ')
    fc.assert(
      fc.property(fc.nat(32), fc.nat(32), (at, from) => {
        fc.pre(words[at] !== words[from])
        const typed = words.with(at, words[from]!).join(' ')
        expect(readShare(typed)).toEqual({ state: 'check', suspect: at + 1 })
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  it('name a word that stands in no share, with those that begin like it', () => {
    const words = splitKey(new Uint8Array(32).fill(9), { k: 2, n: 2 })[0]!.split(' ')
    const typed = words.with(4, 'acadamic').with(6, 'constructor').join('\n')
    const read = readShare(typed)
    expect(read).toMatchObject({
      state: 'unknown-words',
      unknown: [{ at: 5, likely: ['academic'] }, { at: 7 }],
    })
    expect(readShare('academic acid')).toEqual({ state: 'count', words: 2, of: 33 })
  })

  it('are read however they are typed: numbered, in capitals, over several lines', () => {
    const words = splitKey(new Uint8Array(32).fill(5), { k: 2, n: 3 })[2]!
    const typed = words
      .toUpperCase()
      .split(' ')
      .map((word, at) => `${at + 1}. ${word}`)
      .join('\n')
    expect(fine(typed).words).toBe(words)
  })

  it('need only the first four letters of each word', () => {
    const words = splitKey(new Uint8Array(32).fill(6), { k: 2, n: 3 })[0]!
    const short = words.split(' ').map(word => word.slice(0, 4))
    expect(fine(short.join(' ')).words).toBe(words)
  })

  it('of another program are named as such, and never run: they could ask for hours', () => {
    const asked = { groups: [[2, 3, '']] as const, iterationExponent: 9, extendableBackupFlag: 1 }
    const words = slip39
      .fromArray([...new Uint8Array(32).fill(1)], { ...asked, iterationExponent: 1 })
      .fromPath('r/0/0')
    expect(readShare(words.mnemonics[0]!)).toEqual({ state: 'foreign' })
  })

  it('survive being kept as a file, and nothing else is taken for one', async () => {
    const share = fine(splitKey(new Uint8Array(32).fill(3), { k: 2, n: 3 })[1]!)
    const file = writeShareFile(share, 3)
    expect(wordsInShareFile(file)).toBe(share.words)
    expect(wordsInShareFile(bytes(Buffer.from(file).toString().replaceAll('\n', '\r\n')))).toBe(share.words)
    expect(await codeOf(() => wordsInShareFile(bytes('a letter')))).toBe('recovery/not-a-share')
  })

  it('never crash on whatever somebody types', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), typed => {
        expect(readShare(typed).state).not.toBe('fine')
      }),
    )
  })
})
