import type { Instant } from '../../../shared/model.ts'
import type { Rescued } from '../../../shared/vault/rescue.ts'
import { forReading, forWriting, type Connection } from '../../db/handles.ts'
import { openEntry, sealEntry } from '../../record/entry.ts'
import { verifyChain } from '../../record/verify.ts'
import type { Apart } from './apart.ts'
import type { Shelf } from './shelf.ts'
import { prepared } from './prepared.ts'

/** What the rescue writes down of itself. */
export interface Closing {
  readonly at: Instant
  /** Role of whoever rescued. */
  readonly actor: string
  /** 16 random bytes. */
  readonly salt: Uint8Array
  readonly apart: Apart
  readonly shelves: readonly Shelf[]
}

/** What was in no table of a vault, under this name in the record. */
const asideTable = 'rescued'

/** Entries that can no longer be verified stand no longer as entries; what they said stays, as part of the new one. */
function cutRecord(db: Connection, from: number): void {
  prepared(
    db,
    `INSERT INTO change (entry, tbl, row, col, old, new)
     SELECT @from, '${asideTable}', 'entry/' || seq, 'entry', NULL,
       json_object('at', at, 'actor', actor, 'operation', operation, 'case', case_id, 'reason', reason)
     FROM entry WHERE seq >= @from ORDER BY seq`,
  ).run({ from })
  prepared(
    db,
    `UPDATE change SET tbl = '${asideTable}', row = entry || '/' || tbl || '/' || row, entry = @from
     WHERE entry >= @from AND tbl <> '${asideTable}'`,
  ).run({ from })
  prepared(db, `DELETE FROM entry WHERE seq >= ?`).run(from)
}

/** So that the history of every field ends with what the field is now. */
function tellDifferences(db: Connection, shelf: Shelf, entry: number): void {
  for (const { name } of shelf.columns.filter(column => column.name !== 'id')) {
    const last = `SELECT row, new, leaf FROM change WHERE id IN (SELECT max(id) FROM change
      WHERE tbl = @table AND col = @name GROUP BY row)`
    prepared(
      db,
      `INSERT INTO change (entry, tbl, row, col, old, new)
       SELECT @entry, @table, here.id, @name, told.new, CAST(here."${name}" AS TEXT)
       FROM "${shelf.name}" AS here LEFT JOIN (${last}) AS told ON told.row = here.id
       WHERE told.leaf IS NULL AND told.new IS NOT CAST(here."${name}" AS TEXT)`,
    ).run({ entry, table: shelf.name, name })
    prepared(
      db,
      `INSERT INTO change (entry, tbl, row, col, old, new)
       SELECT @entry, @table, told.row, @name, told.new, NULL FROM (${last}) AS told
       WHERE told.leaf IS NULL AND told.new IS NOT NULL AND told.row NOT IN (SELECT id FROM "${shelf.name}")`,
    ).run({ entry, table: shelf.name, name })
  }
}

function tellApart(db: Connection, { rows }: Apart, entry: number): void {
  const add = prepared(
    db,
    `INSERT INTO change (entry, tbl, row, col, old, new) VALUES (?, '${asideTable}', ?, 'row', NULL, ?)`,
  )
  for (const { table, row, text } of rows) add.run(entry, `${table}/${row}`, text)
}

function tellCounts(db: Connection, rescued: Rescued, entry: number): void {
  const add = prepared(
    db,
    `INSERT INTO change (entry, tbl, row, col, old, new) VALUES (?, '${asideTable}', ?, ?, NULL, ?)`,
  )
  const said = {
    pages: rescued.pages,
    damagedPages: rescued.damagedPages,
    entries: rescued.entries,
    kept: rescued.kept,
  }
  for (const [name, count] of Object.entries(said)) add.run(entry, 'vault', name, String(count))
  for (const { table, found, rebuilt, lost, apart } of rescued.tables)
    for (const [name, count] of Object.entries({ found, rebuilt, lost, apart }))
      if (count > 0) add.run(entry, table, name, String(count))
}

/** The entry up to which the old record verifies, and how many there were. */
export function keepWhatVerifies(db: Connection): { readonly entries: number; readonly kept: number } {
  const { entries, brokenAt } = verifyChain(forReading(db))
  if (brokenAt === null) return { entries, kept: entries }
  cutRecord(db, brokenAt)
  return { entries, kept: brokenAt - 1 }
}

/** One more entry, which says what this record was rescued from and holds whatever could not stand. */
export function closeRecord(db: Connection, rescued: Rescued, closing: Closing): void {
  const write = forWriting(db)
  const entry = openEntry(write)
  for (const shelf of closing.shelves.filter(({ hasHistory }) => hasHistory))
    tellDifferences(db, shelf, entry)
  tellApart(db, closing.apart, entry)
  tellCounts(db, rescued, entry)
  const { at, actor, salt } = closing
  sealEntry(write, entry, {
    at,
    actor,
    operation: 'rescue.start',
    caseId: null,
    subject: null,
    reason: null,
    salt,
  })
}
