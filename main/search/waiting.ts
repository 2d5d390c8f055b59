import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import type { IndexPlace } from '../db/migrations/0024-search.ts'
import { forBoth, type Place } from './repository.ts'

/* What an index has to look at again: marked by triggers, in the order in which it was written (ADR 0038). */

/** What has to be looked at again, and whether the index may hold what it said before. */
export interface Stale extends Place {
  readonly stands: 0 | 1
  readonly turn: number
  /** Its columns as they were before they were changed; `null` where only the state of its case was, or it is new. */
  readonly was: string | null
}

const staleSql = (at: IndexPlace, which: string) =>
  `SELECT stands, place, turn, was FROM ${at}.search_stale WHERE ${which} LIMIT ?`

const owingRowsSql = forBoth(at => staleSql(at, 'stands = 1'))
const inOrderSql = forBoth(at => staleSql(at, 'turn > 0 ORDER BY turn'))
const outsideSql = forBoth(at => staleSql(at, 'stands = 0 AND turn = 0'))
const newRowsSql = forBoth(at => staleSql(at, 'stands = 0 AND turn < 0 ORDER BY turn DESC, place'))

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

const dropStaleSql = forBoth(at => `DELETE FROM ${at}.search_stale WHERE stands = @stands AND place = @place`)

export const dropStale = (db: WriteDb, at: IndexPlace, { stands, place }: Stale): void =>
  void prepare<Pick<Stale, 'stands' | 'place'>>(db, dropStaleSql[at]).run({ stands, place })

const readLaterSql = forBoth(
  at =>
    `INSERT INTO ${at}.search_stale (stands, place, turn) VALUES (0, @place, @turn) ON CONFLICT DO NOTHING`,
)

/** Nothing stands any more of what a row said before; what it says now waits to be read. */
export function readLater(db: WriteDb, at: IndexPlace, stale: Stale): void {
  dropStale(db, at, stale)
  const { place, turn } = stale
  prepare<Pick<Stale, 'place' | 'turn'>>(db, readLaterSql[at]).run({ place, turn })
}

/** How many rows wait, up to `most`. */
export const staleCount = (db: ReadDb, at: IndexPlace, most: number): number =>
  prepare<[number], { count: number }>(
    db,
    `SELECT count(*) AS count FROM (SELECT 1 FROM ${at}.search_stale LIMIT ?)`,
  ).get(most)?.count ?? 0
