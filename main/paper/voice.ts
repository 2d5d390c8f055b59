import { createIntl, createIntlCache } from '@formatjs/intl'
import type { PaperLanguage } from '../../shared/paper/model.ts'
import { localeOf, type Voice } from '../../shared/paper/phrase.ts'
import { sentences } from '../text.ts'

const cache = createIntlCache()

/** The sentences of papers in one of their languages. An office's own words for a code are not among them. */
export function voiceIn(language: PaperLanguage): Voice {
  const messages = sentences[language]
  const intl = createIntl({ locale: localeOf(language), messages, onError: () => undefined }, cache)
  return { language, say: (key, values) => intl.formatMessage({ id: key }, values) }
}
