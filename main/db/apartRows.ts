import { Refused } from '../../shared/refusal.ts'
import { caseKey, changeBound, rowBound, sealRow, sealSaid, apartCases, type RawRow } from './apartKeys.ts'
import { apartTable, type ApartTable } from './apartTables.ts'
import { drawn } from './chance.ts'
import { hold, inMemory, isShown } from './apartView.ts'
import { prepare } from './handles.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { bytesOf, leafOf, saltBytes, saltOf } from './leaf.ts'
import { packed, saying, type Told } from './said.ts'

/** A row that stands sealed, with what is needed to write it. */
interface Standing {
  readonly table: ApartTable
  readonly caseId: string
  readonly key: Uint8Array
  /** What is unlike for every row of the table. */
  readonly id: string
}

/** Whether there may be anything sealed at all: a vault without cases for named people pays nothing for them. */
const isAny = (db: ReadDb) => apartCases(db).size > 0

const writtenTo = (db: WriteDb, { table, caseId, key, id }: Standing, row: RawRow, place: number) =>
  prepare<[string, string, string, number, Uint8Array]>(
    db,
    `INSERT INTO main.sealed_row (tbl, row, case_id, place, sealed) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (tbl, row) DO UPDATE SET sealed = excluded.sealed`,
  ).run(table.name, id, caseId, place, sealRow(row, { key, bound: rowBound(table.name, id) }))

const asText = (value: RawRow[string] | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

/** Writes into the record what became of a row, sealed as the row is. */
function note(
  db: WriteDb,
  { table, caseId, key, id }: Standing,
  { old, now }: { readonly old: RawRow; readonly now: RawRow },
): void {
  if (!table.isRecorded) return
  const entry = prepare<[], { seq: number }>(db, `SELECT seq FROM main.entry_open`).get()?.seq
  if (entry === undefined) throw new Error('a write outside an entry')
  const told = toldOf(old, now)
  if (told.length === 0) return
  const change = { entry, tbl: table.name, row: id, said: packed(saying(told)) }
  const salt = saltOf(drawn(saltBytes))
  prepare<[number, string, string, Uint8Array, string, Uint8Array]>(
    db,
    `INSERT INTO main.change_open (entry, tbl, row, leaf, apart, sealed) VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(
    entry,
    change.tbl,
    id,
    bytesOf(leafOf(change, salt)),
    caseId,
    sealSaid({ said: change.said, salt }, { key, bound: changeBound(change) }),
  )
}

/** The columns that are unlike. */
const toldOf = (old: RawRow, now: RawRow): Told[] =>
  Object.keys({ ...old, ...now })
    .map((col): Told => [col, asText(old[col]), asText(now[col])])
    .filter(([col, before, after]) => col !== 'id' && before !== after)

/** One more than the highest place of a table, sealed rows and others together. */
export function nextPlace(db: ReadDb, name: string): number {
  const sql = `SELECT max((SELECT ifnull(max(rowid), 0) FROM main.${name}),
    (SELECT ifnull(max(place), 0) FROM main.sealed_row WHERE tbl = '${name}')) + 1 AS place`
  return prepare<[], { place: number }>(db, sql).get()?.place ?? 1
}

interface Reference {
  readonly parent: string
  readonly from: string
}

/** A row of a case for named people names only what is there, as every other row does. */
function mustReferWell(db: ReadDb, name: string, row: RawRow): void {
  const references = prepare<[string], Reference>(
    db,
    `SELECT "table" AS parent, "from" FROM pragma_foreign_key_list(?, 'main')`,
  ).all(name)
  for (const { parent, from } of references) {
    const value = row[from]
    if (value === null || value === undefined) continue
    if (prepare<[unknown]>(db, `SELECT 1 FROM ${parent} WHERE id = ?`).get(value)) continue
    throw Object.assign(new Error('a row names what is nowhere'), { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' })
  }
}

/** What a row belongs to. `caseId` where its table has no column for it. */
interface Belonging {
  readonly caseId?: string | null | undefined
}

/**
 * Adds a row where it belongs: sealed when its case is for named people.
 *
 * @returns whether it did; `false` when the row is to be added as any other.
 * @throws Refused `access/not-named` when whoever is at the desk is not one of them.
 */
export function insertApart(
  db: WriteDb,
  name: string,
  { row: read, caseId }: Belonging & { readonly row: () => RawRow },
): boolean {
  const table = isAny(db) ? apartTable(name) : undefined
  if (!table) return false
  const row = read()
  const owner = caseId ?? (table.caseColumn === null ? null : asText(row[table.caseColumn]))
  const key = caseKey(db, owner)
  if (owner === null || key === undefined) return false
  if (key === null) throw new Refused('access/not-named')
  mustReferWell(db, name, row)
  const standing = { table, caseId: owner, key, id: idOf(table, row) }
  const place = nextPlace(db, name)
  if (!table.isLarge) hold(db, name, { place, row })
  writtenTo(db, standing, row, place)
  note(db, standing, { old: {}, now: row })
  return true
}

/** What is unlike for every row of a table. */
function idOf({ key }: ApartTable, row: RawRow): string {
  return key in row ? String(row[key]) : `${String(row['case_id'])}:${String(row['letter'])}`
}

/** The sealed row of a table with this id, when whoever is at the desk may read it. */
function standing(db: ReadDb, name: string, id: string): Standing | null {
  const table = isAny(db) && isShown(db) ? apartTable(name) : undefined
  if (!table) return null
  const found = prepare<[string, string], { caseId: string }>(
    db,
    `SELECT case_id AS caseId FROM main.sealed_row WHERE tbl = ? AND row = ?`,
  ).get(name, id)
  const key = found && caseKey(db, found.caseId)
  return found && key ? { table, caseId: found.caseId, key, id } : null
}

const heldRow = (db: ReadDb, { table, id }: Standing): RawRow & { readonly place: number } => {
  const sql = `SELECT rowid AS place, * FROM ${inMemory(table.name)} WHERE ${table.key} = ?`
  const row = prepare<[string], RawRow & { readonly place: number }>(db, sql).get(id)
  if (!row) throw new Error('a sealed row that is not held')
  return row
}

/** Changes a row that stands sealed. @returns whether it does; `false` when it is to be changed as any other. */
export function updateApart(
  db: WriteDb,
  name: string,
  { id, row: read }: { readonly id: string; readonly row: () => RawRow },
): boolean {
  const found = standing(db, name, id)
  if (!found) return false
  const row = read()
  const { place, ...old } = heldRow(db, found)
  const now = { ...old, ...row }
  mustReferWell(db, name, now)
  const set = Object.keys(row).map(column => `"${column}" = @${column}`)
  const sql = `UPDATE ${inMemory(name)} SET ${set.join(', ')} WHERE rowid = @place`
  prepare<Record<string, unknown>>(db, sql).run({ ...row, place })
  writtenTo(db, found, now, place)
  note(db, found, { old, now })
  return true
}

/** Removes a row that stands sealed. @returns whether it did; `false` when it is to be removed as any other. */
export function removeApart(db: WriteDb, name: string, id: string): boolean {
  const found = standing(db, name, id)
  if (!found) return false
  const old = found.table.isLarge ? {} : heldRow(db, found)
  if (!found.table.isLarge)
    prepare<[string]>(db, `DELETE FROM ${inMemory(name)} WHERE ${found.table.key} = ?`).run(id)
  prepare<[string, string]>(db, `DELETE FROM main.sealed_row WHERE tbl = ? AND row = ?`).run(name, id)
  const { place: _, ...said } = { place: 0, ...old }
  note(db, found, { old: said, now: {} })
  return true
}
