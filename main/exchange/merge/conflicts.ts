import type { OpenConflict } from '../../../shared/exchange/preview.ts'
import { isConflict, valuesOf, written } from '../../../shared/exchange/version.ts'
import type { Json, Version } from '../../../shared/exchange/version.ts'
import type { HandedKind } from '../../../shared/exchange/caseDocument.ts'
import { CaseId } from '../../../shared/model.ts'
import { Refused } from '../../../shared/refusal.ts'
import { cases, changed } from '../../case/repository.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { CommandContext } from '../../handler.ts'
import { persons } from '../../person/repository.ts'
import { openEntrySeq } from '../../record/entry.ts'
import { sharedTable, sharedTables } from './tables.ts'
import { textIn } from './sharedTable.ts'
import type { Row, SharedTable } from './sharedTable.ts'
import { casesWithSeveral, keepVersions } from './keptVersions.ts'
import { fieldKey, versionsOf } from './versions.ts'

/** Fields that two offices wrote without knowing of each other and nobody has decided. @param caseId `null`: of every case */
export function openConflicts(db: ReadDb, caseId: CaseId | null): OpenConflict[] {
  const of = caseId === null ? casesWithSeveral(db) : [caseId]
  return of.filter(id => cases.byId(db, id) !== null).flatMap(id => conflictsOf(db, id))
}

function conflictsOf(db: ReadDb, caseId: CaseId): OpenConflict[] {
  return versionsOf(db, caseId).rows.flatMap(({ table, id, fields }) =>
    [...fields].flatMap(([field, version]) => {
      if (field === 'label' || !isConflict(version)) return []
      const row = sharedTable(table).byId(db, id)
      return row ? [conflictIn(db, { caseId, table, row, field, version })] : []
    }),
  )
}

interface Found {
  readonly caseId: CaseId
  readonly table: HandedKind
  readonly row: Row
  readonly field: string
  readonly version: Version
}

function conflictIn(db: ReadDb, { caseId, table, row, field, version }: Found): OpenConflict {
  const stands = JSON.stringify(row[field] ?? null)
  return {
    key: fieldKey(table, row.id, field),
    caseId,
    table,
    label: labelOf(db, row),
    field,
    values: valuesOf(version).map(value => ({
      value: value as OpenConflict['values'][number]['value'],
      stands: JSON.stringify(value) === stands,
    })),
  }
}

/** The neutral code of a row, or of the person it is about. */
function labelOf(db: ReadDb, row: Row): string {
  if (typeof row['label'] === 'string') return row['label']
  const personId = row['personId'] ?? row.id
  return (typeof personId === 'string' && persons.byId(db, personId)?.label) || ''
}

/**
 * Decides one conflict: the value becomes the field's own, and takes the place of every other, here and wherever it is
 * merged next.
 *
 * @throws Refused `exchange/conflict-gone`
 */
export function decideConflict(
  context: CommandContext,
  { key, index }: { key: string; index: number },
): CaseId {
  const { db } = context
  const [table = '', id = '', field = ''] = key.split(':')
  const shared = sharedTables.find(({ name }) => name === table)
  const row = shared?.byId(db, id)
  if (!shared || !row) throw new Refused('exchange/conflict-gone')
  const found = openConflicts(db, caseOf(shared, row)).find(one => one.key === key)
  const chosen = found?.values[index]
  if (!found || !chosen) throw new Refused('exchange/conflict-gone')
  const { caseId } = found
  const version = versionsOf(db, caseId)
    .rows.find(row => row.table === table && row.id === id)
    ?.fields.get(field)
  if (!version) throw new Refused('exchange/conflict-gone')
  const value: Json = chosen.value
  if (!chosen.stands) shared.update(db, { ...row, [field]: value })
  const write = Buffer.from(context.random(8)).toString('hex')
  keepVersions(db, {
    caseId,
    atEntry: openEntrySeq(db),
    fields: [{ id: key, version: written(version, write, value) }],
    standing: () => ({ [field]: value }),
  })
  changed(context, caseId)
  return caseId
}

/** The case a row is of. */
const caseOf = ({ ofCase }: SharedTable, row: Row): CaseId =>
  CaseId.parse(ofCase ? row.id : textIn(row, 'caseId'))
