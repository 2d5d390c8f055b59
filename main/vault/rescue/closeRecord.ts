import type { Instant } from '../../../shared/model.ts'
import type { Rescued } from '../../../shared/vault/rescue.ts'
import { forReading, forWriting, type Connection } from '../../db/handles.ts'
import { saying, type Told } from '../../db/said.ts'
import { openEntry, sealEntry } from '../../record/entry.ts'
import { verifyChain } from '../../record/verify.ts'
import type { Apart } from './apart.ts'
import type { Shelf } from './shelf.ts'
import { tellDifferences } from './differences.ts'
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
    `INSERT INTO change_open (entry, tbl, row, said)
     SELECT @from, '${asideTable}', 'entry/' || seq, CAST(json_array(json_array('entry', NULL, '' ||
       json_object('at', at, 'actor', actor, 'operation', operation, 'case', case_id, 'reason', reason))) AS BLOB)
     FROM entry WHERE seq >= @from ORDER BY seq`,
  ).run({ from })
  prepared(
    db,
    `INSERT INTO change_open (entry, tbl, row, said, salt, leaf, apart, sealed)
     SELECT @from, '${asideTable}', entry || '/' || tbl || '/' || row, said, salt, leaf, apart, sealed
     FROM change WHERE entry >= @from ORDER BY id`,
  ).run({ from })
  prepared(db, `DELETE FROM change WHERE entry >= ?`).run(from)
  prepared(db, `DELETE FROM entry WHERE seq >= ?`).run(from)
}

const changeSql = `INSERT INTO change_open (entry, tbl, row, said) VALUES (?, ?, ?, ?)`

function tellApart(db: Connection, { rows }: Apart, entry: number): void {
  const add = prepared(db, changeSql)
  for (const { table, row, text } of rows)
    add.run(entry, asideTable, `${table}/${row}`, saying([['row', null, text]]))
}

function tellCounts(db: Connection, rescued: Rescued, entry: number): void {
  const add = (row: string, counts: Readonly<Record<string, number>>) => {
    const told = Object.entries(counts).map(([name, count]): Told => [name, null, String(count)])
    if (told.length > 0) prepared(db, changeSql).run(entry, asideTable, row, saying(told))
  }
  const { pages, damagedPages, entries, kept } = rescued
  add('vault', { pages, damagedPages, entries, kept })
  for (const { table, found, rebuilt, lost, apart } of rescued.tables)
    add(
      table,
      Object.fromEntries(Object.entries({ found, rebuilt, lost, apart }).filter(([, count]) => count > 0)),
    )
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
