import { createIntl, createIntlCache } from '@formatjs/intl'
import { apart } from '../shared/apart.ts'
import type { Say } from '../shared/brief/paper.ts'
import type { PaperLanguage } from '../shared/paper/model.ts'
import { localeOf } from '../shared/paper/phrase.ts'
import ar from '../resources/text/ar.json'
import en from '../resources/text/en.json'
import es from '../resources/text/es.json'
import fr from '../resources/text/fr.json'
import ru from '../resources/text/ru.json'
import zh from '../resources/text/zh.json'

const messages: Readonly<Record<PaperLanguage, Readonly<Record<string, string>>>> = { ar, en, es, fr, ru, zh }
const cache = createIntlCache()

/** The sentences of a document in its own language, whatever the language of the window: the very ones that are printed. */
export function documentText(language: PaperLanguage): Say {
  const intl = createIntl(
    { locale: localeOf(language), messages: messages[language], onError: () => undefined },
    cache,
  )
  const placed = language === 'ar' ? apart : (values: Parameters<Say>[1]) => values
  return (key, values) => intl.formatMessage({ id: key }, placed(values))
}
