import {
  changeBound,
  openRow,
  tryOpenSaid,
  reasonBound,
  rowBound,
  sealRow,
  sealSaid,
  type Lock,
  type RawRow,
} from './apartKeys.ts'
import { apartTables, type ApartTable } from './apartTables.ts'
import { rescuedOfCase, type KeptChange } from './apartRescued.ts'
import { nextPlace } from './apartRows.ts'
import { columnsOf, hold, inMemory, isShown } from './apartView.ts'
import { prepare } from './handles.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { leafOf, reasonLeaf, reasonPlace, saltAt } from './leaf.ts'

/** A case and the key of those it is for. */
export interface Keyed {
  readonly caseId: string
  readonly key: Uint8Array
}

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

/** Tables that are the case's by their own key. */
const bySelf = apartTables.filter(({ caseColumn }) => caseColumn === 'id').map(({ name }) => name)
const byCase = apartTables.filter(({ caseColumn }) => caseColumn === 'case_id').map(({ name }) => name)
const listed = (names: readonly string[]) => names.map(name => `'${name}'`).join(', ')

const whatRowsSaid = (db: ReadDb, caseId: string): KeptChange[] =>
  prepare<[{ caseId: string }], KeptChange>(
    db,
    `WITH mine (tbl, row) AS MATERIALIZED (
       SELECT DISTINCT tbl, row FROM main.change
       WHERE col = 'case_id' AND (old = @caseId OR new = @caseId) AND tbl IN (${listed(byCase)}))
     SELECT id, entry, tbl, row, col, old, new, salt, leaf FROM main.change
     WHERE apart IS NULL AND (
       (tbl, row) IN (SELECT tbl, row FROM mine)
       OR (row = @caseId AND tbl IN (${listed(bySelf)}))
       OR (tbl IN ('identity', 'protection_words') AND row IN (SELECT row FROM mine WHERE tbl = 'person')))
     ORDER BY id`,
  ).all({ caseId })

/**
 * Everything in the record about rows a case has or had: found by what was ever written into the column of the case, also
 * where a rescue put it. The values may be read by everybody of the vault.
 */
export function changesOfCase(db: ReadDb, caseId: string): KeptChange[] {
  const said = whatRowsSaid(db, caseId)
  const rescued = rescuedOfCase(db, { caseId, rows: said.map(({ row }) => row) })
  return [...said, ...rescued].toSorted((a, b) => a.id - b.id)
}

interface EntrySaid {
  readonly seq: number
  readonly reason: string | null
  readonly reasonSalt: Uint8Array | null
  readonly salt: Uint8Array | null
}

const entryOf = (db: ReadDb, seq: number): EntrySaid | undefined =>
  prepare<[number], EntrySaid>(
    db,
    `SELECT seq, reason, reason_salt AS reasonSalt, salt FROM main.entry WHERE seq = ?`,
  ).get(seq)

/**
 * From here on nobody can guess a value of an entry from its leaf: what it still says in clear gets a salt of its own, and
 * the salt of them all is gone.
 */
export function partSalts(db: WriteDb, seq: number): void {
  const entry = entryOf(db, seq)
  if (!entry?.salt) return
  const ids = prepare<[number], { id: number }>(
    db,
    `SELECT id FROM main.change WHERE entry = ? ORDER BY id`,
  ).all(seq)
  for (const [at, { id }] of ids.entries())
    prepare<[Uint8Array, number]>(
      db,
      `UPDATE main.change SET salt = ? WHERE id = ? AND leaf IS NULL AND salt IS NULL`,
    ).run(saltAt(entry.salt, at), id)
  prepare<[Uint8Array | null, number]>(
    db,
    `UPDATE main.entry SET salt = NULL, reason_salt = ? WHERE seq = ?`,
  ).run(entry.reason === null ? null : (entry.reasonSalt ?? saltAt(entry.salt, reasonPlace)), seq)
}

function sealChange(db: WriteDb, { caseId, key }: Keyed, { id }: KeptChange): void {
  const sql = `SELECT id, entry, tbl, row, col, old, new, salt, leaf FROM main.change WHERE id = ?`
  const change = prepare<[number], KeptChange>(db, sql).get(id)
  if (!change?.salt || change.leaf !== null) return
  const said = { old: change.old, new: change.new, salt: Buffer.from(change.salt).toString('hex') }
  prepare<[string, string, Uint8Array, number]>(
    db,
    `UPDATE main.change SET old = NULL, new = NULL, salt = NULL, leaf = ?, apart = ?, sealed = ? WHERE id = ?`,
  ).run(leafOf(change, change.salt), caseId, sealSaid(said, { key, bound: changeBound(change) }), id)
}

function sealReason(db: WriteDb, { caseId, key }: Keyed, seq: number): void {
  const entry = entryOf(db, seq)
  if (!entry?.reasonSalt || entry.reason === null) return
  const said = { old: null, new: entry.reason, salt: Buffer.from(entry.reasonSalt).toString('hex') }
  prepare<[string, string, Uint8Array, number]>(
    db,
    `UPDATE main.entry SET reason = NULL, reason_salt = NULL, reason_leaf = ?, apart = ?, sealed = ? WHERE seq = ?`,
  ).run(
    reasonLeaf(entry.reason, entry.reasonSalt),
    caseId,
    sealSaid(said, { key, bound: reasonBound(seq) }),
    seq,
  )
}

/** Seals what the record says of a case, as it is written now. Every leaf stays, and the chain holds. Part of `moving`. */
function sealRecord(db: WriteDb, keyed: Keyed): void {
  const changes = changesOfCase(db, keyed.caseId).filter(({ leaf }) => leaf === null)
  const open = prepare<[], { seq: number }>(db, `SELECT seq FROM main.entry_open`).get()?.seq
  const about = prepare<[string], { seq: number }>(
    db,
    `SELECT seq FROM main.entry WHERE case_id = ? AND reason IS NOT NULL AND apart IS NULL`,
  ).all(keyed.caseId)
  const entries = new Set([...changes.map(({ entry }) => entry), ...about.map(({ seq }) => seq)])
  for (const seq of entries) if (seq !== open) partSalts(db, seq)
  for (const change of changes) if (change.entry !== open) sealChange(db, keyed, change)
  for (const { seq } of about) sealReason(db, keyed, seq)
}

interface SealedChange extends Omit<KeptChange, 'old' | 'new'> {
  readonly sealed: Uint8Array
}

const sealedChanges = (db: ReadDb, caseId: string): SealedChange[] =>
  prepare<[string], SealedChange>(
    db,
    `SELECT id, entry, tbl, row, col, salt, leaf, sealed FROM main.change WHERE apart = ? ORDER BY id`,
  ).all(caseId)

const sealedReasons = (db: ReadDb, caseId: string) =>
  prepare<[string], { seq: number; sealed: Uint8Array }>(
    db,
    `SELECT seq, sealed FROM main.entry WHERE apart = ?`,
  ).all(caseId)

/** Opens again what the record says of a case, but for what somebody altered. Part of `moving`. */
function openRecord(db: WriteDb, { caseId, key }: Keyed): void {
  for (const change of sealedChanges(db, caseId)) {
    const said = tryOpenSaid(change.sealed, { key, bound: changeBound(change) })
    if (!said) continue
    const salt = Buffer.from(said.salt, 'hex')
    // What a rescue moved keeps the leaf of where it stood.
    const leaf = leafOf({ ...change, ...said }, salt) === change.leaf ? null : change.leaf
    prepare<[string | null, string | null, Uint8Array, string | null, number]>(
      db,
      `UPDATE main.change SET old = ?, new = ?, salt = ?, leaf = ?, apart = NULL, sealed = NULL WHERE id = ?`,
    ).run(said.old, said.new, salt, leaf, change.id)
  }
  for (const { seq, sealed } of sealedReasons(db, caseId)) {
    const said = tryOpenSaid(sealed, { key, bound: reasonBound(seq) })
    if (!said) continue
    prepare<[string | null, Uint8Array, number]>(
      db,
      `UPDATE main.entry SET reason = ?, reason_salt = ?, reason_leaf = NULL, apart = NULL, sealed = NULL WHERE seq = ?`,
    ).run(said.new, Buffer.from(said.salt, 'hex'), seq)
  }
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
  const again = <T>(open: (lock: Lock) => T, seal: (value: T, lock: Lock) => Uint8Array, bound: string) =>
    seal(open({ key, bound }), { key: next, bound })
  const saidAgain = (sealed: Uint8Array, bound: string) => {
    const said = tryOpenSaid(sealed, { key, bound })
    return said ? sealSaid(said, { key: next, bound }) : sealed
  }
  moving(db, () => {
    for (const { tbl, row, sealed } of sealedRows(db, caseId))
      prepare<[Uint8Array, string, string]>(
        db,
        `UPDATE main.sealed_row SET sealed = ? WHERE tbl = ? AND row = ?`,
      ).run(
        again(lock => openRow(sealed, lock), sealRow, rowBound(tbl, row)),
        tbl,
        row,
      )
    for (const change of sealedChanges(db, caseId))
      prepare<[Uint8Array, number]>(db, `UPDATE main.change SET sealed = ? WHERE id = ?`).run(
        saidAgain(change.sealed, changeBound(change)),
        change.id,
      )
    for (const { seq, sealed } of sealedReasons(db, caseId))
      prepare<[Uint8Array, number]>(db, `UPDATE main.entry SET sealed = ? WHERE seq = ?`).run(
        saidAgain(sealed, reasonBound(seq)),
        seq,
      )
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
