import type { Gone } from '../../../shared/exchange/caseDocument.ts'
import type { MergeChange } from '../../../shared/exchange/preview.ts'
import type { Version } from '../../../shared/exchange/version.ts'
import { labelFor, rowName } from './plan.ts'
import type { Plan, Planning } from './plan.ts'
import { textIn } from './sharedTable.ts'
import type { SharedTable } from './sharedTable.ts'
import { sharedTable, sharedTables } from './tables.ts'
import type { VersionedRow } from './versions.ts'

type Mine = ReadonlyMap<string, VersionedRow>

/** A row they took off that is here. */
interface Found {
  readonly shared: SharedTable
  readonly here: VersionedRow
  /** Whether they had seen everything that was written to it. */
  readonly isKnown: boolean
}

/**
 * Which rows go because the other office took them off: those it had seen as they are, and that no row that stays needs.
 */
export function planGone(
  planning: Planning,
  mine: Mine,
): { readonly gone: Plan['gone']; readonly changes: readonly MergeChange[] } {
  const found = planning.incoming.gone.flatMap(one => foundIn(mine, one))
  const needed = neededBy(planning, { mine, found })
  const judged = found.map(one => ({ ...one, goes: one.isKnown && !needed.has(one.here.id) }))
  const order = ({ shared }: Found) => sharedTables.indexOf(shared)
  return {
    gone: judged
      .filter(({ goes }) => goes)
      .toSorted((a, b) => order(a) - order(b))
      .map(({ shared, here }) => ({ shared, id: here.id })),
    changes: judged.map(one => changeOf(planning, one)),
  }
}

function foundIn(mine: Mine, { table, ref, known }: Gone): Found[] {
  const here = mine.get(rowName(table, ref))
  if (!here) return []
  const seen = new Set(known)
  const isSeen = ({ heads }: Version) => heads.every(({ write }) => seen.has(write))
  return [{ shared: sharedTable(table), here, isKnown: [...here.fields.values()].every(isSeen) }]
}

/** The rows that rows which stay cannot be without. */
function neededBy(
  { db }: Planning,
  { mine, found }: { readonly mine: Mine; readonly found: readonly Found[] },
): Set<string> {
  const going = new Set(found.filter(({ isKnown }) => isKnown).map(({ here }) => here.id))
  return new Set(
    [...mine.values()].flatMap(({ table, id }) => {
      const shared = sharedTable(table)
      const row = shared.parents.length > 0 && !going.has(id) ? shared.byId(db, id) : null
      return row ? shared.parents.map(field => textIn(row, field)) : []
    }),
  )
}

function changeOf(
  { db, refOf }: Planning,
  { shared, here, goes }: Found & { readonly goes: boolean },
): MergeChange {
  const row = shared.byId(db, here.id)
  return {
    key: rowName(shared.name, refOf(here.id)),
    kind: goes ? 'gone' : 'kept',
    table: shared.name,
    label: row ? labelFor(row) : '',
    field: '',
    ours: null,
    theirs: null,
    proposal: goes ? 'theirs' : 'ours',
  }
}
