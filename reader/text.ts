import { createIntl, createIntlCache } from '@formatjs/intl'
import ar from '../resources/text/ar.json' with { type: 'json' }
import en from '../resources/text/en.json' with { type: 'json' }
import es from '../resources/text/es.json' with { type: 'json' }
import fr from '../resources/text/fr.json' with { type: 'json' }
import ru from '../resources/text/ru.json' with { type: 'json' }
import zh from '../resources/text/zh.json' with { type: 'json' }
import { apart } from '../shared/apart.ts'
import type { Say } from '../shared/brief/leaf.ts'
import type { PaperLanguage } from '../shared/paper/model.ts'
import { localeOf } from '../shared/paper/phrase.ts'

/** The languages of the page itself. A brief may be in others. */
export const languages = ['en', 'ar'] as const
export type Language = (typeof languages)[number]

/** The sentences the page may need; the build leaves out all others. */
const messages: Readonly<Record<PaperLanguage, Readonly<Record<string, string>>>> = { ar, en, es, fr, ru, zh }
const cache = createIntlCache()

/** The sentences of a brief in its own language, as Vigil's window and printer say them. */
export function documentText(language: PaperLanguage): Say {
  const locale = localeOf(language)
  const intl = createIntl({ locale, messages: messages[language], onError: () => undefined }, cache)
  const placed = language === 'ar' ? apart : (values: Parameters<Say>[1]) => values
  return (key, values) => intl.formatMessage({ id: key }, placed(values))
}

/** Every sentence of the page in one language, and how it writes a moment. */
export interface Text extends Say {
  readonly language: Language
  /** A moment, to the minute, in this machine's time. */
  moment(instant: string): string
}

/** The sentences of the page in one language. */
export function textIn(language: Language): Text {
  const moments = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' })
  return Object.assign(documentText(language), {
    language,
    moment: (instant: string) => moments.format(new Date(instant)),
  })
}

/** Which way a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')
