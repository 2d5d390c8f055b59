import type { Json } from '../../../shared/exchange/version.ts'
import type { ColleagueId } from '../../../shared/model.ts'
import { prepare } from '../../db/handles.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Every text of a value, as JSON spells it. */
const texts = /"[^"\\]*(?:\\.[^"\\]*)*"/g

/** What somebody wrote has spaces, and an address strokes; ids, and keys made of ids, have neither. */
const isKey = (text: string) => !/[\s\\/]/.test(text)

/** The same value with every id in it replaced, also where ids stand inside keys; never inside what somebody wrote. */
export const replaceIds = <T extends Json>(value: T, by: (id: string) => string): T =>
  JSON.parse(
    JSON.stringify(value).replaceAll(texts, text => (isKey(text) ? text.replaceAll(uuids, by) : text)),
  ) as T

/** Every id a value mentions, each once. */
export const idsIn = (value: Json): string[] => [...new Set(JSON.stringify(value).match(uuids) ?? [])]

/** What a row is called in packages, or `null` while it never was in one. */
export const refOf = (db: ReadDb, id: string): string | null =>
  prepare<[string], { ref: string }>(db, `SELECT ref FROM exchange_ref WHERE id = ?`).get(id)?.ref ?? null

/** The row of this vault that packages call so, or `null`. */
export const idOf = (db: ReadDb, ref: string): string | null =>
  prepare<[string], { id: string }>(db, `SELECT id FROM exchange_ref WHERE ref = ?`).get(ref)?.id ?? null

/** Gives a row its name in packages, for good. */
export const keepRef = (db: WriteDb, id: string, ref: string): void =>
  void prepare<[string, string]>(db, `INSERT OR IGNORE INTO exchange_ref (id, ref) VALUES (?, ?)`).run(
    id,
    ref,
  )

/** Whether this colleague knows of this row: it went to them, or came from them. */
export const isTold = (db: ReadDb, colleagueId: ColleagueId, id: string): boolean =>
  prepare<[string, string]>(db, `SELECT 1 FROM exchange_told WHERE colleague_id = ? AND id = ?`).get(
    colleagueId,
    id,
  ) !== undefined

/** Notes that this colleague knows of these rows. */
export function keepTold(db: WriteDb, colleagueId: ColleagueId, ids: Iterable<string>): void {
  const sql = `INSERT OR IGNORE INTO exchange_told (colleague_id, id) VALUES (?, ?)`
  for (const id of ids) prepare<[string, string]>(db, sql).run(colleagueId, id)
}

/** Rows that are destroyed have no names any more; only `kept` does, so that what tells of it again is known. */
export function forgetRefs(db: WriteDb, ids: Iterable<string>, kept: string): void {
  for (const id of ids) {
    prepare<[string]>(db, `DELETE FROM exchange_told WHERE id = ?`).run(id)
    if (id !== kept) prepare<[string]>(db, `DELETE FROM exchange_ref WHERE id = ?`).run(id)
  }
}
