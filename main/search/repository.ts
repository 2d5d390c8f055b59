import { deflateRawSync, inflateRawSync } from 'node:zlib'
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

interface ItemRow extends Place, Omit<Said, 'texts'> {
  readonly id: number
  readonly said: Uint8Array
  readonly packed: number
}

const between = '\0'

/** From so many bytes on, texts are kept packed. */
const worthPacking = 1000

function pack(texts: readonly string[]): { readonly said: Uint8Array; readonly packed: number } {
  const said = Buffer.from(texts.join(between))
  return said.length < worthPacking ? { said, packed: 0 } : { said: deflateRawSync(said), packed: 1 }
}

function unpack({ said, packed, ...row }: ItemRow): Item {
  const bytes = packed ? inflateRawSync(said) : Buffer.from(said)
  return { ...row, texts: bytes.toString('utf8').split(between) }
}

const itemColumns = 'id, case_id AS caseId, tbl, row, label, item, state, said, packed'

/** What the index holds of a row. */
export function itemAt(db: ReadDb, at: IndexPlace, { caseId, tbl, row }: Place): Item | null {
  const sql = `SELECT ${itemColumns} FROM ${at}.search_item WHERE case_id = ? AND tbl = ? AND row = ?`
  const found = prepare<[string, string, string], ItemRow>(db, sql).get(caseId, tbl, row)
  return found ? unpack(found) : null
}

/** The same by its number; `null` also while it is known to be old. */
export function itemById(db: ReadDb, at: IndexPlace, id: number): Item | null {
  const sql = `SELECT ${itemColumns} FROM ${at}.search_item AS item WHERE id = ? AND NOT EXISTS (
    SELECT 1 FROM ${at}.search_stale AS stale
    WHERE stale.case_id = item.case_id AND stale.tbl = item.tbl AND stale.row = item.row AND stands = 1)`
  const found = prepare<[number], ItemRow>(db, sql).get(id)
  return found ? unpack(found) : null
}

export function putItem(db: WriteDb, at: IndexPlace, { texts, ...item }: Item): void {
  const sql = `INSERT INTO ${at}.search_item (id, case_id, tbl, row, label, item, state, said, packed)
    VALUES (@id, @caseId, @tbl, @row, @label, @item, @state, @said, @packed)`
  prepare<ItemRow>(db, sql).run({ ...item, ...pack(texts) })
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

/** The items that match, the newest first. */
export const newest = (db: ReadDb, at: IndexPlace, { match, below, limit }: Range): number[] =>
  prepare<[string, number, number], { id: number }>(
    db,
    `SELECT rowid AS id FROM ${at}.search_fts WHERE search_fts MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?`,
  )
    .all(match, below, limit)
    .map(({ id }) => id)

export const wordNumber = (db: ReadDb, at: IndexPlace, word: string): number | null =>
  prepare<[string], { id: number }>(db, `SELECT id FROM ${at}.search_word WHERE word = ?`).get(word)?.id ??
  null

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
  return id
}

export const dropWord = (db: WriteDb, at: IndexPlace, word: string): void =>
  void prepare<[string]>(db, `DELETE FROM ${at}.search_word WHERE word = ?`).run(word)

/** What has to be looked at again. */
export interface Stale extends Place {
  readonly id: number
}

/** @param stands whether the index may hold what a row said before, or the row is new to it. */
export const staleRows = (
  db: ReadDb,
  at: IndexPlace,
  { stands, limit }: { readonly stands: 0 | 1; readonly limit: number },
) =>
  prepare<[number], Stale>(
    db,
    `SELECT id, case_id AS caseId, tbl, row FROM ${at}.search_stale WHERE ${stands ? 'stands = 1' : 'stands = 0'} ORDER BY id LIMIT ?`,
  ).all(limit)

export const dropStale = (db: WriteDb, at: IndexPlace, id: number): void =>
  void prepare<[number]>(db, `DELETE FROM ${at}.search_stale WHERE id = ?`).run(id)

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
  for (const name of ['search_item', 'search_word', 'search_stale', 'search_begun'])
    prepare<[]>(db, `DELETE FROM ${at}.${name}`).run()
}

const inTable = (at: IndexPlace, sql: string) => sql.replaceAll('{in}', rowsIn(at))

/** Marks every row that can be searched, the oldest first. */
export function markAll(db: WriteDb, at: IndexPlace): void {
  const rows = sources.map(
    ({ table, caseColumn, since }) =>
      `SELECT ${inTable(at, since)} AS since, ${caseColumn} AS case_id, '${table}' AS tbl, id AS row FROM ${rowsIn(at)}${table}`,
  )
  const sql = `INSERT OR IGNORE INTO ${at}.search_stale (case_id, tbl, row, stands)
    SELECT case_id, tbl, row, 0 FROM (${rows.join(' UNION ALL ')}) ORDER BY since`
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

/** What a case is called and where it stands. */
export const caseOf = (db: ReadDb, at: IndexPlace, caseId: string) =>
  prepare<[string], { code: string; state: string }>(
    db,
    `SELECT code, state FROM ${rowsIn(at)}case_file WHERE id = ?`,
  ).get(caseId) ?? null

/** How many cases there are for everybody, up to `most`. */
export const caseCount = (db: ReadDb, most: number): number =>
  prepare<[number], { count: number }>(
    db,
    `SELECT count(*) AS count FROM (SELECT 1 FROM main.case_file LIMIT ?)`,
  ).get(most)?.count ?? 0
