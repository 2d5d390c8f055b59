import type { Code, VocabularyId } from './index.ts'

/** Sentences of one language by key, as in `resources/text`. */
type Texts = Readonly<Record<string, string>>

const namedBy: Readonly<Partial<Record<VocabularyId, 'region' | 'language'>>> = {
  country: 'region',
  language: 'language',
}

/**
 * What a reader sees for a code.
 *
 * Countries and languages without a text of their own are named by `Intl.DisplayNames`; texts come first because the
 * usage of the United Nations differs from that of operating systems ("State of Palestine", "Viet Nam").
 *
 * @param locale BCP 47.
 * @returns the code itself when there is no name for it.
 */
export function labelOf<Id extends VocabularyId>(
  id: Id,
  code: Code<Id>,
  { locale, texts }: { readonly locale: string; readonly texts: Texts },
): string {
  const own = texts[`vocabulary.${id}.${code}`]
  const type = namedBy[id]
  if (own !== undefined || type === undefined) return own ?? code
  return new Intl.DisplayNames([locale], { type }).of(code) ?? code
}
