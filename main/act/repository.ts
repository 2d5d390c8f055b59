import type { Act, Perpetrator } from '../../shared/act/model.ts'
import type { CaseId } from '../../shared/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

export const acts = table<Act>('act', {
  id: 'plain',
  caseId: 'plain',
  personIds: 'json',
  form: 'plain',
  status: 'plain',
  when: 'json',
  domain: 'json',
  region: 'json',
  legalTools: 'json',
  perpetratorIds: 'json',
  account: 'plain',
  addedAt: 'plain',
})

export const perpetrators = table<Perpetrator>('perpetrator', {
  id: 'plain',
  caseId: 'plain',
  label: 'plain',
  class: 'plain',
  kind: 'json',
  involvement: 'json',
  description: 'plain',
  addedAt: 'plain',
})

/** The next label of a case: "A1", "A2", …, one more than the highest there is. */
export function nextLabel(db: ReadDb, caseId: CaseId): string {
  const sql = `SELECT max(CAST(substr(label, 2) AS INTEGER)) AS highest FROM perpetrator WHERE case_id = ?`
  return `A${(prepare<[CaseId], { highest: number | null }>(db, sql).get(caseId)?.highest ?? 0) + 1}`
}
