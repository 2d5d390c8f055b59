// oxlint-disable-next-line import/default -- CommonJS: `module.exports` is the class
import Driver from 'better-sqlite3-multiple-ciphers'
import type { Connection, ReadDb } from '../../main/db/handles.ts'
import { migrate } from '../../main/db/migrate.ts'

/** What a plain program would keep: the same tables, indexes and durability, and the file to itself; no cipher, no history. */
export function plainDatabase(path: string): Connection {
  const db = new Driver(path)
  setUp(db)
  migrate(db)
  const triggers = db
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
    .all()
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`)
  return db
}

/** Opens it again. */
export function openPlain(path: string): Connection {
  const db = new Driver(path)
  setUp(db)
  return db
}

function setUp(db: Connection): void {
  db.pragma('journal_mode = TRUNCATE')
  db.pragma('synchronous = EXTRA')
  db.pragma('foreign_keys = ON')
  db.pragma('temp_store = MEMORY')
  db.pragma('locking_mode = EXCLUSIVE')
}

/** The SQL that some reading sends, in order; each with whether it takes parameters. */
export function queriesOf(db: Connection, read: (spy: ReadDb) => unknown): string[] {
  const sent: string[] = []
  const spy = {
    prepare(sql: string) {
      sent.push(sql)
      return db.prepare(sql)
    },
  }
  read(spy as unknown as ReadDb)
  return sent
}
