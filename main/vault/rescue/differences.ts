import type { Connection } from '../../db/handles.ts'
import { bytesToldIn, sayingBytes, type Told } from '../../db/said.ts'
import { prepared } from './prepared.ts'
import type { Shelf } from './shelf.ts'

interface Kept {
  readonly said: Uint8Array | null
}

/**
 * The last value the record tells of each column of a row, one character for every byte. After a change that is sealed or
 * destroyed nobody knows what a column was, until it is told again.
 */
function lastTold(db: Connection, table: string, row: string) {
  const changes = prepared<[string, string], Kept>(
    db,
    `SELECT said FROM change WHERE tbl = ? AND row = ? ORDER BY id`,
  ).all(table, row)
  let isKnown = true
  const last = new Map<string, string | null>()
  for (const { said } of changes) {
    if (said === null) {
      isKnown = false
      last.clear()
    }
    for (const [col, , now] of bytesToldIn(said)) last.set(col, now)
  }
  return { last, isKnown }
}

function tell(db: Connection, { name }: Shelf, { entry, row, told }: Telling): void {
  if (told.length === 0) return
  prepared(db, `INSERT INTO change_open (entry, tbl, row, said) VALUES (?, ?, ?, ?)`).run(
    entry,
    name,
    row,
    sayingBytes(told),
  )
}

interface Telling {
  readonly entry: number
  readonly row: string
  readonly told: readonly Told[]
}

const textOf = (value: Buffer | null | undefined) => value?.toString('latin1') ?? null

/** What the record does not tell of the rows that are there. */
function tellRows(db: Connection, shelf: Shelf, entry: number): void {
  const columns = shelf.columns.map(({ name }) => name).filter(name => name !== 'id')
  const values = columns.map(name => `CAST(CAST("${name}" AS TEXT) AS BLOB) AS "${name}"`)
  const find = prepared<[string], Record<string, Buffer | null>>(
    db,
    `SELECT ${values.join(', ')} FROM "${shelf.name}" WHERE id = ?`,
  )
  const ids = prepared<[], { id: string }>(db, `SELECT id FROM "${shelf.name}" ORDER BY rowid`).all()
  for (const { id } of ids) {
    const row = find.get(id)
    const { last, isKnown } = lastTold(db, shelf.name, id)
    const told = columns.map((col): Told => [col, last.get(col) ?? null, textOf(row?.[col])])
    const isUnlike = ([col, old, now]: Told) => (isKnown || last.has(col)) && old !== now
    tell(db, shelf, { entry, row: id, told: told.filter(isUnlike) })
  }
}

/** What the record tells of rows that are not there. */
function tellLost(db: Connection, shelf: Shelf, entry: number): void {
  const rows = prepared<[string], { row: string }>(
    db,
    `SELECT row FROM change WHERE tbl = ? AND row NOT IN (SELECT id FROM "${shelf.name}") GROUP BY row ORDER BY min(id)`,
  ).all(shelf.name)
  for (const { row } of rows) {
    const told = [...lastTold(db, shelf.name, row).last].map(([col, old]): Told => [col, old, null])
    tell(db, shelf, { entry, row, told: told.filter(([, old]) => old !== null) })
  }
}

/** So that the history of every field ends with what the field is now. */
export function tellDifferences(db: Connection, shelf: Shelf, entry: number): void {
  tellRows(db, shelf, entry)
  tellLost(db, shelf, entry)
}
