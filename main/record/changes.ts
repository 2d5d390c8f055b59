import { hiddenCases } from '../db/apartKeys.ts'
import { apartTable } from '../db/apartTables.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { bytesOf, saltAt } from '../db/leaf.ts'
import { caseSaidIn, packed, toldIn } from '../db/said.ts'
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

const openChangesOf = (db: ReadDb, seq: number): OpenChange[] =>
  prepare<[number], OpenChange>(
    db,
    `SELECT id, tbl, row, said, salt, leaf, apart, sealed FROM main.change WHERE entry = ? ORDER BY id < 0, abs(id)`,
  ).all(seq)

const hexOf = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('hex')

/** What an entry is about, and the random bytes from which each change gets its salt. */
interface Settling {
  readonly seq: number
  readonly caseId: string | null
  readonly salt: Uint8Array
}

/** The case a row belongs to now; `null` when it is not there. */
function caseOfRow(db: ReadDb, table: string, row: string): string | null {
  const sql = `SELECT case_id AS caseId FROM ${table} WHERE id = ?`
  return prepare<[string], { caseId: string }>(db, sql).get(row)?.caseId ?? null
}

/** Says of which case each change of the open entry is. Rows that are gone again told so when they went. */
function casesOf(db: ReadDb, changes: readonly OpenChange[]): (change: OpenChange) => string | null {
  const said = new Map<string, string>()
  for (const { tbl, row, said: words } of changes) {
    const caseId = apartTable(tbl)?.caseColumn === 'case_id' ? caseSaidIn(words) : null
    if (caseId !== null) said.set(`${tbl} ${row}`, caseId)
  }
  const known = (table: string, row: string) => said.get(`${table} ${row}`) ?? caseOfRow(db, table, row)
  return ({ tbl, row, apart }) => {
    const table = apartTable(tbl)
    if (apart !== null || !table) return apart
    if (table.caseColumn === 'id') return row
    return known(table.caseColumn === null ? 'person' : tbl, row)
  }
}

interface Settled extends OpenChange {
  readonly about: string | null
}

/** What is kept of a change beside what it says: its salt, and whose it is where that is not the case of its entry. */
function settled(
  changes: readonly OpenChange[],
  caseOf: ReturnType<typeof casesOf>,
  { caseId: entryCase, salt }: Settling,
): Settled[] {
  return changes.map((change, at) => {
    const caseId = caseOf(change)
    const isPlain = caseId === entryCase || !apartTable(change.tbl)
    const said = change.said && packed(change.said)
    const own = change.leaf === null ? (change.salt ?? bytesOf(saltAt(salt, at))) : change.salt
    return { ...change, said, salt: own, about: isPlain ? null : (caseId ?? '') }
  })
}

/**
 * Packs and salts what the open entry says and notes of which case each change is, where the entry is not about that case. The
 * rows are taken out where they stood while the entry was open and put to the others, so that none of them takes more room
 * than it needs (ADR 0039).
 */
export function settleChanges(db: WriteDb, settling: Settling): KeptChange[] {
  const { seq } = settling
  const before = openChangesOf(db, seq)
  const changes = settled(before, casesOf(db, before), settling)
  if (changes.length > 0) {
    prepare<[number]>(db, `DELETE FROM main.change WHERE entry = ?`).run(seq)
    const add = prepare<Record<string, unknown>>(
      db,
      `INSERT INTO main.change (id, entry, tbl, row, said, about, salt, leaf, apart, sealed)
       VALUES (@id, @seq, @tbl, @row, @said, @about, @salt, @leaf, @apart, @sealed)`,
    )
    for (const change of changes) add.run({ ...change, seq, id: change.id < 0 ? null : change.id })
  }
  return changes.map(({ tbl, row, said, salt, leaf }) => ({
    tbl,
    row,
    said,
    salt: hexOf(salt),
    leaf: hexOf(leaf),
  }))
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
