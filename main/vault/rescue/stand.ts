import type { Connection } from '../../db/handles.ts'
import { tellable, type Apart } from './apart.ts'
import { isSealed } from './sealed.ts'
import { prepared } from './prepared.ts'

interface Loose {
  readonly table: string
  readonly rowid: number
  /** The table it refers to. */
  readonly parent: string
  readonly fkid: number
}

/** Who refers to a row that is sealed refers to it still. */
function refersToSealed(db: Connection, { table, rowid, parent, fkid }: Loose): boolean {
  const from = prepared<[string, number], { from: string }>(
    db,
    `SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ?`,
  ).get(table, fkid)?.from
  if (from === undefined) return false
  const sql = `SELECT "${from}" AS row FROM "${table}" WHERE rowid = ?`
  const row = prepared<[number], { row: unknown }>(db, sql).get(rowid)?.row
  return typeof row === 'string' && isSealed(db, parent, row)
}

const text = (
  db: Connection,
  { table, rowid }: Pick<Loose, 'table' | 'rowid'>,
): { readonly id: string; readonly text: string } => {
  const row =
    prepared<[number], Record<string, unknown>>(db, `SELECT * FROM "${table}" WHERE rowid = ?`).get(rowid) ??
    {}
  const values = tellable(table, Object.entries(row)).map(([name, value]) => [
    name,
    Buffer.isBuffer(value) ? { hex: value.toString('hex') } : value,
  ])
  return {
    id: typeof row['id'] === 'string' ? row['id'] : String(rowid),
    text: JSON.stringify(Object.fromEntries(values)),
  }
}

/**
 * Takes out the rows that refer to something that is lost, and then those that referred to them, until everything stands.
 *
 * @returns how many were taken out of each table.
 */
export function takeOutLoose(db: Connection, apart: Apart): ReadonlyMap<string, number> {
  const taken = new Map<string, number>()
  for (;;) {
    const loose = (db.pragma('foreign_key_check') as readonly Loose[]).filter(one => !refersToSealed(db, one))
    const once = new Map(loose.map(one => [`${one.table} ${one.rowid}`, one]))
    if (once.size === 0) return taken
    for (const one of once.values()) {
      const { id, text: said } = text(db, one)
      apart.add({ table: one.table, row: id, text: said })
      prepared(db, `DELETE FROM "${one.table}" WHERE rowid = ?`).run(one.rowid)
      taken.set(one.table, (taken.get(one.table) ?? 0) + 1)
    }
  }
}
