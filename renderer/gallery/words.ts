import { ar } from './words.ar.ts'
import { en, type Words } from './words.en.ts'

export type { Words } from './words.en.ts'

/** The words of a language; English where there are none. */
export const wordsOf = (locale: string): Words => (locale === 'ar' ? ar : en)
