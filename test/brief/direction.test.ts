import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginsFromRight, stretches } from '../../main/docx/direction.ts'

/** A paragraph as its runs: what is read from the right stands between arrows. */
const runs = (text: string, isRightToLeft: boolean) =>
  stretches(text, isRightToLeft).map(one => (one.isRightToLeft ? `←${one.text}` : one.text))

describe('a text with two directions', () => {
  it('keeps a code, a number with its signs and words in brackets together in an Arabic sentence', () => {
    expect(runs('القضية 2AB-3CD هنا', true)).toEqual(['←القضية ', '2AB-3CD', '← هنا'])
    expect(runs('المستند A/HRC/60/62.', true)).toEqual(['←المستند ', 'A/HRC/60/62', '←.'])
    expect(runs('الرئيس (FP-1) قال', true)).toEqual(['←الرئيس ', '(FP-1)', '← قال'])
    expect(runs('(مكتب OHCHR) قال', true)).toEqual(['←(مكتب ', 'OHCHR', '←) قال'])
    expect(runs('في 14 آذار', true)).toEqual(['←في 14 آذار'])
  })

  it('keeps Arabic words together in a sentence of another script', () => {
    expect(runs('Elle a dit « لا أريد » hier.', false)).toEqual(['Elle a dit « ', '←لا أريد', ' » hier.'])
  })

  it('gives what stands between isolates a direction of its own, and leaves the isolates out', () => {
    expect(runs('موعد \u20675 آذار\u2069 و\u20682026-11-05\u2069.', true)).toEqual([
      '←موعد 5 آذار و',
      '2026-11-05',
      '←.',
    ])
    expect(runs('said (\u2068قالت OHCHR\u2069)', false)).toEqual(['said (', '←قالت ', 'OHCHR)'])
  })

  it('is said whole and in order, and no run holds letters of the other direction only', () => {
    const word = fc.constantFrom(
      'P1',
      'سميرة',
      '(',
      ')',
      '12',
      '«',
      '»',
      ' ',
      'Её',
      '话',
      '\u2068',
      '\u2067',
      '\u2069',
      '—',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.boolean(), (words, isRightToLeft) => {
        const text = words.join('')
        const found = stretches(text, isRightToLeft)
        expect(found.map(one => one.text).join('')).toBe(text.replaceAll(/[\u2066-\u2069]/g, ''))
        for (const one of found)
          expect(beginsFromRight(one.text) ?? one.isRightToLeft).toBe(one.isRightToLeft)
      }),
    )
  })
})
