import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { guidance } from '../../shared/vocabulary/guidance.ts'
import { vocabularies, type VocabularyId } from '../../shared/vocabulary/index.ts'
import { labelOf } from '../../shared/vocabulary/label.ts'
import type { Vocabulary } from '../../shared/vocabulary/list.ts'

type Texts = Readonly<Record<string, string>>

const folder = new URL('../../resources/text/', import.meta.url)
/** The languages of the window; the others have the words of papers alone. */
const locales = ['ar', 'en']
const textsOf = (locale: string): Texts => JSON.parse(readFileSync(new URL(`${locale}.json`, folder), 'utf8'))

const isId = (key: string): key is VocabularyId => key in vocabularies
const lists = Object.keys(vocabularies)
  .filter(isId)
  .map((id): Vocabulary<VocabularyId> => vocabularies[id])

const titles = lists.map(list => `vocabulary.${list.id}`)
const groups = lists.flatMap(list => list.groups.map(({ group }) => `vocabulary.${list.id}.group.${group}`))
const codes = lists.flatMap(list => list.codes.map(code => `vocabulary.${list.id}.${code}`))
const numbered = (prefix: string, count: number, parts: readonly string[]) =>
  Array.from({ length: count }, (_, index) => parts.map(part => `${prefix}${index + 1}.${part}`)).flat()

/** Keys of the codes that need no text because the machine knows their name. */
const namedByMachine = (id: 'country' | 'language', type: 'region' | 'language', locale: string) => {
  const known = new Intl.DisplayNames([locale], { type, fallback: 'none' })
  const real = vocabularies[id].codes.filter(code => code !== 'other' && code !== 'unknown')
  return real.filter(code => known.of(code) !== undefined).map(code => `vocabulary.${id}.${code}`)
}

describe.each(locales)('the labels in %s', locale => {
  const texts = textsOf(locale)
  const named = new Set([
    ...namedByMachine('country', 'region', locale),
    ...namedByMachine('language', 'language', locale),
  ])

  it('exist for every list, every group and every code', () => {
    const wanted = [...titles, ...groups, ...codes.filter(key => !named.has(key))]
    expect(wanted.filter(key => !texts[key]?.trim())).toEqual([])
  })

  it('belong to a list, a group or a code that exists', () => {
    const known = new Set([...titles, ...groups, ...codes])
    const labels = Object.keys(texts).filter(key => key.startsWith('vocabulary.'))
    expect(labels.filter(key => !known.has(key))).toEqual([])
  })

  it('are different for every code of a list, so that nobody ticks the wrong one', () => {
    const twice = lists.flatMap(({ id, codes }) => {
      const labels = codes.map(code => texts[`vocabulary.${id}.${code}`] ?? code)
      return labels.filter((label, index) => labels.indexOf(label) !== index).map(label => `${id}: ${label}`)
    })
    expect(twice).toEqual([])
  })

  it('stand beside the questions of the scope test and of the do-no-harm check, each with its help', () => {
    const wanted = [
      ...numbered('scope.t', 9, ['question', 'hint', 'why']),
      ...numbered('harm.q', 12, ['question', 'hint']),
      ...['threat', 'vulnerability', 'capacity', 'uncertainty'].map(group => `factor.${group}.title`),
    ]
    expect(wanted.filter(key => !texts[key]?.trim())).toEqual([])
  })

  it('come with guidance that says what is not a text of the United Nations', () => {
    const wanted = Object.entries(guidance).flatMap(([note, points]) =>
      ['title', 'intro', 'basis', ...points].map(point => `guidance.${note}.${point}`),
    )
    expect(wanted.filter(key => !texts[key]?.trim())).toEqual([])
    expect(Object.keys(texts).filter(key => key.startsWith('guidance.') && !wanted.includes(key))).toEqual([])
  })

  it('name a practice country as one', () => {
    for (const code of ['XA', 'QZ', 'XK', 'QO'] as const)
      expect(labelOf('country', code, { locale, texts })).toMatch(new RegExp(`.+ ${code}$`))
  })
})

describe('the name of a code', () => {
  it('follows the usage of the United Nations before that of the machine', () => {
    expect(labelOf('country', 'PS', { locale: 'en', texts: textsOf('en') })).toBe('State of Palestine')
    expect(labelOf('country', 'PS', { locale: 'ar', texts: textsOf('ar') })).toBe('دولة فلسطين')
  })

  it('comes from the machine for countries and languages without a text of their own', () => {
    expect(labelOf('country', 'FR', { locale: 'en', texts: {} })).toBe('France')
    expect(labelOf('language', 'fr', { locale: 'ar', texts: {} })).toBe('الفرنسية')
  })

  it('is the code itself when there is no other', () => {
    expect(labelOf('formOfAct', 'smear', { locale: 'en', texts: {} })).toBe('smear')
  })
})
