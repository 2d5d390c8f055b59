import { codesOf } from '../../shared/vocabulary/index.ts'
import type { Code, VocabularyId } from '../../shared/vocabulary/index.ts'
import type { UnknownCode } from './pattern.ts'

/** Other spellings of a code that patterns use, by list. */
const spellings: Readonly<Partial<Record<VocabularyId, Readonly<Record<string, string>>>>> = {
  linkIndicator: { physically_prevents_engagement: 'prevents_engagement' },
  action: { HC_public_statement: 'public_advocacy' },
}

/** One mapping of a pattern, read field by field; what stands in no list is noted and never silently lost. */
export interface Fields {
  /** Whether the field is there at all. */
  has(name: string): boolean
  /** Words, trimmed; empty when there are none. */
  words(name: string): string
  /** A whole number from 1 to 5, or `null`. Anything else is noted. */
  scale(name: string): number | null
  /** True for `true` and "yes". */
  flag(name: string): boolean
  /** Exactly one of these words, or `null`. Anything else is noted. */
  oneOf<const T extends string>(name: string, words: readonly T[]): T | null
  /** One code, or `null` when the field is absent. An unknown one is noted. */
  code<Id extends VocabularyId>(name: string, list: Id): Code<Id> | null
  /** Several codes in the order given. A single one counts as a list of one. */
  codes<Id extends VocabularyId>(name: string, list: Id): Code<Id>[]
  /** The values of a list as they stand; a single one counts as a list of one. */
  values(name: string): readonly unknown[]
  /** A mapping inside this one; without any field when there is none. Something else in its place is noted. */
  within(name: string): Fields
  /** A mapping that stands in a list of this one. */
  each(name: string): readonly Fields[]
  note(name: string, value: unknown): void
  readonly names: readonly string[]
}

/**
 * Reads one mapping.
 *
 * @param value what the file gave; anything but a mapping has no fields.
 * @param noted where unknown codes are put, under `path` and the field's name.
 */
export function fieldsOf(value: unknown, noted: UnknownCode[], path = ''): Fields {
  const map = isMap(value) ? value : {}
  const at = (name: string) => (path === '' ? name : `${path}.${name}`)
  const note = (name: string, given: unknown) => void noted.push({ field: at(name), code: said(given) })
  const read = <T extends string>(name: string, given: unknown, known: (word: string) => T | null) => {
    const found = known(said(given))
    if (found === null) note(name, given)
    return found
  }
  const values = (name: string) => listOf(map[name])
  const fields: Fields = {
    names: Object.keys(map),
    has: name => map[name] !== undefined && map[name] !== null,
    words: name => (typeof map[name] === 'object' ? '' : said(map[name] ?? '').trim()),
    flag: name => ['true', 'yes'].includes(said(map[name])),
    scale(name) {
      const given = map[name]
      if (!fields.has(name)) return null
      if (typeof given === 'number' && Number.isInteger(given) && given >= 1 && given <= 5) return given
      note(name, given)
      return null
    },
    oneOf: (name, words) =>
      fields.has(name) ? read(name, plain(map[name]), word => words.find(one => one === word) ?? null) : null,
    code: (name, list) => (fields.has(name) ? read(name, map[name], word => codeIn(list, word)) : null),
    codes: (name, list) => values(name).flatMap(given => read(name, given, word => codeIn(list, word)) ?? []),
    values,
    within(name) {
      if (fields.has(name) && !isMap(map[name])) note(name, map[name])
      return fieldsOf(map[name], noted, at(name))
    },
    each: name => values(name).map(one => fieldsOf(one, noted, at(name))),
    note,
  }
  return fields
}

/** Whether a value is a mapping with fields. */
export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** `true` and `false` are how some files write "yes" and "no". */
const plain = (value: unknown) => (value === true ? 'yes' : value === false ? 'no' : value)

const said = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value ?? null) ?? '')

function codeIn<Id extends VocabularyId>(list: Id, word: string): Code<Id> | null {
  const wanted = spellings[list]?.[word] ?? word
  return codesOf(list).find(code => code === wanted) ?? null
}
