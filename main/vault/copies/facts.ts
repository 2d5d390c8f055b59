import { Refused } from '../../../shared/refusal.ts'
import { forReading, type Connection } from '../../db/handles.ts'
import { chainHead, entriesOf } from '../../record/entry.ts'
import { verifyChain } from '../../record/verify.ts'
import { checkDatabase } from '../../db/open.ts'
import { canonicalJson } from '../canonicalJson.ts'
import type { Facts } from './manifest.ts'

interface Table {
  readonly name: string
  /** Whether its rows have numbers of their own, by which it can be counted in parts. */
  readonly numbered: 0 | 1
}

const tablesSql = `SELECT t.name AS name, s.sql LIKE 'CREATE TABLE%' AND NOT t.wr AS numbered
  FROM pragma_table_list AS t JOIN sqlite_schema AS s ON s.name = t.name AND s.type = 'table'
 WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name`

/** So many rows are counted at once, some milliseconds. */
const atOnce = 20_000

/**
 * Counts a vault, in pieces: whoever asks lets others in between two of them, and begins anew when one of them wrote.
 *
 * @returns through the generator; what it yields says nothing.
 */
export function* countingFacts(db: Connection): Generator<null, Facts> {
  const rows: Record<string, number> = {}
  for (const table of db.prepare<[], Table>(tablesSql).all()) {
    rows[table.name] = yield* countingRows(db, table)
    yield null
  }
  return {
    schema: db.pragma('user_version', { simple: true }) as number,
    entries: entriesOf(forReading(db)),
    head: chainHead(forReading(db)),
    rows,
  }
}

interface Counted {
  readonly n: bigint
  readonly last: bigint | null
}

/** What comes before every number a row can have but one. */
const beforeAll = -(2n ** 63n)

function* countingRows(db: Connection, { name, numbered }: Table): Generator<null, number> {
  // The name of a table cannot be a parameter; it comes from the schema itself.
  const from = `FROM main."${name.replaceAll('"', '""')}"`
  if (!numbered) return db.prepare<[], number>(`SELECT count(*) ${from}`).pluck().get() ?? 0
  const next = db
    .prepare<[bigint], Counted>(
      `SELECT count(*) AS n, max(id) AS last FROM (SELECT rowid AS id ${from} WHERE rowid > ? ORDER BY rowid LIMIT ${atOnce})`,
    )
    .safeIntegers()
  for (let [count, after] = [0, beforeAll]; ;) {
    const { n, last } = next.get(after) ?? { n: 0n, last: null }
    count += Number(n)
    if (last === null || n < atOnce) return count
    after = last
    yield null
  }
}

/** What is counted, without letting anybody in between. */
export function countedAtOnce(counting: Generator<null, Facts>): Facts {
  for (;;) {
    const { done, value } = counting.next()
    if (done === true) return value
  }
}

/**
 * Reads a database through: every page, every index, every row counted, the whole record.
 *
 * @throws Refused `vault/damaged`; `copies/record-broken` when an entry of the record does not fit.
 */
export function readThrough(db: Connection): Facts {
  checkDatabase(db)
  if (verifyChain(forReading(db)).brokenAt !== null) throw new Refused('copies/record-broken')
  return countedAtOnce(countingFacts(db))
}

/** @throws Refused `copies/differs` when two vaults do not count the same. */
export function mustBeTheSame(found: Facts, said: Facts): void {
  if (canonicalJson(found) !== canonicalJson(said)) throw new Refused('copies/differs')
}
