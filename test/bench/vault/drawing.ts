import type { CaseId, Day, Instant, PartialDate } from '../../../shared/model.ts'
import { codesOf } from '../../../shared/vocabulary/index.ts'
import type { Code, VocabularyId } from '../../../shared/vocabulary/index.ts'
import type { Language } from '../../samples/letters.ts'
import { chance, type Chance } from './seed.ts'
import { narrative } from './words.ts'

/** When it is in a made vault, and when its first case came. Three years of work lie between. */
export const today = Date.parse('2025-06-02T08:00:00.000Z')
export const firstDay = Date.parse('2022-06-01T08:00:00.000Z')

/** Who works there. */
export const officer = 'FP-1'

const languages: readonly Language[] = ['en', 'ar', 'fr', 'ru', 'es', 'zh']

/** Milliseconds of a day. */
export const dayMs = 86_400_000
/** A moment, from milliseconds since 1970. */
export const instant = (at: number) => new Date(at).toISOString() as Instant
/** Its day. */
export const day = (at: number) => new Date(at).toISOString().slice(0, 10) as Day
/** A date known to the day. */
export const onDay = (at: number): PartialDate => ({
  said: day(at),
  precision: 'day',
  from: day(at),
  to: day(at),
})

/** A date of which the year is known. */
export const yearAt = (at: number): PartialDate => {
  const said = day(at).slice(0, 4)
  return { said, precision: 'year', from: `${said}-01-01` as Day, to: `${said}-12-31` as Day }
}

/** What every row of one case is drawn from. */
export interface Drawing extends Chance {
  readonly caseId: CaseId
  readonly at: number
  readonly language: Language
  code<Id extends VocabularyId>(list: Id): Code<Id>
  said(words: number): string
}

/** What the `n`-th of so many cases is drawn from. */
export function drawing(n: number, count: number): Drawing {
  const drawn = chance(n)
  const at = firstDay + Math.floor(((today - dayMs - firstDay) * n) / count)
  const language = languages[n % languages.length] ?? 'en'
  return {
    ...drawn,
    at,
    language,
    caseId: drawn.id(at) as CaseId,
    code: list => drawn.of(codesOf(list)),
    said: words => narrative(language, words, drawn),
  }
}
