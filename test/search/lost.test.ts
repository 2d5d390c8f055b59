import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lostWords } from '../../shared/search/lost.ts'
import { startsOf, wordsOf } from '../../shared/search/words.ts'

const everyWord = (text: string) => {
  const words = wordsOf(text)
  return new Set([...words, ...startsOf(words)])
}

const sorted = (words: Iterable<string>) => [...words].toSorted()

const signs = fc.constantFrom(
  ...'aBé  \n\u001e.-7٣اأحд維权カё한ﬁ😀',
  'ٌ',
  '\u3099',
  '\u0301',
  '\u200d',
  '\u1112',
  '\u1161',
  '\ud83d',
)
const some = fc.array(signs, { maxLength: 12 }).map(all => all.join(''))

describe('the words that a text lost', () => {
  it('are those it had and has no more, wherever it was written over', () => {
    fc.assert(
      fc.property(some, some, some, some, (begin, old, now, end) => {
        const [before, after] = [begin + old + end, begin + now + end]
        const still = everyWord(after)
        const expected = [...everyWord(before)].filter(word => !still.has(word))
        expect(sorted(lostWords(before, after))).toEqual(sorted(expected))
      }),
      { numRuns: 5000 },
    )
  })

  it('are none where something was only added', () => {
    expect(lostWords('They came', 'They came back')).toEqual(new Set())
    expect(lostWords('维权律师', '维权律师来了').size).toBe(1)
  })
})
