import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptLength, excerptOf } from '../../shared/search/excerpt.ts'
import { foldText, foldWithPlaces } from '../../shared/search/fold.ts'
import { piecesOf } from '../../shared/search/query.ts'
import { startsOf, wordsOf } from '../../shared/search/words.ts'

/** Text of many scripts, with marks, ligatures, joined signs and pictures in it. */
const scripts = fc.constantFrom(
  'a',
  'Z',
  'é',
  'e\u0301',
  'İ',
  'ı',
  'ß',
  'ﬁ',
  'Å',
  'ñ',
  'ő',
  'Ж',
  'ё',
  'е\u0308',
  'й',
  'Σ',
  'ς',
  'ά',
  'أ',
  'إ',
  'آ',
  'ا\u0653',
  'ة',
  'ى',
  'ی',
  'ک',
  'مُ',
  'ـ',
  'ﻻ',
  'ﷺ',
  '٣',
  '۷',
  'שׁ',
  'नि',
  'क्ष',
  'ก็',
  '५',

  '王',
  '梅',
  '𠀀',
  'ガ',
  'ｶﾞ',
  'ー',
  '한',
  '\u1112\u1161\u11ab',
  'Ａ',
  '①',
  '½',
  '…',
  '\u200d',
  '👩‍🚀',
  '🏽',
  ' ',
  '\n',
  '-',
  '.',
  '"',
  '،',
  '。',
  '\u00a0',
  '_',
)
const text = fc
  .array(fc.oneof(scripts, fc.string({ unit: 'binary' })), { maxLength: 40 })
  .map(signs => signs.join(''))

describe('folding', () => {
  it('reads the same whether letters and their marks come as one sign or as several', () => {
    fc.assert(
      fc.property(fc.array(scripts, { maxLength: 30 }), signs => {
        const said = signs.join('')
        expect(foldText(said.normalize('NFD'))).toBe(foldText(said.normalize('NFC')))
      }),
    )
  })

  it('folds what was folded to itself', () => {
    fc.assert(
      fc.property(text, said => {
        expect(foldText(foldText(said))).toBe(foldText(said))
      }),
    )
  })

  it('knows of every place where it stands in what was written, in order', () => {
    fc.assert(
      fc.property(text, said => {
        const folded = foldWithPlaces(said)
        const places = Array.from({ length: folded.text.length + 1 }, (_, place) => folded.at(place))
        expect(places.at(-1)).toBe(said.length)
        expect(places.every((place, at) => place >= (places[at - 1] ?? 0) && place <= said.length)).toBe(true)
        for (let cut = 0; cut <= folded.text.length; cut++) {
          const [from, to] = [folded.at(cut), said.length]
          expect(foldText(said.slice(from, to)).endsWith(folded.text.slice(cut))).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('keeps words apart and joins none', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect([...wordsOf(`${a}\n${b}`)].toSorted()).toEqual(
          [...new Set([...wordsOf(a), ...wordsOf(b)])].toSorted(),
        )
      }),
    )
  })

  it.each([
    ['١٢٣ ۴۵۶ ७८९ １０', '123 456 789 10'],
    ['Ünïted Nåtiøns', 'united nations'],
    ['أحمد إبراهيم آدم', 'احمد ابراهيم ادم'],
    ['Йод, ёлка', 'йод, елка'],
    ['ĐẶNG Łódź straße', 'dang lodz strasse'],
  ])('folds %s', (said, folded) => expect(foldText(said)).toBe(folded))

  it('begins words with three signs and with four', () => {
    expect([...startsOf(['threat', 'al', '维权'])]).toEqual(['^thr', '^thre', '^维'])
  })
})

describe('an excerpt', () => {
  it('is a piece of what was written, no longer than it may be, cut between signs', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), text, (texts, typed) => {
        const { text: shown, found, before, after } = excerptOf(texts, piecesOf(typed))
        expect(shown.length).toBeLessThanOrEqual(excerptLength + 8)
        const flat = texts.map(one => one.replaceAll(/\s/gu, ' '))
        expect(flat.some(one => one.includes(shown))).toBe(true)
        if (!before && !after) expect(flat).toContain(shown)
        expect(shown.isWellFormed()).toBe(true)
        let last = 0
        for (const [from, to] of found) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(shown.length)
          last = to
        }
      }),
    )
  })

  it('marks each word that was sought, as it was written', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const word = 'Семёнов'
        const said = `${before} ${word} ${after}`
        const { text: shown, found } = excerptOf([said], piecesOf('семенов'))
        expect(found.map(([from, to]) => foldText(shown.slice(from, to)))).toContain('семенов')
      }),
    )
  })

  it('marks Arabic with the vowel signs that were written, and nothing beside', () => {
    const { text: shown, found } = excerptOf(['قال كَتَبَ رسالة'], piecesOf('كتب'))
    expect(found.map(([from, to]) => shown.slice(from, to))).toEqual(['كَتَبَ'])
  })

  it('marks words in quotes only where they stand together', () => {
    const said = 'The police came. The secret police came.'
    const { text: shown, found } = excerptOf([said], piecesOf('"secret police"'))
    expect(found.map(([from, to]) => shown.slice(from, to))).toEqual(['secret police'])
  })

  it('cuts a long text around what was found, between words', () => {
    const said = `${'before words '.repeat(50)}needle ${'after words '.repeat(50)}`
    const { text: shown, found, before, after } = excerptOf([said], piecesOf('needl'))
    expect(found.map(([from, to]) => shown.slice(from, to))).toEqual(['needl'])
    expect([before, after]).toEqual([true, true])
    expect(shown).toMatch(/^(?:before|words) .*(?:after|words)$/)
    expect(shown.length).toBeLessThanOrEqual(excerptLength)
  })
})
