import { createIntl, createIntlCache } from '@formatjs/intl'
import ar from '../../resources/text/ar.json' with { type: 'json' }
import en from '../../resources/text/en.json' with { type: 'json' }
import es from '../../resources/text/es.json' with { type: 'json' }
import fr from '../../resources/text/fr.json' with { type: 'json' }
import ru from '../../resources/text/ru.json' with { type: 'json' }
import zh from '../../resources/text/zh.json' with { type: 'json' }
import type { PaperLanguage } from '../../shared/paper/model.ts'
import { localeOf, type Voice } from '../../shared/paper/phrase.ts'

const messages: Readonly<Record<PaperLanguage, Readonly<Record<string, string>>>> = { ar, en, es, fr, ru, zh }
const cache = createIntlCache()

/** The sentences of papers in one of their languages. An office's own words for a code are not among them. */
export function voiceIn(language: PaperLanguage): Voice {
  const locale = localeOf(language)
  const intl = createIntl({ locale, messages: messages[language], onError: () => undefined }, cache)
  return { language, say: (key, values) => intl.formatMessage({ id: key }, values) }
}
