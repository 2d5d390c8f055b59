import { useEffect, useReducer } from 'react'
import type { PaperLanguage } from '../shared/paper/model.ts'

/** Every sentence of one language, by its key. */
export type Words = Readonly<Record<string, string>>

/** Each language is a file of its own: the window reads the one it speaks, and others when a paper is written in them. */
const files: Readonly<Record<PaperLanguage, () => Promise<{ readonly default: Words }>>> = {
  ar: () => import('../resources/text/ar.json'),
  en: () => import('../resources/text/en.json'),
  es: () => import('../resources/text/es.json'),
  fr: () => import('../resources/text/fr.json'),
  ru: () => import('../resources/text/ru.json'),
  zh: () => import('../resources/text/zh.json'),
}

const known = new Map<PaperLanguage, Words>()

/** Reads the sentences of languages, each once; resolves when all are there. */
export async function readWords(...languages: readonly PaperLanguage[]): Promise<void> {
  const missing = languages.filter(language => !known.has(language))
  const read = await Promise.all(
    missing.map(async language => [language, (await files[language]()).default] as const),
  )
  for (const [language, words] of read) known.set(language, words)
}

/** The sentences of a language that was read; none of one that was not. */
export const wordsIn = (language: PaperLanguage): Words => known.get(language) ?? {}

/** Whether these languages are there; reads what is missing. */
export function useWords(...languages: readonly PaperLanguage[]): boolean {
  const asked = languages.join(' ')
  const [, drawAgain] = useReducer((times: number) => times + 1, 0)
  const isKnown = languages.every(language => known.has(language))
  useEffect(() => {
    if (!isKnown) void readWords(...languagesIn(asked)).then(drawAgain)
  }, [asked, isKnown])
  return isKnown
}

const languagesIn = (asked: string): PaperLanguage[] =>
  asked.split(' ').filter((name): name is PaperLanguage => Object.hasOwn(files, name))
