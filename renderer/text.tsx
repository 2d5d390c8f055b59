import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { createIntl, createIntlCache } from '@formatjs/intl'
import { apart } from '../shared/apart.ts'
import type { PartialDate } from '../shared/model.ts'
import type { RefusalCode, RefusalFacts } from '../shared/refusal.ts'
import { type Editions } from '../shared/settings/lists.ts'
import { wordsOf } from '../shared/settings/ownWords.ts'
import type { Code, VocabularyId } from '../shared/vocabulary/index.ts'
import { labelOf } from '../shared/vocabulary/label.ts'
import { wordsIn, type Words } from './words.ts'

export type Language = 'en' | 'ar'

const cache = createIntlCache()

/** Every sentence of one language, and how it writes codes, days and moments. */
export interface Text {
  (key: string, values?: Readonly<Record<string, string | number>>): string
  /** BCP 47, with Western digits. */
  readonly locale: string
  readonly language: Language
  /** The lists as the open vault has them; nothing while none is open. */
  readonly editions: Editions
  /** Whether there is a sentence under this key. */
  has(key: string): boolean
  /** A label as it comes with Vigil, whatever words the office has for it. */
  asItCame(key: string): string
  /** The label of a code of a controlled list. */
  code<Id extends VocabularyId>(list: Id, code: Code<Id>): string
  /** The sentence of a refusal. */
  refusal(refusal: { readonly code: RefusalCode; readonly facts?: RefusalFacts | undefined }): string
  /** A day `YYYY-MM-DD` as people of this language write it. */
  day(day: string): string
  /** A moment, to the minute, in this machine's time. */
  moment(instant: string): string
  /** A date as well as it is known. */
  date(date: PartialDate): string
}

/** Makes the sentences of one language that was read (`words.ts`). What an office has words of its own for is said in them, as they stand. */
export function textIn(language: Language, editions: Editions = {}): Text {
  const locale = language === 'ar' ? 'ar-u-nu-latn' : 'en-GB'
  const own = wordsOf(editions, language)
  const came = wordsIn(language)
  const texts = withOwn(came, own)
  const intl = once(() => createIntl({ locale, messages: came, onError: () => undefined }, cache))
  const say = (key: string, values?: Readonly<Record<string, string | number>>) => {
    if (own[key] !== undefined) return own[key]
    if (came[key] !== undefined && isPlain(came[key])) return came[key]
    return intl().formatMessage({ id: key }, language === 'ar' ? apart(values) : values)
  }
  const days = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }))
  const moments = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }))
  const day = (value: string) => days().format(new Date(`${value}T00:00:00Z`))
  return Object.assign(say, {
    locale,
    language,
    editions,
    asItCame: (key: string) => came[key] ?? key,
    has: (key: string) => Object.hasOwn(texts, key),
    code: <Id extends VocabularyId>(list: Id, code: Code<Id>) => labelOf(list, code, { locale, texts }),
    refusal: ({ code, facts }: { readonly code: RefusalCode; readonly facts?: RefusalFacts | undefined }) =>
      say(`refusal.${code}`, facts),
    day,
    moment: (instant: string) => moments().format(new Date(instant)),
    date: ({ said, precision, from, to }: PartialDate) => {
      if (precision === 'unknown' || from === null || to === null) return say('date.unknown')
      return precision === 'day' ? day(from) : say('date.said', { said, from: day(from), to: day(to) })
    },
  })
}

/** Nothing is put into it, and nothing in it stands for something else: such a sentence is said as it is written. */
const isPlain = (sentence: string): boolean => !/[{}<>']/.test(sentence)

/** Made when first wanted. */
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** Thousands of sentences are not copied for an office that has no words of its own. */
const withOwn = (came: Words, own: Words): Words =>
  Object.keys(own).length === 0 ? came : { ...came, ...own }

const Current = createContext<Text | null>(null)

/** Gives everything inside it the sentences of one language. */
export function TextProvider({
  language,
  editions,
  children,
}: {
  readonly language: Language
  readonly editions?: Editions | undefined
  readonly children: ReactNode
}) {
  const text = useMemo(() => textIn(language, editions), [language, editions])
  return <Current value={text}>{children}</Current>
}

/** The sentences of the window's language. */
export function useText(): Text {
  const text = useContext(Current)
  if (!text) throw new Error('no TextProvider around this')
  return text
}
