import { createIntl, createIntlCache } from '@formatjs/intl'
import type { Say } from '../shared/brief/paper.ts'
import ar from '../resources/text/ar.json' with { type: 'json' }
import en from '../resources/text/en.json' with { type: 'json' }

const messages: Readonly<Record<'en' | 'ar', Readonly<Record<string, string>>>> = { en, ar }
const cache = createIntlCache()

/**
 * The sentences of one language, for documents that are made without a window. Digits stay Western in codes and dates.
 *
 * @param words what the office has words of its own for, by text key; they are said as they stand.
 */
export function sayIn(language: 'en' | 'ar', words: Readonly<Record<string, string>> = {}): Say {
  const locale = language === 'ar' ? 'ar-u-nu-latn' : language
  const intl = createIntl({ locale, messages: messages[language], onError: () => undefined }, cache)
  return (key, values) => words[key] ?? intl.formatMessage({ id: key }, values)
}
