import { createIntl, createIntlCache } from '@formatjs/intl'
import { apart } from '../shared/apart.ts'
import type { Say } from '../shared/brief/paper.ts'
import type { PaperLanguage } from '../shared/paper/model.ts'
import { localeOf } from '../shared/paper/phrase.ts'
import { wordsIn } from './words.ts'

const cache = createIntlCache()

/**
 * The sentences of a document in its own language, whatever the language of the window: the very ones that are printed. The
 * language must have been read (`words.ts`).
 */
export function documentText(language: PaperLanguage): Say {
  const intl = createIntl(
    { locale: localeOf(language), messages: wordsIn(language), onError: () => undefined },
    cache,
  )
  const placed = language === 'ar' ? apart : (values: Parameters<Say>[1]) => values
  return (key, values) => intl.formatMessage({ id: key }, placed(values))
}
