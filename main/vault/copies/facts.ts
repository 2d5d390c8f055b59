import { Refused } from '../../../shared/refusal.ts'
import { forReading, type Connection } from '../../db/handles.ts'
import { chainHead, entriesOf } from '../../record/entry.ts'
import { verifyChain } from '../../record/verify.ts'
import { checkDatabase } from '../../db/open.ts'
import { canonicalJson } from '../canonicalJson.ts'
import type { Facts } from './manifest.ts'

const tablesSql = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`

/** Counts a vault: a few milliseconds, whatever its size. */
export function factsOf(db: Connection): Facts {
  const tables = db.prepare<[], string>(tablesSql).pluck().all()
  // The name of a table cannot be a parameter; it comes from the schema itself.
  const count = (name: string) =>
    db
      .prepare<[], number>(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
      .pluck()
      .get() ?? 0
  return {
    schema: db.pragma('user_version', { simple: true }) as number,
    entries: entriesOf(forReading(db)),
    head: chainHead(forReading(db)),
    rows: Object.fromEntries(tables.map(name => [name, count(name)])),
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
  return factsOf(db)
}

/** @throws Refused `copies/differs` when two vaults do not count the same. */
export function mustBeTheSame(found: Facts, said: Facts): void {
  if (canonicalJson(found) !== canonicalJson(said)) throw new Refused('copies/differs')
}
