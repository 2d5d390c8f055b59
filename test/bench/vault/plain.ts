// oxlint-disable-next-line import/default -- CommonJS: `module.exports` is the class
import Driver from 'better-sqlite3-multiple-ciphers'
import type { Connection, ReadDb } from '../../../main/db/handles.ts'
import { migrate } from '../../../main/db/migrate.ts'

/*
 * The reference: what a program without cipher, record and history would keep of the same cases, on the same SQLite with
 * the same tables, indexes and durability, and what such a program would add to be quick: an index for its list, counters
 * for its facets, a full-text table for its search.
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

/** Tables of cases, as they were before anything was derived from them, and not the record. */
const tablesOf = (db: Connection): string[] =>
  db
    .prepare<[], Named>(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'
         AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%line%' AND name NOT LIKE '%search%' AND name NOT LIKE '%stale%'
         AND name NOT LIKE '%tally%'
         AND name NOT IN ('entry', 'change', 'sealed_row')`,
    )
    .all()
    .map(({ name }) => name)

function copyRows(from: Connection, to: Connection): void {
  const known = new Set(tablesOf(to))
  for (const name of tablesOf(from).filter(one => known.has(one))) {
    const rows = from.prepare<[], unknown[]>(`SELECT rowid, * FROM main."${name}"`).raw()
    const columns = rows.columns().slice(1)
    const isWithoutRowid = columns.length === 0
    if (isWithoutRowid) continue
    const list = columns.map(({ name: column }) => `"${column}"`).join(', ')
    const insert = to.prepare(
      `INSERT OR REPLACE INTO "${name}" (rowid, ${list}) VALUES (?, ${columns.map(() => '?').join(', ')})`,
    )
    for (const row of rows.iterate() as Iterable<unknown[]>) insert.run(...row)
  }
}

/** What makes the reference as quick as plain SQLite can be. Rows of the full-text table have the rowid of their case. */
const additions = `
  CREATE INDEX bench_state ON case_file (state, changed_at DESC, id DESC);
  CREATE INDEX bench_changed ON case_file (changed_at DESC, id DESC);
  CREATE INDEX bench_due ON risk_assessment (valid_until, case_id);
  CREATE INDEX bench_trend ON act (substr(added_at, 1, 7), form);
  CREATE TABLE bench_count (facet TEXT NOT NULL, value TEXT NOT NULL, cases INTEGER NOT NULL, PRIMARY KEY (facet, value)) WITHOUT ROWID;
  INSERT INTO bench_count SELECT 'state', state, count(*) FROM case_file GROUP BY state;
  INSERT INTO bench_count SELECT 'danger', danger, count(*) FROM case_file GROUP BY danger;
  INSERT INTO bench_count SELECT 'owner', owner, count(*) FROM case_file GROUP BY owner;
  INSERT INTO bench_count SELECT 'channel', channel, count(*) FROM case_file GROUP BY channel;
  CREATE VIRTUAL TABLE bench_text USING fts5 (account, content='case_file', content_rowid='rowid', prefix='2 3');
  INSERT INTO bench_text (bench_text) VALUES ('rebuild');
  CREATE VIRTUAL TABLE bench_signs USING fts5 (account, content='');`

/** Chinese with its signs apart, so that plain FTS5 finds words in it. */
function addSigns(db: Connection): void {
  const rows = db.prepare<[], [number, string]>(
    `SELECT rowid, account FROM case_file WHERE json_extract(language, '$.value') = 'zh'`,
  )
  const insert = db.prepare<[number, string]>(`INSERT INTO bench_signs (rowid, account) VALUES (?, ?)`)
  for (const [rowid, account] of rows.raw().all() as [number, string][])
    insert.run(rowid, account.replaceAll(/(\p{Script=Han})/gu, '$1 '))
}

/** Copies every row of cases out of an open vault into a reference at `path`. */
export function makePlain(from: Connection, path: string): void {
  const to = openPlain(path)
  to.pragma('cache_size = -262144')
  to.pragma('foreign_keys = OFF')
  migrate(to)
  const triggers = to.prepare<[], Named>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all()
  for (const { name } of triggers) to.exec(`DROP TRIGGER "${name}"`)
  to.transaction(() => {
    copyRows(from, to)
    to.exec(additions)
    addSigns(to)
  }).immediate()
  to.exec('ANALYZE')
  to.exec('VACUUM')
  to.close()
}

/** The SQL that some reading sends, in order, each with how many parameters it takes. */
export function queriesOf(
  db: Connection,
  read: (spy: ReadDb) => unknown,
): { readonly sql: string; readonly takes: number }[] {
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
  }))
}
