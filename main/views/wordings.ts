import type { ActionLine } from '../../shared/action/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { valueOf } from '../../shared/model.ts'
import { wordingsSince } from '../../shared/settings/wording.ts'
import type { Wording, Written } from '../../shared/settings/wording.ts'
import type { OpenId } from '../../shared/vocabulary/index.ts'
import type { ReadDb } from '../db/handles.ts'
import { datedEditions, entriesOf } from '../settings/repository.ts'

/** One field of one row that holds codes of an open list. */
interface Field {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly list: OpenId
  readonly codes: readonly string[]
}

type Coded = Pick<
  CaseView,
  'case' | 'persons' | 'engagements' | 'acts' | 'perpetrators' | 'verification' | 'protection'
> & { readonly actions: readonly ActionLine[] }

const some = (code: string | null): string[] => (code === null ? [] : [code])

/** Every field of a case that holds codes of open lists. */
function fieldsOf(content: Coded): Field[] {
  const { case: file, persons, engagements, acts, perpetrators, verification, protection, actions } = content
  return [
    { table: 'case_file', row: file.id, column: 'channel', list: 'intakeChannel', codes: [file.channel] },
    {
      table: 'case_file',
      row: file.id,
      column: 'first_entity',
      list: 'unEntity',
      codes: some(valueOf(file.firstEntity)),
    },
    ...persons.map(({ id: row, roles: codes }): Field => ({
      table: 'person',
      row,
      column: 'roles',
      list: 'victimRole',
      codes,
    })),
    ...engagements.flatMap(({ id: row, kind, entity }): Field[] => [
      { table: 'engagement', row, column: 'kind', list: 'cooperationType', codes: [kind] },
      { table: 'engagement', row, column: 'entity', list: 'unEntity', codes: [entity] },
    ]),
    ...acts.flatMap(({ id: row, form, legalTools }): Field[] => [
      { table: 'act', row, column: 'form', list: 'formOfAct', codes: [form] },
      { table: 'act', row, column: 'legal_tools', list: 'legalTool', codes: legalTools },
    ]),
    ...perpetrators.map(({ id: row, kind }): Field => ({
      table: 'perpetrator',
      row,
      column: 'kind',
      list: 'perpetratorKind',
      codes: some(valueOf(kind)),
    })),
    ...verification.information.map(({ id: row, material }): Field => ({
      table: 'information',
      row,
      column: 'material',
      list: 'sourceMaterial',
      codes: [material],
    })),
    ...actions.map(({ id: row, kind }): Field => ({
      table: 'action',
      row,
      column: 'draft',
      list: 'action',
      codes: [kind],
    })),
    ...protection.plans.map(({ id: row, measures }): Field => ({
      table: 'protection_plan',
      row,
      column: 'measures',
      list: 'action',
      codes: [...new Set(measures.map(({ action }) => action))],
    })),
  ]
}

/** A plan has the number of its person: the two are told apart. */
const rowName = ({ table, row }: Pick<Field, 'table' | 'row'>) =>
  table === 'protection_plan' ? `plan:${row}` : row

/** The codes of a case that read otherwise today than when they were recorded. Asks nothing while no list was changed. */
export function wordingsOf(db: ReadDb, content: Coded): Wording[] {
  const editions = datedEditions(db)
  if (editions.length === 0) return []
  const entryAt = entriesOf(db, content.case.id)
  const written = fieldsOf(content).flatMap(({ list, codes, ...at }): Written[] => {
    const entry = entryAt(at)
    return entry === null ? [] : codes.map(code => ({ row: rowName(at), list, code, entry }))
  })
  return wordingsSince(written, editions)
}
