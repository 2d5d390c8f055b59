import { isNo } from '../../../shared/consent/rules.ts'
import type { MergePreview } from '../../../shared/exchange/preview.ts'
import { CaseId } from '../../../shared/model.ts'
import { mustExist } from '../../case/repository.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { QueryContext } from '../../handler.ts'
import { persons } from '../../person/repository.ts'
import type { Arrived } from '../arrive.ts'
import { knownAnswers } from './known.ts'
import type { Plan } from './plan.ts'
import { textIn } from './sharedTable.ts'
import { before, planFor } from './incoming.ts'
import type { Translated } from './incoming.ts'

/** What taking it in would do. Nothing is changed. @throws Refused */
export function previewOf(context: QueryContext, arrived: Arrived): MergePreview {
  const same = (ref: string) => ref
  const { plan, it } = planFor(context, arrived, {
    decisions: [],
    newId: same,
    newWrite: () => '0'.repeat(16),
  })
  const { db } = context
  const last = before(db, arrived, it.caseId)[0]
  const known = new Set(it.caseId ? knownAnswers(db, it.caseId).map(({ id }) => id) : [])
  const labels = labelsAfter(db, plan, it.caseId)
  const file = it.caseId ? mustExist(db, it.caseId) : null
  const rowOf = rowsIn(it)
  return {
    caseId: it.caseId,
    code: file?.code ?? it.document.code,
    state: file?.state ?? null,
    purpose: it.document.purpose,
    note: it.document.note,
    order: last ? 'newer' : 'first',
    lastSentAt: last?.sentAt ?? null,
    persons: it.document.rows.filter(({ table }) => table === 'person').length,
    rows: it.document.rows.length,
    withheld: it.document.withheld,
    changes: plan.changes.map(change => ({
      ...change,
      label: change.label || (labels.get(rowOf(change.key)) ?? ''),
    })),
    newNos: newNos(plan, known).map(personId => labels.get(personId) ?? ''),
  }
}

/** The row or person a change is about, in the ids of this vault. */
function rowsIn({ document, refOf }: Translated): (key: string) => string {
  const rows = new Map(document.rows.map(row => [refOf(row.ref), row]))
  return key => {
    const ref = key.split(':')[1] ?? ''
    const row = rows.get(ref)
    const about = row?.fields['personId']?.heads[0]?.value
    return typeof about === 'string' ? about : (row?.ref ?? ref)
  }
}

function labelsAfter(db: ReadDb, plan: Plan, caseId: CaseId | null): Map<string, string> {
  const here = caseId ? persons.ofCase(db, caseId).map(({ id, label }) => [id as string, label] as const) : []
  const coming = plan.rows.flatMap(({ after }) => {
    const label = after['label']
    return typeof label === 'string' ? [[after.id, label] as const] : []
  })
  return new Map([...here, ...coming])
}

/** Persons of whom a "no" comes that is not known here. */
function newNos({ rows }: Plan, known: ReadonlySet<string>): string[] {
  const nos = rows.filter(
    ({ shared, after }) =>
      shared.name === 'consent_decision' &&
      !known.has(after.id) &&
      isNo(after as unknown as Parameters<typeof isNo>[0]),
  )
  return [...new Set(nos.map(({ after }) => textIn(after, 'personId')))]
}
