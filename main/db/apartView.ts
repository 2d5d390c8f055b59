import {
  apartCases,
  changeBound,
  openRow,
  tryOpenSaid,
  reasonBound,
  rowBound,
  type Lock,
  type RawRow,
} from './apartKeys.ts'
import { apartTables, type ApartTable } from './apartTables.ts'
import { prepare } from './handles.ts'
import type { Connection, ReadDb } from './handles.ts'

/*
 * What named people read beside what everybody reads. Rows of cases for named people are opened once, into tables of this
 * connection's memory; a view of the same name as each table shows both. Names without a schema find the view first, so every
 * query reads what whoever is at the desk may read. Writing names `main` or goes through `apartRows.ts` (ADR 0029).
 */

/** The table in memory that holds the opened rows of a table. */
export const inMemory = (name: string): string => `temp.apart_${name}`

const quoted = (column: string) => `"${column}"`

/** The columns of a table, in its order. */
export const columnsOf = (db: ReadDb, name: string): string[] =>
  prepare<[string], { name: string }>(db, `SELECT name FROM pragma_table_info(?, 'main') ORDER BY cid`)
    .all(name)
    .map(column => column.name)

/** Whether this connection shows what is for named people. */
export const isShown = (db: ReadDb): boolean =>
  prepare<[]>(db, `SELECT 1 FROM temp.sqlite_schema WHERE type = 'view' AND name = 'case_file'`).get() !==
  undefined

/** The same table in memory: its columns, checks and unique keys, and what it refers to left to whoever writes. */
function tableSql(db: ReadDb, { name }: ApartTable): string[] {
  const made = prepare<[string], { type: string; sql: string }>(
    db,
    `SELECT type, sql FROM main.sqlite_schema WHERE tbl_name = ? AND type IN ('table', 'index') AND sql IS NOT NULL
     ORDER BY type DESC`,
  ).all(name)
  return made.map(({ type, sql }) =>
    type === 'table'
      ? sql
          .replace(/^CREATE TABLE \w+/, `CREATE TEMP TABLE apart_${name}`)
          .replaceAll(/REFERENCES \w+ \(\w+\)/g, '')
      : sql.replace(/INDEX (\w+) ON \w+/, `INDEX temp.apart_$1 ON apart_${name}`),
  )
}

function viewSql(db: ReadDb, table: ApartTable): string {
  const { name, key } = table
  const columns = columnsOf(db, name)
  const list = columns.map(quoted).join(', ')
  const opened = columns.map(column =>
    column === key ? 'row' : `vigil_cell(case_id, row, sealed, '${column}')`,
  )
  const apart = table.isLarge
    ? `SELECT place, ${opened.join(', ')} FROM main.sealed_row WHERE tbl = '${name}' AND vigil_may_open(case_id)`
    : `SELECT rowid, ${list} FROM ${inMemory(name)}`
  return `CREATE TEMP VIEW ${name} (rowid, ${list}) AS SELECT rowid, ${list} FROM main.${name} UNION ALL ${apart}`
}

/** The record with what is sealed in it opened where whoever is at the desk is named. */
const recordViews = [
  `CREATE TEMP VIEW change AS SELECT id, entry, tbl, row,
     CASE WHEN apart IS NULL THEN said ELSE vigil_said(apart, entry, tbl, row, sealed) END AS said,
     about, salt, leaf, apart, sealed FROM main.change`,
  `CREATE TEMP VIEW entry AS SELECT seq, at, actor, operation, case_id, subject,
     CASE WHEN apart IS NULL THEN reason ELSE vigil_reason(apart, seq, sealed) END AS reason,
     changes, changes_hash, before, hash, reason_leaf, reason_salt, apart, sealed FROM main.entry`,
]

type Cell = string | number | Uint8Array | null

/** The functions the views open with. A case whose key is not here opens as nothing. */
function teach(connection: Connection, db: ReadDb): void {
  const keyOf = (caseId: Cell) => apartCases(db).get(String(caseId)) ?? null
  const opening = <T>(caseId: Cell, bound: string, open: (lock: Lock) => T): T | null => {
    const key = keyOf(caseId)
    return key ? open({ key, bound }) : null
  }
  const said = (sealed: Cell) => (lock: Lock) => tryOpenSaid(sealed as Uint8Array, lock)?.said ?? null
  const define = (name: string, work: (...cells: Cell[]) => Cell) =>
    void connection.function(name, { varargs: true }, work as (...params: unknown[]) => unknown)
  define('vigil_may_open', (caseId = null) => (keyOf(caseId) ? 1 : 0))
  define('vigil_cell', (caseId = null, row = null, sealed = null, column = null) =>
    opening(caseId, rowBound('original', String(row)), lock => {
      const opened: RawRow = openRow(sealed as Uint8Array, lock)
      return opened[String(column)] ?? null
    }),
  )
  define('vigil_said', (caseId = null, entry = null, tbl = null, row = null, sealed = null) => {
    const bound = changeBound({ entry: Number(entry), tbl: String(tbl), row: String(row) })
    return opening(caseId, bound, said(sealed))
  })
  define('vigil_reason', (caseId = null, seq = null, sealed = null) => {
    const reason = opening(caseId, reasonBound(Number(seq)), said(sealed))
    return reason && Buffer.from(reason).toString('utf8')
  })
}

const taught = new WeakSet<object>()

/** Makes this connection show what is for named people. It shows nothing before rows are opened. */
export function show(db: ReadDb): void {
  if (isShown(db)) return
  const connection = db as unknown as Connection
  if (!taught.has(db)) teach(connection, db)
  taught.add(db)
  for (const table of apartTables) {
    if (!table.isLarge) for (const sql of tableSql(db, table)) connection.exec(sql)
    connection.exec(viewSql(db, table))
  }
  for (const sql of recordViews) connection.exec(sql)
}

/** Puts one row into memory, where `show` shows it. */
export function hold(
  db: ReadDb,
  name: string,
  { place, row }: { readonly place: number; readonly row: RawRow },
): void {
  const columns = Object.keys(row)
  const sql = `INSERT INTO ${inMemory(name)} (rowid, ${columns.map(quoted).join(', ')})
    VALUES (@rowid, ${columns.map(column => `@${column}`).join(', ')})`
  prepare<Record<string, unknown>>(db, sql).run({ ...row, rowid: place })
}

interface SealedRow {
  readonly tbl: string
  readonly row: string
  readonly place: number
  readonly sealed: Uint8Array
}

/** Opens every row of a case into memory, save the large ones. @throws Error when one was altered */
export function openCase(db: ReadDb, caseId: string, key: Uint8Array): void {
  const rows = prepare<[string], SealedRow>(
    db,
    `SELECT tbl, row, place, sealed FROM main.sealed_row WHERE case_id = ? AND tbl <> 'original' ORDER BY tbl, place`,
  ).all(caseId)
  for (const { tbl, row, place, sealed } of rows)
    hold(db, tbl, { place, row: openRow(sealed, { key, bound: rowBound(tbl, row) }) })
}
