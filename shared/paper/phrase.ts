import type { Say } from '../brief/leaf.ts'
import type { Day } from '../model.ts'
import type { PaperLanguage, Said } from './model.ts'

/** What fills a place of a sentence. */
export type Filling = Phrase | number | { readonly day: Day }

/**
 * Something a paper says, before it is said in a language: a sentence under a text key with what fills its places, words
 * as somebody typed them, or several things in a row.
 */
export type Phrase =
  | { readonly key: string; readonly values?: Readonly<Record<string, Filling>> }
  | { readonly own: string }
  | { readonly row: readonly Phrase[] }

/** One thing on a paper, with what belongs to it. */
export interface Entry {
  readonly words: Phrase
  readonly under: readonly Phrase[]
}

/** A sentence of the papers' own (`sheet.<key>`). */
export const phrase = (key: string, values?: Readonly<Record<string, Filling>>): Phrase =>
  values ? { key: `sheet.${key}`, values } : { key: `sheet.${key}` }

/** A code of a list, in plain words of the papers' own. */
export const word = (list: string, code: string): Phrase => phrase(`${list}.${code}`)

/** An entry with nothing under it, or with what is under it. */
export const entry = (words: Phrase, under: readonly Phrase[] = []): Entry => ({ words, under })

/** Words somebody typed, as an entry; nothing where nothing was typed. */
export const ownEntry = (text: string | null): Entry[] =>
  text === null || text === '' ? [] : [entry({ own: text })]

/** The language as programs write it: Chinese in simplified signs, Western digits in Arabic. */
export const localeOf = (language: PaperLanguage): string =>
  ({ ar: 'ar-u-nu-latn', zh: 'zh-Hans', en: 'en-GB', fr: 'fr', ru: 'ru', es: 'es' })[language]

/** Says phrases in one language. */
export interface Voice {
  readonly language: PaperLanguage
  readonly say: Say
}

/** A phrase in a language. Words somebody typed stay as they are and are kept apart from the direction around them. */
export function sayPhrase(spoken: Phrase, voice: Voice): Said {
  if ('own' in spoken) return { text: spoken.own, own: true }
  return { text: sentence(spoken, voice), own: false }
}

function sentence(spoken: Phrase, voice: Voice): string {
  if ('own' in spoken) return `\u2068${spoken.own}\u2069`
  if ('row' in spoken) return spoken.row.map(one => sentence(one, voice)).join(voice.say('sheet.comma'))
  const values = Object.entries(spoken.values ?? {}).map(
    ([name, value]) => [name, fill(value, voice)] as const,
  )
  return voice.say(spoken.key, Object.fromEntries(values))
}

function fill(value: Filling, voice: Voice): string | number {
  if (typeof value === 'number') return value
  return 'day' in value ? dayIn(value.day, voice.language) : sentence(value, voice)
}

const dayIn = (day: Day, language: PaperLanguage) =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** Every text somebody typed in an entry. */
export const ownTexts = ({ words, under }: Entry): string[] => [words, ...under].flatMap(ownIn)

function ownIn(spoken: Phrase): string[] {
  if ('own' in spoken) return [spoken.own]
  if ('row' in spoken) return spoken.row.flatMap(ownIn)
  return Object.values(spoken.values ?? {}).flatMap(value =>
    typeof value === 'number' || 'day' in value ? [] : ownIn(value),
  )
}

/** The same entry with nothing in it that somebody typed: the words of the form alone. */
export const formOf = ({ words, under }: Entry): Entry => ({ words: bare(words), under: under.map(bare) })

function bare(spoken: Phrase): Phrase {
  if ('own' in spoken) return { own: '' }
  if ('row' in spoken) return { row: spoken.row.map(bare) }
  const values = Object.entries(spoken.values ?? {}).map(([name, value]) => [
    name,
    typeof value === 'number' || 'day' in value ? value : bare(value),
  ])
  return { key: spoken.key, values: Object.fromEntries(values) as Readonly<Record<string, Filling>> }
}
