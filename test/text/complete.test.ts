import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { TYPE, parse } from '@formatjs/icu-messageformat-parser'
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'

const folder = 'resources/text'
const languages = readdirSync(folder).map(name => name.replace('.json', ''))
/** The languages of the window. The others have the words of papers for the person and of briefs, and nothing else. */
const ofTheWindow = ['ar', 'en']
const textsOf = (language: string) =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Record<string, string>
const english = textsOf('en')

/** Lists whose codes can stand in a brief. */
const listsOfBriefs =
  'actStatus ageBand channel condition cooperationStatus cooperationType formOfAct gender handlingCaveat identityLevel immediateDanger legalTool marking perpetratorClass perpetratorKind purpose recipientClass region scopeOfContent sourceReliability standardOfProof unEntity verificationStatus victimRole victimSituation victimUnit'.split(
    ' ',
  )
const ofDocuments = [
  /^sheet\./,
  /^paper\.(?!goToContent$|stopped$)/,
  /^(?:brief\.line|consent\.fact|person\.part|risk\.band)\.[\w]+$/,
  /^(?:brief\.nameSaid|date\.(?:said|unknown)|answer\.(?:declined|not-asked|unknown|withheld))$/,
  new RegExp(`^vocabulary\\.(?:${listsOfBriefs.join('|')})\\.(?!group\\.)`),
]

/** Every name a sentence has a place for. */
function places(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap(element => {
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return [element.value, ...Object.values(element.options).flatMap(option => places(option.value))]
    return element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag
      ? []
      : [element.value]
  })
}

function plurals(elements: readonly MessageFormatElement[]): string[][] {
  return elements.flatMap(element => (element.type === TYPE.plural ? [Object.keys(element.options)] : []))
}

/** Keys that stand as plain words in the code: `text('…')`, `say('…')`. */
function keysInCode(): string[] {
  const files = ['renderer', 'reader', 'shared', 'main'].flatMap(part =>
    (readdirSync(part, { recursive: true }) as string[])
      .filter(name => /\.tsx?$/.test(name))
      .map(name => join(part, name)),
  )
  const found = files.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/\b(?:text|say)\(\s*'([a-z][^'$]*\.[^'$]+)'/g)].map(
      match => match[1] ?? '',
    ),
  )
  return [...new Set(found)]
}

describe('the texts', () => {
  it('are there in English and Arabic, and for papers and briefs in every official language', () =>
    expect(languages.toSorted()).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh']))

  it('has every sentence the code asks for by name', () => {
    expect(keysInCode().filter(key => !(key in english))).toEqual([])
  })

  describe.each(languages)('%s', language => {
    const texts = textsOf(language)
    const asked = Object.keys(english).filter(
      key => ofTheWindow.includes(language) || ofDocuments.some(pattern => pattern.test(key)),
    )

    it('has the same sentences as English, each with words in it', () => {
      expect(Object.keys(texts)).toEqual(asked)
      expect(Object.entries(texts).filter(([, value]) => value.trim() === '')).toEqual([])
    })

    it('has the same places for values, and every plural form its language needs', () => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
      const wrong = asked.filter(key => {
        const own = parse(texts[key] ?? '')
        const theirs = new Set(places(parse(english[key] ?? '')))
        const lacks = plurals(own).some(options => forms.some(form => !options.includes(form)))
        return lacks || [...theirs].toSorted().join() !== [...new Set(places(own))].toSorted().join()
      })
      expect(wrong).toEqual([])
    })
  })
})
