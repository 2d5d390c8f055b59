// oxlint-disable-next-line import/default -- CommonJS: `module.exports` is the class
import Driver from 'better-sqlite3-multiple-ciphers'
import type { Connection, ReadDb } from '../../../main/db/handles.ts'
import { migrate } from '../../../main/db/migrate.ts'

/*
 * The reference: what a program without cipher, record and history would keep of the same cases, on the same SQLite with
 * the same tables, indexes, counters and durability, and a full-text table for its search as SQLite comes with it.
 */

function setUp(db: Connection): void {
  db.pragma('journal_mode = TRUNCATE')
  db.pragma('synchronous = EXTRA')
  db.pragma('foreign_keys = ON')
  db.pragma('temp_store = MEMORY')
  db.pragma('locking_mode = EXCLUSIVE')
}

/** Opens the reference. */
export function openPlain(path: string): Connection {
  const db = new Driver(path)
  setUp(db)
  return db
}

interface Named {
  readonly name: string
}

/** Tables of cases, with what the list reads, and neither the record nor our search. */
const tablesOf = (db: Connection): string[] =>
  db
    .prepare<[], Named>(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'
         AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%search%' AND name NOT LIKE '%stale%'
         AND name NOT IN ('entry', 'change', 'sealed_row')`,
    )
    .all()
    .map(({ name }) => name)

const hasRowid = (db: Connection, name: string): boolean =>
  db.prepare<[string], { wr: number }>(`SELECT wr FROM pragma_table_list(?) WHERE schema = 'main'`).get(name)
    ?.wr === 0

/** Copies every row of cases, and not the record, from one database into another with the same tables. */
export function copyRows(from: Connection, to: Connection): void {
  const known = new Set(tablesOf(to))
  for (const name of tablesOf(from).filter(one => known.has(one))) {
    const number = hasRowid(from, name) ? 'rowid AS rowid, ' : ''
    const rows = from.prepare<[], unknown[]>(`SELECT ${number}* FROM main."${name}"`).raw()
    const columns = rows.columns()
    const list = columns.map(({ name: column }) => `"${column}"`).join(', ')
    const insert = to.prepare(
      `INSERT OR REPLACE INTO "${name}" (${list}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    for (const row of rows.iterate() as Iterable<unknown[]>) insert.run(...row)
  }
}

/** The search of the reference. Rows of the full-text tables have the rowid of their case. */
const additions = `
  CREATE VIRTUAL TABLE bench_text USING fts5 (account, content='case_file', content_rowid='rowid', prefix='2 3');
  INSERT INTO bench_text (bench_text) VALUES ('rebuild');
  CREATE VIRTUAL TABLE bench_signs USING fts5 (account);`

/** Chinese with its signs apart, so that plain FTS5 finds words in it. */
function addSigns(db: Connection): void {
  const rows = db.prepare<[], { rowid: number; account: string }>(
    `SELECT rowid, account FROM case_file WHERE json_extract(language, '$.value') = 'zh'`,
  )
  const insert = db.prepare<[number, string]>(`INSERT INTO bench_signs (rowid, account) VALUES (?, ?)`)
  for (const { rowid, account } of rows.all())
    insert.run(rowid, account.replaceAll(/(\p{Script=Han})/gu, '$1 '))
}

/** The full-text tables over the rows that are there. */
export function addToReference(db: Connection): void {
  db.exec(additions)
  addSigns(db)
}

/** An empty reference: the tables, and no trigger of ours. */
export function emptyPlain(path: string): Connection {
  const to = openPlain(path)
  to.pragma('foreign_keys = OFF')
  migrate(to)
  const triggers = to.prepare<[], Named>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all()
  for (const { name } of triggers) to.exec(`DROP TRIGGER "${name}"`)
  return to
}

/** Copies every row of cases out of an open vault into a reference at `path`. */
export function makePlain(from: Connection, path: string): void {
  const to = emptyPlain(path)
  to.pragma('cache_size = -262144')
  to.transaction(() => {
    copyRows(from, to)
    addToReference(to)
  }).immediate()
  to.exec('ANALYZE')
  to.exec('VACUUM')
  to.close()
}

/** A statement, how many parameters without a name it takes, and the names of the others. */
interface Query {
  readonly sql: string
  readonly takes: number
  readonly names: readonly string[]
}

/** The SQL that some reading sends, in order. */
export function queriesOf(db: Connection, read: (spy: ReadDb) => unknown): Query[] {
  const sent: string[] = []
  const spy = {
    prepare(sql: string) {
      sent.push(sql)
      return db.prepare(sql)
    },
  }
  read(spy as unknown as ReadDb)
  return sent.map(sql => ({
    sql: sql.replaceAll(/\b(main|temp)\./g, 'main.'),
    takes: sql.split('?').length - 1,
    names: [...sql.matchAll(/@(\w+)/gu)].map(([, name = '']) => name),
  }))
}
