import type { CaseState } from '../../shared/case/model.ts'
import { soundKeys } from '../../shared/search/alike.ts'
import { isShown } from '../db/apartView.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import type { IndexPlace } from '../db/migrations/0024-search.ts'
import { keptColumns, placeSql, rowidAt, sourceAt } from './places.ts'
import { sources, type Source } from './sources.ts'

/*
 * The tables of the search indexes (ADR 0038), and the rows they are made of. `temp` is the index of the cases for named
 * people that whoever is at the desk reads: it stands in memory alone.
 */

/** The name before that of a table of cases, as its rows stand for an index. */
export const rowsIn = (at: IndexPlace): string => (at === 'main' ? 'main.' : 'temp.apart_')

/** A row that is searched: its table and its rowid in one number. No rowid changes: nothing is ever vacuumed (ADR 0038). */
export interface Place {
  readonly place: number
}

/** What of a row can be found. */
export interface Said {
  /** The rowid of its case. */
  readonly caseNo: number
  readonly state: CaseState
  readonly texts: readonly string[]
}

/** The same SQL for either index, written once. */
export const forBoth = (sql: (at: IndexPlace) => string): Readonly<Record<IndexPlace, string>> => ({
  main: sql('main'),
  temp: sql('temp'),
})

const itemAtSql = forBoth(at => `SELECT id FROM ${at}.search_item WHERE place = ?`)

/** The item that stands for a row. */
export const itemAt = (db: ReadDb, at: IndexPlace, place: number): number | null =>
  prepare<[number], { id: number }>(db, itemAtSql[at]).get(place)?.id ?? null

const placesSql = forBoth(
  at => `SELECT id, place FROM ${at}.search_item WHERE id IN (SELECT value FROM json_each(?))`,
)

/** The rows that items stand for, by the numbers of the items. */
export const placesOf = (db: ReadDb, at: IndexPlace, ids: readonly number[]): ReadonlyMap<number, number> =>
  new Map(
    prepare<[string]>(db, placesSql[at]).raw().all(JSON.stringify(ids)) as unknown as [number, number][],
  )

export function putItem(
  db: WriteDb,
  at: IndexPlace,
  item: Place & { readonly id: number; readonly caseNo: number },
): void {
  const sql = `INSERT INTO ${at}.search_item (id, place, case_no) VALUES (@id, @place, @caseNo)
    ON CONFLICT (id) DO UPDATE SET case_no = excluded.case_no`
  prepare<typeof item>(db, sql).run(item)
}

export const dropItem = (db: WriteDb, at: IndexPlace, id: number): void =>
  void prepare<[number]>(db, `DELETE FROM ${at}.search_item WHERE id = ?`).run(id)

/** The highest number an item has; 0 when there is none. */
export const highestItem = (db: ReadDb, at: IndexPlace): number =>
  prepare<[], { id: number | null }>(db, `SELECT max(id) AS id FROM ${at}.search_item`).get()?.id ?? 0

/** Makes an item findable by numbers of words. */
export const putNumbers = (
  db: WriteDb,
  at: IndexPlace,
  { id, said }: { readonly id: number; readonly said: string },
) =>
  void prepare<[number, string]>(db, `INSERT INTO ${at}.search_fts (rowid, said) VALUES (?, ?)`).run(id, said)

export const dropNumbers = (db: WriteDb, at: IndexPlace, id: number): void =>
  void prepare<[number]>(db, `DELETE FROM ${at}.search_fts WHERE rowid = ?`).run(id)

interface Range {
  readonly match: string
  /** Only what is older than this item. */
  readonly below: number
  readonly limit: number
}

const newestSql = forBoth(
  at =>
    `SELECT rowid FROM ${at}.search_fts WHERE search_fts MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?`,
)

/** The items that match, the newest first. */
export const newest = (db: ReadDb, at: IndexPlace, { match, below, limit }: Range): number[] =>
  prepare<[string, number, number]>(db, newestSql[at]).pluck().all(match, below, limit) as number[]

const wordNumberSql = forBoth(at => `SELECT id FROM ${at}.search_word WHERE word = ?`)

export const wordNumber = (db: ReadDb, at: IndexPlace, word: string): number | null =>
  prepare<[string], { id: number }>(db, wordNumberSql[at]).get(word)?.id ?? null

const beginningSql = forBoth(
  at => `SELECT id FROM ${at}.search_word WHERE word >= ? AND word < ? ORDER BY word LIMIT ?`,
)

/** The numbers of the words that begin so, in the order of the words. */
export const numbersOfBeginning = (db: ReadDb, at: IndexPlace, start: string, limit: number): number[] =>
  prepare<[string, string, number]>(db, beginningSql[at])
    .pluck()
    .all(start, `${start}\u{10ffff}`, limit) as number[]

const oneLongerSql = forBoth(
  at =>
    `SELECT id FROM ${at}.search_word WHERE word >= @start AND word < @end AND length(word) = length(@start) + 1`,
)

/** The same for words that are one sign longer: no more than a script has signs. */
export const numbersOneLonger = (db: ReadDb, at: IndexPlace, start: string): number[] =>
  prepare<{ readonly start: string; readonly end: string }>(db, oneLongerSql[at])
    .pluck()
    .all({ start, end: `${start}\u{10ffff}` }) as number[]

/** A number for a word that has none. None is given twice, so that what remains of one says nothing. */
export function newNumber(db: WriteDb, at: IndexPlace, word: string): number {
  const sql = `UPDATE ${at}.search_begun SET words = words + 1 RETURNING words AS id`
  const id = prepare<[], { id: number }>(db, sql).get()?.id
  if (id === undefined) throw new Error('an index that was not begun')
  prepare<[string, number]>(db, `INSERT INTO ${at}.search_word (word, id) VALUES (?, ?)`).run(word, id)
  for (const sound of soundKeys(word))
    prepare<[string, string]>(db, `INSERT INTO ${at}.search_sound (sound, word) VALUES (?, ?)`).run(
      sound,
      word,
    )
  return id
}

export function dropWord(db: WriteDb, at: IndexPlace, word: string): void {
  prepare<[string]>(db, `DELETE FROM ${at}.search_word WHERE word = ?`).run(word)
  for (const sound of soundKeys(word))
    prepare<[string, string]>(db, `DELETE FROM ${at}.search_sound WHERE sound = ? AND word = ?`).run(
      sound,
      word,
    )
}

const soundSql = forBoth(at => `SELECT word FROM ${at}.search_sound WHERE sound = ? AND word > ? LIMIT ?`)

/** Words under one of the keys by which words are heard, from one on. */
export const wordsUnder = (
  db: ReadDb,
  at: IndexPlace,
  { sound, above, limit }: { readonly sound: string; readonly above: string; readonly limit: number },
): string[] =>
  prepare<[string, string, number]>(db, soundSql[at]).pluck().all(sound, above, limit) as string[]

/** By which version of folding an index was begun; `null` when it was not. */
export function begunBy(db: ReadDb, at: IndexPlace): number | null {
  if (at === 'temp' && !isThere(db)) return null
  const sql = `SELECT version FROM ${at}.search_begun`
  return prepare<[], { version: number }>(db, sql).get()?.version ?? null
}

interface Begun {
  readonly version: number
  /** 1 while the index holds what a row no longer says. */
  readonly owing: 0 | 1
  /** How many rows wait. */
  readonly waiting: number
}

const begunSql = forBoth(
  at => `SELECT version, EXISTS (SELECT 1 FROM ${at}.search_stale WHERE stands = 1) AS owing,
      (SELECT count(*) FROM (SELECT 1 FROM ${at}.search_stale LIMIT ?)) AS waiting
    FROM ${at}.search_begun`,
)

/** The same with what it owes, up to `most`. */
export function begunAs(db: ReadDb, at: IndexPlace, most: number): Begun | null {
  if (at === 'temp' && !isThere(db)) return null
  return prepare<[number], Begun>(db, begunSql[at]).get(most) ?? null
}

/** Whether the tables in memory were made. */
export const isThere = (db: ReadDb): boolean =>
  isShown(db) &&
  prepare<[]>(db, `SELECT 1 FROM temp.sqlite_schema WHERE name = 'search_begun'`).get() !== undefined

export const begin = (db: WriteDb, at: IndexPlace, version: number): void =>
  void prepare<[number]>(db, `INSERT INTO ${at}.search_begun (one, version, words) VALUES (1, ?, 0)`).run(
    version,
  )

/** Empties an index. */
export function empty(db: WriteDb, at: IndexPlace): void {
  prepare<[]>(db, `INSERT INTO ${at}.search_fts (search_fts) VALUES ('delete-all')`).run()
  for (const name of ['search_item', 'search_word', 'search_sound', 'search_stale', 'search_begun'])
    prepare<[]>(db, `DELETE FROM ${at}.${name}`).run()
}

export const inTables = (at: IndexPlace, sql: string): string => sql.replaceAll('{in}', rowsIn(at))

/** Marks every row that can be searched, the oldest first. */
export function markAll(db: WriteDb, at: IndexPlace): void {
  const rows = sources.map(
    source =>
      `SELECT ${inTables(at, source.since)} AS since, ${placeSql(source)} AS place FROM ${rowsIn(at)}${source.table}`,
  )
  const sql = `INSERT OR IGNORE INTO ${at}.search_stale (stands, place, turn)
    SELECT 0, place, row_number() OVER (ORDER BY since) FROM (${rows.join(' UNION ALL ')})`
  prepare<[]>(db, sql).run()
}

interface SourceRow {
  readonly caseNo: number
  readonly state: CaseState
  readonly texts: string
}

const saidSql = ({ table, caseColumn, texts }: Source, at: IndexPlace): string =>
  `SELECT file.rowid AS caseNo, file.state AS state, json_array(${texts.join(', ')}) AS texts
    FROM ${rowsIn(at)}${table} AS one
    JOIN (SELECT rowid, id AS its_id, state FROM ${rowsIn(at)}case_file) AS file ON file.its_id = one.${caseColumn}
    WHERE one.rowid = ?`

/** The same expressions over what a trigger kept of the row, and the state where the row has one. */
function wasSql(source: Source): string {
  const columns = keptColumns(source).map((column, at) => `@was ->> ${at} AS ${column}`)
  const state = keptColumns(source).includes('state') ? 'state' : 'NULL'
  return `SELECT ${state} AS state, json_array(${source.texts.join(', ')}) AS texts FROM (SELECT ${columns.join(', ')})`
}

const known = new Map<string, string>()

function sqlOf(name: string, make: () => string): string {
  const sql = known.get(name) ?? make()
  known.set(name, sql)
  return sql
}

const textsIn = (json: string) =>
  (JSON.parse(json) as (string | null)[]).flatMap(text => (text === null || text === '' ? [] : [text]))

/** What a row says now; `null` when it is gone or says nothing. */
export function saidBy(db: ReadDb, at: IndexPlace, place: number): Said | null {
  const source = sourceAt(place)
  const sql = sqlOf(`${at} ${source.table}`, () => saidSql(source, at))
  const found = prepare<[number], SourceRow>(db, sql).get(rowidAt(place))
  const texts = found ? textsIn(found.texts) : []
  return found && texts.length > 0 ? { caseNo: found.caseNo, state: found.state, texts } : null
}

interface Was {
  /** `null` where the row has none of its own. */
  readonly state: string | null
  readonly texts: readonly string[]
}

/** What a row said before it was changed. */
export function saidBefore(
  db: ReadDb,
  { place, was }: { readonly place: number; readonly was: string },
): Was {
  const source = sourceAt(place)
  const sql = sqlOf(`was ${source.table}`, () => wasSql(source))
  const found = prepare<{ readonly was: string }, { state: string | null; texts: string }>(db, sql).get({
    was,
  })
  return { state: found?.state ?? null, texts: textsIn(found?.texts ?? '[]') }
}

/** How many cases there are for everybody, up to `most`. */
export const caseCount = (db: ReadDb, most: number): number =>
  prepare<[number], { count: number }>(
    db,
    `SELECT count(*) AS count FROM (SELECT 1 FROM main.case_file LIMIT ?)`,
  ).get(most)?.count ?? 0
