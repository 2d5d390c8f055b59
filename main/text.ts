import { createIntl, createIntlCache } from '@formatjs/intl'
import { apart } from '../shared/apart.ts'
import type { Say } from '../shared/brief/paper.ts'
import type { PaperLanguage } from '../shared/paper/model.ts'
import type { Editions } from '../shared/settings/lists.ts'
import { wordsOf } from '../shared/settings/ownWords.ts'
import { localeOf } from '../shared/paper/phrase.ts'
import ar from '../resources/text/ar.json' with { type: 'json' }
import en from '../resources/text/en.json' with { type: 'json' }
import es from '../resources/text/es.json' with { type: 'json' }
import fr from '../resources/text/fr.json' with { type: 'json' }
import ru from '../resources/text/ru.json' with { type: 'json' }
import zh from '../resources/text/zh.json' with { type: 'json' }

/** Every sentence there is in a language: all of them in English and Arabic, in the others those of documents. */
export const sentences: Readonly<Record<PaperLanguage, Readonly<Record<string, string>>>> = {
  ar,
  en,
  es,
  fr,
  ru,
  zh,
}
const cache = createIntlCache()

/**
 * The sentences of one language, for documents that are made without a window. Digits stay Western in codes and dates.
 *
 * @param words what the office has words of its own for, by text key; they are said as they stand.
 */
export function sayIn(language: PaperLanguage, words: Readonly<Record<string, string>> = {}): Say {
  const messages = sentences[language]
  const intl = createIntl({ locale: localeOf(language), messages, onError: () => undefined }, cache)
  const placed = language === 'ar' ? apart : (values: Parameters<Say>[1]) => values
  return (key, values) => words[key] ?? intl.formatMessage({ id: key }, placed(values))
}

/**
 * What a document says in the office’s own words, by text key. The office was asked for English and Arabic only: in the
 * other languages what Vigil has words for is said in those, and only what the office added is said in English.
 */
export function officeWords(editions: Editions, language: PaperLanguage): Readonly<Record<string, string>> {
  const own = wordsOf(editions, language)
  if (language === 'en' || language === 'ar') return own
  return Object.fromEntries(Object.entries(own).filter(([key]) => !(key in sentences[language])))
}
