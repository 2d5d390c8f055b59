import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { soundKeys } from '../../shared/search/alike.ts'
import { isShown } from '../db/apartView.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import type { IndexPlace } from '../db/migrations/0024-search.ts'
import { sourceOf, sources, type Source } from './sources.ts'

/*
 * The tables of the search indexes (ADR 0038), and the rows they are made of. `temp` is the index of the cases for named
 * people that whoever is at the desk reads: it stands in memory alone.
 */

/** The name before that of a table of cases, as its rows stand for an index. */
const rowsIn = (place: IndexPlace) => (place === 'main' ? 'main.' : 'temp.apart_')

/** A row that is searched. */
export interface Place {
  readonly caseId: string
  readonly tbl: string
  readonly row: string
}

/** What of a row can be found. */
export interface Said {
  readonly label: string
  /** What it is opened with, when that is not the row itself. */
  readonly item: string | null
  readonly state: string
  readonly texts: readonly string[]
}

export interface Item extends Place, Said {
  readonly id: number
}

/** An item as it is shown: with the code of its case. */
export interface ShownItem extends Item {
  readonly code: string
}

type Packed<T extends Said> = Omit<T, 'texts'> & { readonly said: string | Uint8Array }

/** Between two texts. One in a text makes two of it, which changes nothing. */
const between = '\u001e'

/** From so many signs on, texts are kept packed: shorter ones are read faster as they are. */
const worthPacking = 4000

function pack(texts: readonly string[]): string | Uint8Array {
  const said = texts.join(between)
  return said.length < worthPacking ? said : deflateRawSync(said)
}

function unpack<T extends Said>({ said, ...row }: Packed<T>): T {
  const text = typeof said === 'string' ? said : inflateRawSync(said).toString('utf8')
  return { ...row, texts: text.split(between) } as unknown as T
}

/** The same SQL for either index, written once. */
const forBoth = (sql: (at: IndexPlace) => string): Readonly<Record<IndexPlace, string>> => ({
  main: sql('main'),
  temp: sql('temp'),
})

const itemColumns = 'id, case_id AS caseId, tbl, row, label, item, state, said'

const itemAtSql = forBoth(
  at => `SELECT ${itemColumns} FROM ${at}.search_item WHERE case_id = ? AND tbl = ? AND row = ?`,
)

/** What the index holds of a row. */
export function itemAt(db: ReadDb, at: IndexPlace, { caseId, tbl, row }: Place): Item | null {
  const found = prepare<[string, string, string], Packed<Item>>(db, itemAtSql[at]).get(caseId, tbl, row)
  return found ? unpack(found) : null
}

const itemByIdSql = forBoth(
  at => `SELECT ${itemColumns}, (SELECT code FROM ${rowsIn(at)}case_file AS file WHERE file.id = case_id) AS code
    FROM ${at}.search_item WHERE id = ?`,
)

/** The same by its number, with the code of its case. */
export function itemById(db: ReadDb, at: IndexPlace, id: number): ShownItem | null {
  const found = prepare<[number], Packed<ShownItem>>(db, itemByIdSql[at]).get(id)
  return found?.code ? unpack(found) : null
}

export function putItem(db: WriteDb, at: IndexPlace, { texts, ...item }: Item): void {
  const sql = `INSERT INTO ${at}.search_item (id, case_id, tbl, row, label, item, state, said)
    VALUES (@id, @caseId, @tbl, @row, @label, @item, @state, @said)`
  prepare<Packed<Item>>(db, sql).run({ ...item, said: pack(texts) })
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

/** The numbers of the words that begin so, in the order of the words. */
export const numbersOfBeginning = (db: ReadDb, at: IndexPlace, start: string, limit: number): number[] =>
  prepare<[string, string, number], { id: number }>(
    db,
    `SELECT id FROM ${at}.search_word WHERE word >= ? AND word < ? LIMIT ?`,
  )
    .all(start, `${start}\u{10ffff}`, limit)
    .map(({ id }) => id)

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

/** Words under one of the keys by which words are heard. */
export const wordsUnder = (db: ReadDb, at: IndexPlace, sound: string, limit: number): string[] =>
  prepare<[string, number], { word: string }>(
    db,
    `SELECT word FROM ${at}.search_sound WHERE sound = ? LIMIT ?`,
  )
    .all(sound, limit)
    .map(({ word }) => word)

/** What has to be looked at again, and whether the index may hold what it said before. */
export interface Stale extends Place {
  readonly stands: 0 | 1
  readonly place: number
}

const staleSql = (at: IndexPlace, which: string) =>
  `SELECT stands, case_id AS caseId, tbl, row, place FROM ${at}.search_stale WHERE ${which} LIMIT ?`

const owingRowsSql = forBoth(at => staleSql(at, 'stands = 1'))
const inOrderSql = forBoth(at => staleSql(at, 'place > 0 ORDER BY place'))
const outsideSql = forBoth(at => staleSql(at, 'stands = 0 AND place = 0'))
const newRowsSql = forBoth(at =>
  staleSql(at, 'stands = 0 AND place < 0 ORDER BY place DESC, case_id, tbl, row'),
)

/** Every row of which the index may hold what it said before. */
export const owingRows = (db: ReadDb, at: IndexPlace): Stale[] =>
  prepare<[number], Stale>(db, owingRowsSql[at]).all(-1)

/**
 * Some of the rows that wait to be read: where everything is read anew in their order, then those written past any entry, then
 * those of entries, in the order of these.
 */
export function newRows(db: ReadDb, at: IndexPlace, limit: number): Stale[] {
  const rows: Stale[] = []
  for (const sql of [inOrderSql[at], outsideSql[at], newRowsSql[at]])
    if (rows.length < limit) rows.push(...prepare<[number], Stale>(db, sql).all(limit - rows.length))
  return rows
}

const dropStaleSql = forBoth(
  at =>
    `DELETE FROM ${at}.search_stale WHERE stands = @stands AND case_id = @caseId AND tbl = @tbl AND row = @row`,
)

export const dropStale = (db: WriteDb, at: IndexPlace, stale: Stale): void =>
  void prepare<Stale>(db, dropStaleSql[at]).run(stale)

const readLaterSql = forBoth(
  at =>
    `INSERT INTO ${at}.search_stale (stands, case_id, tbl, row, place) VALUES (0, @caseId, @tbl, @row, @place) ON CONFLICT DO NOTHING`,
)

/** Nothing stands any more of what a row said before; what it says now waits to be read. */
export function readLater(db: WriteDb, at: IndexPlace, stale: Stale): void {
  dropStale(db, at, stale)
  prepare<Stale>(db, readLaterSql[at]).run(stale)
}

const owingSql = forBoth(at => `SELECT 1 FROM ${at}.search_stale WHERE stands = 1 LIMIT 1`)

/** Whether the index holds what a row no longer says: nobody is shown that. */
export const isOwing = (db: ReadDb, at: IndexPlace): boolean =>
  prepare<[]>(db, owingSql[at]).get() !== undefined

/** How many rows wait, up to `most`. */
export const staleCount = (db: ReadDb, at: IndexPlace, most: number): number =>
  prepare<[number], { count: number }>(
    db,
    `SELECT count(*) AS count FROM (SELECT 1 FROM ${at}.search_stale LIMIT ?)`,
  ).get(most)?.count ?? 0

/** By which version of folding an index was begun; `null` when it was not. */
export function begunBy(db: ReadDb, at: IndexPlace): number | null {
  if (at === 'temp' && !isThere(db)) return null
  const sql = `SELECT version FROM ${at}.search_begun`
  return prepare<[], { version: number }>(db, sql).get()?.version ?? null
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

const inTable = (at: IndexPlace, sql: string) => sql.replaceAll('{in}', rowsIn(at))

/** Marks every row that can be searched, the oldest first. */
export function markAll(db: WriteDb, at: IndexPlace): void {
  const rows = sources.map(
    ({ table, caseColumn, since }) =>
      `SELECT ${inTable(at, since)} AS since, ${caseColumn} AS case_id, '${table}' AS tbl, id AS row FROM ${rowsIn(at)}${table}`,
  )
  const sql = `INSERT OR IGNORE INTO ${at}.search_stale (case_id, tbl, row, stands, place)
    SELECT case_id, tbl, row, 0, row_number() OVER (ORDER BY since) FROM (${rows.join(' UNION ALL ')})`
  prepare<[]>(db, sql).run()
}

interface SourceRow {
  readonly label: string
  readonly item: string
  readonly state: string
  readonly texts: string
}

function sourceSql({ table, caseColumn, label, item, texts }: Source, at: IndexPlace): string {
  return `SELECT ${inTable(at, label)} AS label, ${item} AS item, json_array(${texts.join(', ')}) AS texts,
      (SELECT state FROM ${rowsIn(at)}case_file AS file WHERE file.id = one.${caseColumn}) AS state
    FROM ${rowsIn(at)}${table} AS one WHERE id = ?`
}

const sourceSqls = new Map<string, string>()

/** What a row says now; `null` when it is gone or says nothing. */
export function saidBy(db: ReadDb, at: IndexPlace, { tbl, row }: Place): Said | null {
  const name = `${at} ${tbl}`
  const sql = sourceSqls.get(name) ?? sourceSql(sourceOf(tbl), at)
  sourceSqls.set(name, sql)
  const found = prepare<[string], SourceRow>(db, sql).get(row)
  if (!found) return null
  const texts = (JSON.parse(found.texts) as (string | null)[]).filter(text => text !== null && text !== '')
  if (texts.length === 0) return null
  const { label, state, item } = found
  return { label, state, item: item === row ? null : item, texts: texts as string[] }
}

/** How many cases there are for everybody, up to `most`. */
export const caseCount = (db: ReadDb, most: number): number =>
  prepare<[number], { count: number }>(
    db,
    `SELECT count(*) AS count FROM (SELECT 1 FROM main.case_file LIMIT ?)`,
  ).get(most)?.count ?? 0
