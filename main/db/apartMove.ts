import { openRow, rowBound, sealRow, type RawRow } from './apartKeys.ts'
import { openRecord, sealRecord, sealRecordAnew, type Keyed } from './apartRecord.ts'
import { apartTables, type ApartTable } from './apartTables.ts'
import { nextPlace } from './apartRows.ts'
import { columnsOf, hold, inMemory, isShown } from './apartView.ts'
import { prepare } from './handles.ts'
import type { ReadDb, WriteDb } from './handles.ts'

/**
 * Rows may go from one place to another without being written into the record, which says the same before and after. Inside
 * one transaction; nothing else is done meanwhile.
 */
export function moving<T>(db: WriteDb, work: () => T): T {
  prepare<[]>(db, `PRAGMA defer_foreign_keys = ON`).run()
  prepare<[]>(db, `INSERT INTO main.entry_moving (one) VALUES (1)`).run()
  const value = work()
  prepare<[]>(db, `DELETE FROM main.entry_moving`).run()
  return value
}

interface Placed {
  readonly place: number
  readonly id: string
  readonly row: RawRow
}

/** The rows of one table that belong to a case and stand open, in order. */
function openRows(db: ReadDb, { name, key, ofCase }: ApartTable, caseId: string): Placed[] {
  const sql = `SELECT rowid AS "vigil place", ${key} AS "vigil id", * FROM main.${name} WHERE ${ofCase} ORDER BY rowid`
  const rows = prepare<[{ caseId: string }], RawRow>(db, sql).all({ caseId })
  return rows.map(({ 'vigil place': place, 'vigil id': id, ...row }) => ({
    place: Number(place),
    id: String(id),
    row: row as RawRow,
  }))
}

/** Moves every row of a case to where only its key opens it. Part of `moving`. */
function sealRows(db: WriteDb, { caseId, key }: Keyed): void {
  for (const table of apartTables) {
    const { name } = table
    for (const { place, id, row } of openRows(db, table, caseId)) {
      const sealed = sealRow(row, { key, bound: rowBound(name, id) })
      prepare<[string, string, string, number, Uint8Array]>(
        db,
        `INSERT INTO main.sealed_row (tbl, row, case_id, place, sealed) VALUES (?, ?, ?, ?, ?)`,
      ).run(name, id, caseId, place, sealed)
      if (!table.isLarge) hold(db, name, { place, row })
      prepare<[number]>(db, `DELETE FROM main.${name} WHERE rowid = ?`).run(place)
    }
  }
}

interface SealedRow {
  readonly tbl: string
  readonly row: string
  readonly place: number
  readonly sealed: Uint8Array
}

const sealedRows = (db: ReadDb, caseId: string): SealedRow[] =>
  prepare<[string], SealedRow>(
    db,
    `SELECT tbl, row, place, sealed FROM main.sealed_row WHERE case_id = ? ORDER BY tbl, place`,
  ).all(caseId)

/** A row takes its old place among the others when that is free, and the last otherwise: the order within a case stays. */
function putBack(db: WriteDb, name: string, { place, row }: Omit<Placed, 'id'>): void {
  const columns = columnsOf(db, name).filter(column => column in row)
  const sql = `INSERT INTO main.${name} (rowid, ${columns.map(column => `"${column}"`).join(', ')})
    VALUES (@rowid, ${columns.map(column => `@${column}`).join(', ')})`
  prepare<Record<string, unknown>>(db, sql).run({ ...row, rowid: place })
}

const isFree = (db: ReadDb, name: string, place: number) =>
  prepare<[number]>(db, `SELECT 1 FROM main.${name} WHERE rowid = ?`).get(place) === undefined

/** Moves every row of a case back to where everybody of the vault reads it. Part of `moving`. */
function openSealedRows(db: WriteDb, { caseId, key }: Keyed): void {
  const rows = sealedRows(db, caseId)
  for (const table of apartTables.toReversed()) {
    const { name } = table
    const its = rows.filter(({ tbl }) => tbl === name)
    let place = its.every(one => isFree(db, name, one.place)) ? null : nextPlace(db, name)
    for (const one of its) {
      const row = openRow(one.sealed, { key, bound: rowBound(name, one.row) })
      putBack(db, name, { place: place ?? one.place, row })
      if (place !== null) place += 1
    }
    dropHeld(db, table, caseId)
  }
  prepare<[string]>(db, `DELETE FROM main.sealed_row WHERE case_id = ?`).run(caseId)
}

/** Takes the opened rows of a case out of memory. */
function dropHeld(db: ReadDb, { name, isLarge }: ApartTable, caseId: string): void {
  if (isLarge) return
  const sql = `DELETE FROM ${inMemory(name)} WHERE rowid IN (SELECT place FROM main.sealed_row WHERE tbl = ? AND case_id = ?)`
  prepare<[string, string]>(db, sql).run(name, caseId)
}

/** Whoever is at the desk reads a case no more. */
export function hide(db: ReadDb, caseId: string): void {
  for (const table of apartTables) dropHeld(db, table, caseId)
}

/** Everything of a case, its rows and what the record says of them, stands under its key from here on. `show` comes before. */
export function sealCase(db: WriteDb, keyed: Keyed): void {
  moving(db, () => {
    sealRows(db, keyed)
    sealRecord(db, keyed)
  })
}

/** Everything of a case is for everybody of the vault again. @throws Error when a row was altered */
export function unsealCase(db: WriteDb, keyed: Keyed): void {
  moving(db, () => {
    openSealedRows(db, keyed)
    openRecord(db, keyed)
  })
}

/**
 * Everything of a case goes from one key to another; what the record said and somebody altered opens for nobody, and stays.
 *
 * @throws Error when a row was altered
 */
export function sealAnew(db: WriteDb, { caseId, key }: Keyed, next: Uint8Array): void {
  moving(db, () => {
    for (const { tbl, row, sealed } of sealedRows(db, caseId)) {
      const bound = rowBound(tbl, row)
      prepare<[Uint8Array, string, string]>(
        db,
        `UPDATE main.sealed_row SET sealed = ? WHERE tbl = ? AND row = ?`,
      ).run(sealRow(openRow(sealed, { key, bound }), { key: next, bound }), tbl, row)
    }
    sealRecordAnew(db, { caseId, key }, next)
  })
}

/** A row of a case, wherever it stands. */
export interface RowOfCase {
  readonly table: string
  readonly id: string
}

/** Every row of a case, sealed or not, whoever is at the desk. */
export function rowsOfCase(db: ReadDb, caseId: string): RowOfCase[] {
  const open = apartTables.flatMap(table =>
    openRows(db, table, caseId).map(({ id }) => ({ table: table.name, id })),
  )
  return [...open, ...sealedRows(db, caseId).map(({ tbl, row }) => ({ table: tbl, id: row }))]
}

/**
 * Takes every row of a case away, sealed or not, without writing into the record what stood in them; what the record says of
 * them already is left to whoever asks.
 */
export function removeRowsOfCase(db: WriteDb, caseId: string): void {
  moving(db, () => {
    for (const table of apartTables) {
      const { name, ofCase } = table
      if (isShown(db)) dropHeld(db, table, caseId)
      prepare<[{ caseId: string }]>(db, `DELETE FROM main.${name} WHERE ${ofCase}`).run({ caseId })
    }
    prepare<[string]>(db, `DELETE FROM main.sealed_row WHERE case_id = ?`).run(caseId)
  })
}
