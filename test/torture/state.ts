import { createHash } from 'node:crypto'
import type { Connection } from '../../main/db/handles.ts'

/** What a vault holds, in a few figures. Two vaults with the same figures hold the same, to the byte. */
export interface State {
  /** SHA-256 over every row of every table. */
  readonly digest: string
  /** How many entries the record has, and the hash of the last; empty text when it has none. */
  readonly entries: number
  readonly head: string
}

/** Every table there is, in alphabetical order. */
export const tablesOf = (db: Connection): string[] =>
  db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .map(({ name }) => name)

/** Reads all of it. */
export function stateOf(db: Connection): State {
  const hash = createHash('sha256')
  for (const table of tablesOf(db)) {
    hash.update(`\n${table}\n`)
    for (const row of db.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).raw().iterate())
      for (const value of row as unknown[]) feed(hash, value)
  }
  const last = db
    .prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1')
    .get()
  return { digest: hash.digest('hex'), entries: last?.seq ?? 0, head: last?.hash ?? '' }
}

/** One value with its length before it, so that no two rows read alike. */
function feed(hash: ReturnType<typeof createHash>, value: unknown): void {
  const bytes = Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))
  hash.update(`${bytes.length}:`).update(bytes)
}
