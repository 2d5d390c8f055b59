import { sayIn } from '../../../main/text.ts'
import ar from '../../../resources/text/ar.json' with { type: 'json' }
import en from '../../../resources/text/en.json' with { type: 'json' }
import { labelOf } from '../../../shared/vocabulary/label.ts'
import type { Code, VocabularyId } from '../../../shared/vocabulary/index.ts'

type Language = 'en' | 'ar'
type Values = Readonly<Record<string, string | number>>

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, ar }
const say = { en: sayIn('en'), ar: sayIn('ar') }

/** The words of the screen for a key. */
export function words(key: string, values: Values = {}, language: Language = 'en'): string {
  if (!Object.hasOwn(texts[language], key)) throw new Error(`There are no words for ${key}.`)
  return say[language](key, values)
}

/** The words for a key whatever stands in their gaps, as part of a longer text or alone. */
export function wordsLike(key: string, language: Language = 'en'): RegExp {
  const sentence = texts[language][key]
  if (sentence === undefined) throw new Error(`There are no words for ${key}.`)
  const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(outsideGaps(sentence).map(escaped).join('.*'), 's')
}

/** The parts of a sentence between its gaps; a gap may hold gaps. */
function outsideGaps(sentence: string): string[] {
  const parts = ['']
  let depth = 0
  for (const letter of sentence) {
    if (letter === '{' && depth++ === 0) parts.push('')
    else if (letter === '}') depth--
    else if (depth === 0) parts[parts.length - 1] += letter
  }
  return parts
}

/** The label of a code of a controlled list. */
export const label = <Id extends VocabularyId>(list: Id, code: Code<Id>, language: Language = 'en'): string =>
  labelOf(list, code, { locale: language === 'en' ? 'en-GB' : 'ar-u-nu-latn', texts: texts[language] })
