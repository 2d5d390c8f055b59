import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasUnseen, mixesAlphabets, piecesOf } from '../../shared/import/unseen.ts'

const shown = (text: string) =>
  piecesOf(text)
    .map(piece => ('shown' in piece ? piece.shown : `[${piece.unseen}]`))
    .join('')

describe('marks nobody would see', () => {
  it('are told by their numbers, where they stand', () => {
    expect(shown('invoice\u202egpj.exe')).toBe('invoice[U+202E]gpj.exe')
    expect(shown('pay\u200bpal')).toBe('pay[U+200B]pal')
    expect(shown('\ufeffa\u2066b\u2069\u00adc')).toBe('[U+FEFF]a[U+2066]b[U+2069][U+00AD]c')
    expect(shown('a\u{e0061}b')).toBe('a[U+E0061]b')
  })

  it('are not what Arabic, Persian and pictures of several signs need', () => {
    const honest = 'می‌خواهم العربية ‏(٢٠٢٦) 👩‍⚖️ café'
    expect(shown(honest)).toBe(honest)
    expect(hasUnseen([honest, ''])).toBe(false)
    expect(hasUnseen([honest, 'a\u202eb'])).toBe(true)
  })

  it('are all there is between a text and what is shown: no letter is lost, moved or made', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 })
    fc.assert(
      fc.property(fc.array(fc.oneof(text, fc.constantFrom('\u202e', '\u200b', '\u2067'))), parts => {
        const whole = parts.join('')
        const again = piecesOf(whole)
          .map(piece =>
            'shown' in piece ? piece.shown : String.fromCodePoint(Number.parseInt(piece.unseen.slice(2), 16)),
          )
          .join('')
        expect(again).toBe(whole)
        const words = piecesOf(whole).flatMap(piece => ('shown' in piece ? [piece.shown] : []))
        expect(hasUnseen(words)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})

describe('letters that look alike', () => {
  it('are told when one word mixes alphabets, or an address stands for another alphabet', () => {
    expect(mixesAlphabets('Аmal <amal@presence.example>')).toBe(true)
    expect(mixesAlphabets('a@prеsence.example')).toBe(true)
    expect(mixesAlphabets('a@xn--prsence-4of.example')).toBe(true)
  })

  it('are not told in a name written in two scripts, nor in one alphabet', () => {
    expect(mixesAlphabets('Иван Ivan <ivan@presence.example>')).toBe(false)
    expect(mixesAlphabets('أمل Amal <amal@presence.example>')).toBe(false)
    expect(mixesAlphabets('山田 Yamada <y@presence.example>')).toBe(false)
  })
})
