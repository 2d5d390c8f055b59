import { apartTable } from './apartTables.ts'
import { prepare } from './handles.ts'
import type { ReadDb } from './handles.ts'
import { beforeRescue } from './leaf.ts'

/** One change as the record keeps it. */
export interface KeptChange {
  readonly id: number
  readonly entry: number
  readonly tbl: string
  readonly row: string
  readonly col: string
  readonly old: string | null
  readonly new: string | null
  readonly salt: Uint8Array | null
  readonly leaf: string | null
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

const mentions = (text: string | null, ids: ReadonlySet<string>) =>
  (text?.match(uuids) ?? []).some(id => ids.has(id))

/** What a rescue keeps of entries and changes that no longer stand as such is not in a table of a case. */
const ofRecord: ReadonlySet<string> = new Set(['entry', 'change', 'sealed_row'])

/** A change that was moved tells its row; of a row or an entry that was put aside the text is all there is. */
function isOf({ tbl, row, old, new: now }: KeptChange, ids: ReadonlySet<string>): boolean {
  const stood = beforeRescue({ tbl, row })
  if (stood.tbl !== 'rescued') return apartTable(stood.tbl) !== undefined && ids.has(stood.row)
  const [table = '', id = ''] = row.split(/\/(.*)/s)
  if (!apartTable(table) && !ofRecord.has(table)) return false
  return ids.has(id) || mentions(old, ids) || mentions(now, ids)
}

/**
 * What a rescue made part of its own entry (ADR 0033) and is about a case: what was said of its rows, why something was done,
 * and rows that could not stand. The values may be read by everybody of the vault.
 *
 * @param rows ids of the rows the record tells of where they stand.
 */
export function rescuedOfCase(
  db: ReadDb,
  { caseId, rows }: { readonly caseId: string; readonly rows: readonly string[] },
): KeptChange[] {
  const all = prepare<[], KeptChange>(
    db,
    `SELECT id, entry, tbl, row, col, old, new, salt, leaf FROM main.change
     WHERE tbl = 'rescued' AND apart IS NULL ORDER BY id`,
  ).all()
  const its = all.filter(({ col, old, new: now }) => col === 'case_id' && (old === caseId || now === caseId))
  const ids = new Set([caseId, ...rows, ...its.map(change => beforeRescue(change).row)])
  return all.filter(change => isOf(change, ids))
}
