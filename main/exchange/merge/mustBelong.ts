import type { HandedKind, ToldCase } from '../../../shared/exchange/caseDocument.ts'
import type { Json } from '../../../shared/exchange/version.ts'
import type { CaseId } from '../../../shared/model.ts'
import { Refused } from '../../../shared/refusal.ts'
import type { ReadDb } from '../../db/handles.ts'
import { rowName } from './plan.ts'
import { idsIn } from './refs.ts'
import { textIn } from './sharedTable.ts'
import { sharedTable, sharedTables } from './tables.ts'
import type { VersionedCase } from './versions.ts'

/** Rows somebody may take off a case. All others stay for ever, wherever they are. */
const removable: readonly HandedKind[] = [
  'engagement',
  'act',
  'evidence_source',
  'claim',
  'information',
  'check_in_plan',
]

/** A case in the ids of this vault, and what stands here. */
interface Belonging {
  readonly db: ReadDb
  readonly caseId: CaseId
  readonly ours: VersionedCase
  readonly document: ToldCase
  /** Ids that nothing here had before. */
  readonly fresh: ReadonlySet<string>
}

/**
 * A package speaks of its own case only: whoever knows what rows of another case are called cannot write to that one, or
 * name what stands in it.
 *
 * @throws Refused `exchange/damaged`
 */
export function mustBelong(belonging: Belonging): void {
  const { document } = belonging
  const isApart = (names: readonly string[]) => new Set(names).size === names.length
  const isWhole =
    isApart(document.rows.map(({ table, ref }) => rowName(table, ref))) &&
    isApart(document.identities.map(({ ref }) => ref)) &&
    isApart(document.originals.map(({ ref }) => ref)) &&
    document.gone.every(({ table }) => removable.includes(table)) &&
    isKeyedWithin(belonging) &&
    !namesOthers(belonging)
  if (!isWhole) throw new Refused('exchange/damaged')
}

/** Rows that stand once in a case are of this case; what is of a person is of one of its persons. */
function isKeyedWithin({ caseId, ours, document }: Belonging): boolean {
  const of = (kind: HandedKind) => [
    ...ours.rows.filter(({ table }) => table === kind).map(({ id }) => id),
    ...document.rows.filter(({ table }) => table === kind).map(({ ref }) => ref),
  ]
  const persons = new Set(of('person'))
  const carried = new Set([...of('source_message'), ...of('attachment')])
  return (
    document.identities.every(({ ref }) => persons.has(ref)) &&
    document.originals.every(({ ref }) => carried.has(ref)) &&
    document.rows.every(row => {
      const { ofCase, ofPerson } = sharedTable(row.table)
      const isKeyed = ofCase ? row.ref === caseId : !ofPerson || persons.has(row.ref)
      return isKeyed && namedIn(row).every(id => persons.has(id))
    })
  )
}

/** Whom a row says it is about, in any of its values. */
const namedIn = ({ table, ref, fields }: ToldCase['rows'][number]): readonly string[] =>
  Object.entries(fields).flatMap(([field, { heads }]) =>
    heads.flatMap(({ value }) => sharedTable(table).personIdsOf({ id: ref, [field]: value })),
  )

/** Whether it mentions a row that stands in another case here. */
function namesOthers({ db, caseId, ours, document, fresh }: Belonging): boolean {
  const known = new Set([caseId, ...ours.rows.map(({ id }) => id), ...ours.gone.map(({ id }) => id)])
  const strange = idsIn(document as unknown as Json).filter(id => !fresh.has(id) && !known.has(id))
  return strange.some(id =>
    sharedTables.some(({ name, byId }) => {
      const row = byId(db, id)
      return row !== null && (name === 'case_file' || textIn(row, 'caseId') !== caseId)
    }),
  )
}
