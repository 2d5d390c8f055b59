import type { Editions, Label } from './lists.ts'

/** A label in the language of a reader; English where the office was not asked for theirs. */
export const readIn = (label: Label, language: string): string => (language === 'ar' ? label.ar : label.en)

/** What the office has words of its own for, by text key, in one language. */
export const wordsOf = (editions: Editions, language: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(editions).flatMap(([list, entries]) =>
      entries.flatMap(({ code, label }) =>
        label ? [[`vocabulary.${list}.${code}`, readIn(label, language)] as const] : [],
      ),
    ),
  )
