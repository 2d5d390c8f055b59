import { describe, expect, it } from 'vitest'
import { findLeaks, fold, withNameParts, withNumbers, withSentences } from '../../shared/brief/leaks.ts'

const hits = (secret: string, text: string) =>
  findLeaks([{ key: 'k', text: secret }], [{ where: 'w', text }]).length > 0

const scripts = [
  ['Latin', 'Zoë Müller', 'We met Zoe Muller again.'],
  ['Latin, decomposed', 'Zoë Müller', 'We met Zoe\u0308 Mu\u0308ller again.'],
  ['Arabic', 'سميرة حدادين', 'قابلنا سميرة حدادين أمس.'],
  ['Arabic with marks', 'سميرة حدادين', 'قابلنا سَمِيرَة حَدّادِين أمس.'],
  ['Arabic with a particle', 'سميرة', 'قيل لسميرة وسميرة أن تصمت.'],
  ['Cyrillic', 'Анна Петрова', 'Вчера АННА ПЕТРОВА была здесь.'],
  ['Chinese', '王小明', '昨天王小明来了。'],
  ['Greek', 'Ελένη Παππά', 'ΕΛΈΝΗ ΠΑΠΠΆ ήταν εδώ.'],
  ['Devanagari', 'मीरा शर्मा', 'कल मीरा शर्मा यहाँ थीं।'],
  ['Thai', 'สมชาย', 'เมื่อวานสมชายมาที่นี่'],
  ['Spanish', 'José Ibáñez', 'jose ibanez vino ayer'],
] as const

describe('the leak check', () => {
  it.each(scripts)('finds a withheld name in %s', (_, secret, text) => expect(hits(secret, text)).toBe(true))

  it('finds Arabic in presentation forms, in both reading directions', () => {
    const shown = '\uFEB3\uFEE4\uFEF4\uFEAE\uFE93'
    expect(fold(shown)).toBe('سميرة')
    expect(hits('سميرة', `قال ${shown} نعم`)).toBe(true)
    expect(hits('سميرة', [...`قال ${shown} نعم`].toReversed().join(''))).toBe(true)
    expect(hits('سلامة محمد', [...'قال ﺳﻼمة محمد نعم'].toReversed().join(''))).toBe(true)
  })

  it('finds words in the other order of a line', () => {
    expect(hits('علي حسن', 'كان حسن علي هنا')).toBe(true)
  })

  it('finds what a line or a page broke', () => {
    expect(hits('Karim', 'we saw Ka-\nrim there')).toBe(true)
    expect(hits('Khalid Mansour', 'we saw Khalid Man\nsour there')).toBe(true)
    expect(hits('王小明', '王小\n明')).toBe(true)
  })

  it('finds what JSON escaped', () => {
    expect(hits('سميرة', String.raw`{"x":"\u0633\u0645\u064a\u0631\u0629"}`)).toBe(true)
    expect(hits('Karim', String.raw`{"x":"line\nKarim\nline"}`)).toBe(true)
  })

  it('finds a long text wherever its letters stand, and a quoted sentence of it', () => {
    const account = 'They came at night. They asked for the list of the people who had been there.'
    const [, ...sentences] = withSentences(account)
    expect(sentences).toHaveLength(1)
    expect(
      hits(sentences[0] ?? '', 'P1 said: “they asked for the list, of the people who had been there”'),
    ).toBe(true)
  })

  it('finds a part of a name, and not a word that only begins like it', () => {
    expect(withNameParts('Samira al Haddadin')).toEqual(['Samira al Haddadin', 'Samira', 'Haddadin'])
    expect(hits('Samira', 'samiras')).toBe(false)
    expect(hits('Hope', 'We hope so')).toBe(true)
  })

  it('takes nothing for a leak that is too short to tell', () => {
    expect(findLeaks([{ key: 'k', text: 'P1' }], [{ where: 'w', text: 'P1 was summoned' }])).toEqual([])
  })

  it('names each secret and each part once', () => {
    const secrets = ['Samira Haddadin', 'Samira'].map(text => ({ key: 'identity:1', text }))
    expect(findLeaks(secrets, [{ where: 'a', text: 'Samira Haddadin, Samira' }])).toEqual([
      { key: 'identity:1', where: 'a' },
    ])
  })
})

describe('papers of an identity', () => {
  it('are told by their numbers, not by the word for them', () => {
    expect(withNumbers('Passport XA-4471920, identity card')).toEqual(['Passport XA-4471920', 'XA-4471920'])
    expect(withNumbers('passport')).toEqual([])
  })
})
