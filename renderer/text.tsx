import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { createIntl, createIntlCache } from '@formatjs/intl'
import ar from '../resources/text/ar.json'
import en from '../resources/text/en.json'
import type { PartialDate } from '../shared/model.ts'
import type { RefusalCode, RefusalFacts } from '../shared/refusal.ts'
import type { Code, VocabularyId } from '../shared/vocabulary/index.ts'
import { labelOf } from '../shared/vocabulary/label.ts'

export type Language = 'en' | 'ar'

const messages: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, ar }
const cache = createIntlCache()

/** Every sentence of one language, and how it writes codes, days and moments. */
export interface Text {
  (key: string, values?: Readonly<Record<string, string | number>>): string
  /** BCP 47, with Western digits. */
  readonly locale: string
  readonly language: Language
  /** Whether there is a sentence under this key. */
  has(key: string): boolean
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

/** Makes the sentences of one language. */
export function textIn(language: Language): Text {
  const locale = language === 'ar' ? 'ar-u-nu-latn' : 'en-GB'
  const texts = messages[language]
  const intl = createIntl({ locale, messages: texts, onError: () => undefined }, cache)
  const say = (key: string, values?: Readonly<Record<string, string | number>>) =>
    intl.formatMessage({ id: key }, values)
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const day = (value: string) => days.format(new Date(`${value}T00:00:00Z`))
  return Object.assign(say, {
    locale,
    language,
    has: (key: string) => Object.hasOwn(texts, key),
    code: <Id extends VocabularyId>(list: Id, code: Code<Id>) => labelOf(list, code, { locale, texts }),
    refusal: ({ code, facts }: { readonly code: RefusalCode; readonly facts?: RefusalFacts | undefined }) =>
      say(`refusal.${code}`, facts),
    day,
    moment: (instant: string) => moments.format(new Date(instant)),
    date: ({ said, precision, from, to }: PartialDate) => {
      if (precision === 'unknown' || from === null || to === null) return say('date.unknown')
      return precision === 'day' ? day(from) : say('date.said', { said, from: day(from), to: day(to) })
    },
  })
}

const Current = createContext<Text | null>(null)

/** Gives everything inside it the sentences of one language. */
export function TextProvider({
  language,
  children,
}: {
  readonly language: Language
  readonly children: ReactNode
}) {
  const text = useMemo(() => textIn(language), [language])
  return <Current value={text}>{children}</Current>
}

/** The sentences of the window's language. */
export function useText(): Text {
  const text = useContext(Current)
  if (!text) throw new Error('no TextProvider around this')
  return text
}
