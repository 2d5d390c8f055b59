import { inRulingOrder } from '../../../shared/consent/order.ts'
import type { ConsentDecision } from '../../../shared/consent/model.ts'
import type { CaseId } from '../../../shared/model.ts'
import { consents } from '../../consent/repository.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import { table } from '../../db/table.ts'

/** An answer that was recorded in another office, and the answers that were known there. */
interface KnownElsewhere {
  readonly id: string
  readonly caseId: CaseId
  readonly known: readonly string[]
}

const rows = table<KnownElsewhere>('exchange_answer', { id: 'plain', caseId: 'plain', known: 'json' })

/** For each answer of a case, in the order of recording here, every answer that was known where it was recorded. */
export function knownAnswers(db: ReadDb, caseId: CaseId): { id: string; known: readonly string[] }[] {
  const elsewhere = new Map(rows.ofCase(db, caseId).map(({ id, known }) => [id, known]))
  const all = consents.ofCase(db, caseId).map(({ id }) => id as string)
  return all.map((id, index) => ({ id, known: elsewhere.get(id) ?? all.slice(0, index) }))
}

/** Keeps what was known where an answer came from. */
export const keepKnown = (db: WriteDb, row: KnownElsewhere): void => rows.insert(db, row)

/** Forgets it, when the answer itself is taken out again. */
export const dropKnown = (db: WriteDb, id: string): void => rows.remove(db, id)

/** The consent ledger of a case in the order in which the last answer rules (ADR 0024). */
export function consentsInOrder(db: ReadDb, caseId: CaseId): ConsentDecision[] {
  const elsewhere = rows.ofCase(db, caseId)
  return inRulingOrder(
    consents.ofCase(db, caseId),
    new Map(elsewhere.map(({ id, known }) => [id, new Set(known)])),
  )
}
