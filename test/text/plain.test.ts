import { createIntl } from '@formatjs/intl'
import { expect, test } from 'vitest'
import ar from '../../resources/text/ar.json' with { type: 'json' }
import en from '../../resources/text/en.json' with { type: 'json' }
import { textIn } from '../../renderer/text.tsx'
import { readWords } from '../../renderer/words.ts'

const every: readonly [language: 'en' | 'ar', sentences: Readonly<Record<string, string>>][] = [
  ['en', en],
  ['ar', ar],
]

test('a sentence that is said as it is written says what it would say with everything looked at', async () => {
  await readWords('en', 'ar')
  for (const [language, sentences] of every) {
    const say = textIn(language)
    const intl = createIntl({ locale: language, messages: sentences, onError: () => undefined })
    const plain = Object.entries(sentences).filter(([, sentence]) => !sentence.includes('{'))
    expect(plain.length).toBeGreaterThan(1_000)
    for (const [key] of plain) expect(say(key), key).toBe(intl.formatMessage({ id: key }))
  }
})
