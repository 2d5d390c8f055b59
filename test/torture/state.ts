import { createHash } from 'node:crypto'
import type { Connection } from '../../main/db/handles.ts'
import { passing } from '../../main/vault/rescue/shelf.ts'

/** What a vault holds, in a few figures. Two vaults with the same figures hold the same, to the byte. */
export interface State {
  /** SHA-256 over every row of every table. */
  readonly digest: string
  /** How many entries the record has, and the hash of the last; empty text when it has none. */
  readonly entries: number
  readonly head: string
}

/** Every table there is, in alphabetical order, but for those that are made anew of the others. */
export const tablesOf = (db: Connection): string[] =>
  db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .map(({ name }) => name)
    .filter(name => !passing.has(name))

/** Reads all of it. */
export function stateOf(db: Connection): State {
  const hash = createHash('sha256')
  for (const table of tablesOf(db)) {
    hash.update(`\n${table}\n`)
    for (const row of db.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).raw().iterate())
      for (const value of row as unknown[]) feed(hash, value)
  }
  const last = lastEntry(db)
  return { digest: hash.digest('hex'), entries: last?.seq ?? 0, head: last?.hash ?? '' }
}

/** Tables whose rows are not in the record: they are looked at themselves, the largest by their number alone. */
const besideTheRecord = ['draft', 'identity_key', 'officer_secret', 'brief_package'] as const

/**
 * The same without reading every row: the last hash of the record, which covers every change of a recorded field, and
 * what stands beside the record. It takes the same time however much a vault holds.
 */
export function quickStateOf(db: Connection): State {
  const hash = createHash('sha256')
  const tables = new Set(tablesOf(db))
  for (const table of besideTheRecord.filter(name => tables.has(name)))
    feed(hash, db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())
  for (const row of db.prepare('SELECT * FROM draft ORDER BY rowid').raw().iterate())
    for (const value of row as unknown[]) feed(hash, value)
  const last = lastEntry(db)
  feed(hash, last?.hash ?? '')
  return { digest: hash.digest('hex'), entries: last?.seq ?? 0, head: last?.hash ?? '' }
}

const lastEntry = (db: Connection) =>
  db
    .prepare<[], { seq: number; hash: string }>(
      'SELECT seq, lower(hex(hash)) AS hash FROM entry ORDER BY seq DESC LIMIT 1',
    )
    .get()

/** One value with its length before it, so that no two rows read alike. */
function feed(hash: ReturnType<typeof createHash>, value: unknown): void {
  const bytes = Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))
  hash.update(`${bytes.length}:`).update(bytes)
}
