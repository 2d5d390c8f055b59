import { randomBytes } from 'node:crypto'
import { assert, asyncProperty, pre, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refused } from '../../shared/refusal.ts'
import { normalise, offeredWords, offerPassphrase, strength } from '../../main/vault/passphrase.ts'
import { bytes, codeOf } from './place.ts'

function isUsable(typed: Uint8Array): boolean {
  try {
    return normalise(typed).length > 0
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

const normal = (text: string) => new TextDecoder().decode(normalise(bytes(text)))

describe('a passphrase as typed', () => {
  it.each([
    ['Correct Horse Battery Staple', 'Correct Horse Battery Staple'],
    ['πßå', 'πßå'],
    ['Jack of ♦s', 'Jack of ♦s'],
    ['foo\u1680bar', 'foo bar'],
    [' two  spaces ', ' two  spaces '],
    ['cafe\u0301', 'café'],
    ['عين دالة', 'عين دالة'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['密码　很长', '密码 很长'],
    ['🐪🐪', '🐪🐪'],
  ])('%j is kept as %j (examples of RFC 8265 and our own)', (typed, kept) => {
    expect(normal(typed)).toBe(kept)
  })

  it.each([
    '',
    'my cat is a \tby',
    'line\nbreak',
    'mark\u200f',
    'hidden\u00adhyphen',
    'a\u200d',
    '\u200cx y',
    '\ufeffx',
    '\ue000',
    '\uffff',
  ])('%j cannot be used', async typed => {
    expect(await codeOf(() => normal(typed))).toBe('vault/unusable-passphrase')
  })

  it('that is not text, or longer than 4,096 bytes, cannot be used', async () => {
    expect(await codeOf(() => normalise(Uint8Array.of(0x61, 0xff)))).toBe('vault/unusable-passphrase')
    expect(await codeOf(() => normalise(Uint8Array.of(0xed, 0xa0, 0x80)))).toBe('vault/unusable-passphrase')
    expect(await codeOf(() => normalise(new Uint8Array(4097).fill(0x61)))).toBe('vault/unusable-passphrase')
    expect(normalise(new Uint8Array(4096).fill(0x61))).toHaveLength(4096)
  })

  it('comes to the same however often it is made normal, and is a copy of its own', () => {
    assert(
      property(string({ unit: 'grapheme', minLength: 1 }), typed => {
        const given = bytes(typed)
        pre(isUsable(given))
        const kept = normalise(given)
        expect(normalise(kept)).toEqual(kept)
        expect(kept.buffer).not.toBe(given.buffer)
      }),
    )
  })
})

describe('an offered passphrase', () => {
  it('is six words of a list of 7,776 different ones', () => {
    expect(offeredWords).toHaveLength(7776)
    expect(new Set(offeredWords).size).toBe(7776)
    const offered = offerPassphrase(randomBytes).split(' ')
    expect(offered).toHaveLength(6)
    expect(offered.every(word => offeredWords.includes(word))).toBe(true)
  })

  it('prefers no word and holds none twice: the incomplete last round of numbers is thrown away', () => {
    const numbers = [62_208, 65_535, 0, 7775, 7777, 62_206, 7776, 2, 3]
    const offered = offerPassphrase(() => {
      const number = numbers.shift()!
      return Uint8Array.of(number >> 8, number & 255)
    })
    expect(offered).toBe([0, 7775, 1, 7774, 2, 3].map(number => offeredWords[number]).join(' '))
  })

  it('is always strong enough', async () => {
    for (let time = 0; time < 500; time++) {
      const { enough, bits } = await strength(bytes(offerPassphrase(randomBytes)), [])
      expect(enough && bits > 77).toBe(true)
    }
  })
})

describe('how strong a chosen passphrase is', () => {
  it.each([
    ['Geneva2024!', 'words'],
    ['P@ssw0rd-Geneva-2024!', 'common'],
    ['the cat sat on the mat', 'words'],
    ['to be or not to be that is the question', 'words'],
    ['correct horse battery staple', 'words'],
    ['mot de passe du bureau de tunis', 'words'],
    ['كلمةالسر١٢٣', 'pattern'],
    ['بسم الله الرحمن الرحيم', 'words'],
    ['الحمد لله رب العالمين', 'words'],
    ['кот сидит на крыше дома', 'words'],
    ['密码是我的生日', 'words'],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'pattern'],
    ['qwertyuiopasdfghjklzxcvbnm', 'common'],
    ['abacus abacus abacus abacus abacus abacus', 'pattern'],
    ['x7#Kq', 'too-short'],
    ['', 'too-short'],
  ])('%j is refused (%s)', async (chosen, reason) => {
    const found = await strength(bytes(chosen), [])
    expect({ enough: found.enough, reason: found.reason }).toEqual({ enough: false, reason })
  })

  it.each(['vT9$kqR2mZ!8pLx#Qw7&', 'K#8v!Zq2@Lm9%Xt4^Rb6*', 'abacus zoology drop-down yo-yo felt-tip able'])(
    '%j is enough',
    async chosen => {
      expect(await strength(bytes(chosen), [])).toMatchObject({ enough: true, reason: null })
    },
  )

  it('takes what is known of the office as the first guess', async () => {
    const office = 'xK7-Zimbrovia9-Halv4rsund-Qp3-F1eld'
    expect((await strength(bytes(office), [])).enough).toBe(true)
    expect(await strength(bytes(office), [office])).toMatchObject({ enough: false, reason: 'known-here' })
  })

  it('copes with anything that can be typed', async () => {
    await assert(
      asyncProperty(string({ unit: 'grapheme', maxLength: 60 }), async typed => {
        const found = await strength(bytes(typed), ['geneva'])
        expect(Number.isFinite(found.guessesLog10)).toBe(true)
        expect(found.enough).toBe(found.guessesLog10 >= 18)
      }),
      { numRuns: 50 },
    )
  })
})
