import { apartTable } from './apartTables.ts'
import { prepare } from './handles.ts'
import type { ReadDb } from './handles.ts'
import { beforeRescue } from './leaf.ts'
import { toldIn } from './said.ts'

/** What a rescue keeps of one row, entry or change, as the record has it. */
interface Rescued {
  readonly id: number
  readonly tbl: string
  readonly row: string
  readonly said: Uint8Array | null
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

const mentions = (text: string | null, ids: ReadonlySet<string>) =>
  (text?.match(uuids) ?? []).some(id => ids.has(id))

/** What a rescue keeps of entries and changes that no longer stand as such is not in a table of a case. */
const ofRecord: ReadonlySet<string> = new Set(['entry', 'change', 'sealed_row'])

/** A change that was moved tells its row; of a row or an entry that was put aside the text is all there is. */
function isOf({ tbl, row, said }: Rescued, ids: ReadonlySet<string>): boolean {
  const stood = beforeRescue({ tbl, row })
  if (stood.tbl !== 'rescued') return apartTable(stood.tbl) !== undefined && ids.has(stood.row)
  const [table = '', id = ''] = row.split(/\/(.*)/s)
  if (!apartTable(table) && !ofRecord.has(table)) return false
  return ids.has(id) || toldIn(said).some(([, old, now]) => mentions(old, ids) || mentions(now, ids))
}

const saysCase = ({ said }: Rescued, caseId: string) =>
  toldIn(said).some(([col, old, now]) => col === 'case_id' && (old === caseId || now === caseId))

/**
 * What a rescue made part of its own entry (ADR 0033) and is about a case: what was said of its rows, why something was done,
 * and rows that could not stand. The values may be read by everybody of the vault.
 *
 * @param rows ids of the rows the record tells of where they stand.
 * @returns ids of changes.
 */
export function rescuedOfCase(
  db: ReadDb,
  { caseId, rows }: { readonly caseId: string; readonly rows: readonly string[] },
): ReadonlySet<number> {
  const all = prepare<[], Rescued>(
    db,
    `SELECT id, tbl, row, said FROM main.change WHERE tbl = 'rescued' AND apart IS NULL ORDER BY id`,
  ).all()
  const its = all.filter(change => saysCase(change, caseId))
  const ids = new Set([caseId, ...rows, ...its.map(change => beforeRescue(change).row)])
  return new Set(all.filter(change => isOf(change, ids)).map(({ id }) => id))
}
