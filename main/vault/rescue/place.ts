import type { Connection } from '../../db/handles.ts'
import type { Row } from './cells.ts'
import type { Shelf } from './shelf.ts'
import { prepared } from './prepared.ts'

interface Reference {
  readonly table: string
  readonly to: string | null
  readonly from: string
}

const referencesOf = (db: Connection, table: string) =>
  prepared<[string], Reference>(db, `SELECT "table", "to", "from" FROM pragma_foreign_key_list(?)`).all(table)

/** Whether a row may stand on a shelf, tried and taken back. */
function mayStand(db: Connection, shelf: Shelf, row: Row): boolean {
  db.exec('SAVEPOINT trying')
  try {
    return shelf.put(row)
  } finally {
    db.exec('ROLLBACK TO trying; RELEASE trying')
  }
}

function isRecorded(db: Connection, shelf: Shelf, row: Row): boolean {
  const id = shelf.idOf(row)
  if (id === null) return false
  return (
    prepared(db, `SELECT 1 FROM change WHERE tbl = ? AND row = ? LIMIT 1`).get(shelf.name, id) !== undefined
  )
}

/** How many of the rows it refers to are there, less three for each that is not. */
function company(db: Connection, shelf: Shelf, row: Row): number {
  return referencesOf(db, shelf.name).reduce((sum, { table, to, from }) => {
    const value = row.values[shelf.columns.findIndex(({ name }) => name === from)]
    if (value?.kind !== 'text') return sum
    const sql = `SELECT 1 FROM "${table}" WHERE "${to ?? 'id'}" = CAST(? AS TEXT)`
    return sum + (prepared(db, sql).get(value.bytes) === undefined ? -3 : 1)
  }, 0)
}

/** The record names every row of a table that has a history; what it does not name is hardly one of them. */
const evidence = (db: Connection, shelf: Shelf, row: Row) =>
  (shelf.hasHistory ? (isRecorded(db, shelf, row) ? 10 : -5) : 0) + company(db, shelf, row)

/**
 * Whose rows these are, when nothing leads to their page any more: the one table whose rules all of them keep, and for
 * which the record and the rows they refer to speak most. `null` when two are as likely: a row is never put down as
 * something that it may not be.
 */
export function shelfOf(db: Connection, rows: readonly Row[], among: readonly Shelf[]): Shelf | null {
  const possible = among.filter(shelf => rows.every(row => mayStand(db, shelf, row)))
  const weighed = possible
    .map(shelf => ({ shelf, weight: rows.reduce((sum, row) => sum + evidence(db, shelf, row), 0) }))
    .toSorted((a, b) => b.weight - a.weight)
  const [best, second] = weighed
  return best && best.weight !== second?.weight ? best.shelf : null
}
