import { hiddenCases } from '../db/apartKeys.ts'
import { apartTable } from '../db/apartTables.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { leafBytesOf, saltsOf } from '../db/leaf.ts'
import { caseSaidIn, packed, toldIn } from '../db/said.ts'
import type { CaseId } from '../../shared/model.ts'
import type { Change } from '../../shared/record/model.ts'

/** A change as it is kept. Salt and leaf in hex; the leaf stands for what is no longer there. */
export interface KeptChange {
  readonly tbl: string
  readonly row: string
  readonly said: Uint8Array | null
  readonly salt: string | null
  readonly leaf: string | null
}

/** Whether it still says what was changed. */
export const isSaid = (change: KeptChange): change is KeptChange & { readonly said: Uint8Array } =>
  change.said !== null

/** A change of the open entry, as its row has it. */
interface OpenChange {
  readonly id: number
  readonly tbl: string
  readonly row: string
  readonly said: Uint8Array | null
  readonly salt: Uint8Array | null
  readonly leaf: Uint8Array | null
  readonly apart: string | null
  readonly sealed: Uint8Array | null
}

/** So many rows are read at once. */
const atOnce = 100

/** Some of what the open entry changed, in the order of changing. */
const openChanges = (db: ReadDb, after: number): OpenChange[] =>
  prepare<[number, number], OpenChange>(
    db,
    `SELECT id, tbl, row, said, salt, leaf, apart, sealed FROM main.change_open WHERE id > ? ORDER BY id LIMIT ?`,
  ).all(after, atOnce)

/** What an open entry is about, and what of it was settled already. */
export interface Settling {
  readonly seq: number
  /** `undefined`: it is not known yet, and each change says of which case it is. */
  readonly caseId: CaseId | null | undefined
  /** Random bytes from which each change gets its salt. Not kept. */
  readonly salt: Uint8Array
  /** The leaves of what was settled, in order; those of what is settled now come to them. */
  readonly leaves: Uint8Array[]
}

/** The case a row belongs to now; `null` when it is not there. */
function caseOfRow(db: ReadDb, table: string, row: string): string | null {
  const sql = `SELECT case_id AS caseId FROM ${table} WHERE id = ?`
  return prepare<[string], { caseId: string }>(db, sql).get(row)?.caseId ?? null
}

const saysCase = ({ tbl, said }: Pick<OpenChange, 'tbl' | 'said'>) =>
  apartTable(tbl)?.caseColumn === 'case_id' ? caseSaidIn(said) : null

/** Rows that are gone again told whose they were when they went, or came. */
function goneCases(db: ReadDb): ReadonlyMap<string, string> {
  const all = prepare<[], Pick<OpenChange, 'tbl' | 'row' | 'said'>>(
    db,
    `SELECT tbl, row, said FROM main.change_open ORDER BY id`,
  ).all()
  return new Map(
    all.flatMap(change => {
      const caseId = saysCase(change)
      return caseId === null ? [] : [[`${change.tbl} ${change.row}`, caseId] as const]
    }),
  )
}

/** Says of which case each change of the open entry is. */
function casesOf(db: ReadDb): (change: OpenChange) => string | null {
  const said = new Map<string, string>()
  let gone: ReadonlyMap<string, string> | null = null
  const known = (table: string, row: string) => {
    const name = `${table} ${row}`
    const caseId = said.get(name) ?? caseOfRow(db, table, row) ?? (gone ??= goneCases(db)).get(name) ?? null
    if (caseId !== null) said.set(name, caseId)
    return caseId
  }
  return change => {
    const { tbl, row, apart } = change
    const table = apartTable(tbl)
    if (apart !== null || !table) return apart
    if (table.caseColumn === 'id') return row
    const own = saysCase(change)
    if (own !== null) said.set(`${tbl} ${row}`, own)
    return own ?? known(table.caseColumn === null ? 'person' : tbl, row)
  }
}

const add = `INSERT INTO main.change (entry, tbl, row, said, about, salt, leaf, apart, sealed)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`

/**
 * Packs and salts what the open entry changed since this was last called, notes of which case each change is where the entry
 * is not about that case, and puts it to the record, where it is never changed again (ADR 0039).
 */
export function settle(db: WriteDb, { seq, caseId: entryCase, salt, leaves }: Settling): void {
  const [caseOf, saltAt] = [casesOf(db), saltsOf(salt)]
  const keep = prepare<unknown[]>(db, add)
  const put = (change: OpenChange) => {
    const { tbl, row, leaf, apart, sealed } = change
    const caseId = caseOf(change)
    const isPlain = caseId === entryCase || !apartTable(tbl)
    const said = change.said && packed(change.said)
    const own = leaf === null ? (change.salt ?? saltAt(leaves.length)) : change.salt
    const stands = leaf ?? (said && own ? leafBytesOf({ tbl, row, said }, own) : null)
    keep.run(seq, tbl, row, said, isPlain ? null : (caseId ?? ''), own, leaf, apart, sealed)
    if (stands) leaves.push(stands)
  }
  let last = 0
  for (let some = openChanges(db, last); some.length > 0; some = openChanges(db, last)) {
    for (const change of some) put(change)
    last = some.at(-1)?.id ?? last
  }
  if (last > 0) prepare<[]>(db, `DELETE FROM main.change_open`).run()
}

/** What one entry changed, column by column in the order of changing, as far as whoever is at the desk reads it. */
export function changesOf(db: ReadDb, seq: number): Change[] {
  return prepare<[number, string], { tbl: string; row: string; said: Uint8Array | null }>(
    db,
    `SELECT tbl, row, said FROM change
     WHERE entry = ? AND (apart IS NULL OR apart NOT IN (SELECT value FROM json_each(?))) ORDER BY id`,
  )
    .all(seq, hiddenCases(db))
    .flatMap(({ tbl, row, said }): Change[] =>
      said === null
        ? [{ tbl, row, col: null, old: null, new: null }]
        : toldIn(said).map(([col, old, now]) => ({ tbl, row, col, old, new: now })),
    )
}
