import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sayIn } from '../../main/text.ts'
import { documentText, directionOf, textIn } from '../../reader/text.ts'
import { textIn as windowText } from '../../renderer/text.tsx'
import { readWords } from '../../renderer/words.ts'
import { isNeeded } from '../../script/lib/reader-page.ts'
import { PaperLanguage } from '../../shared/paper/model.ts'

await readWords('en', 'ar')

const textsOf = (language: string) =>
  JSON.parse(readFileSync(`resources/text/${language}.json`, 'utf8')) as Record<string, string>

/** Something for every place a sentence has. */
const valuesFor = (sentence = '') =>
  Object.fromEntries(
    [...sentence.matchAll(/\{(\w+)/g)].map(([, name = ''], at) => [name, at === 0 ? 'P1: 7' : 'x']),
  )

describe('the words of the page', () => {
  it.each(PaperLanguage.options)('are those of the printed brief, in %s', language => {
    const texts = textsOf(language)
    const say = documentText(language)
    const printed = sayIn(language)
    const keys = Object.keys(texts).filter(key => isNeeded(key) && !texts[key]?.includes('plural'))
    expect(keys.length).toBeGreaterThan(100)
    for (const key of keys) expect(say(key, valuesFor(texts[key]))).toBe(printed(key, valuesFor(texts[key])))
  })

  it.each(['en', 'ar'] as const)('are those of the window around it, in %s', language => {
    const texts = textsOf(language)
    const [own, theirs] = [textIn(language), windowText(language)]
    const keys = Object.keys(texts).filter(key => /^(reader|reply|read\.)/.test(key))
    for (const key of keys) expect(own(key, valuesFor(texts[key]))).toBe(theirs(key, valuesFor(texts[key])))
    expect(own.moment('2026-03-02T12:00:00.000Z')).toBe(theirs.moment('2026-03-02T12:00:00.000Z'))
  })

  it('run from right to left in Arabic alone', () => {
    expect(PaperLanguage.options.filter(language => directionOf(language) === 'rtl')).toEqual(['ar'])
  })
})
