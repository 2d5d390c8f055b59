import type { CaseId, PersonId } from '../../shared/model.ts'
import type { CheckIn, CheckInPlan, Plan, Protection, SafeContact } from '../../shared/plan/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { dropRow, putRow } from '../db/rawRow.ts'
import { table } from '../db/table.ts'
import type { Sealed } from '../vault/ownKey.ts'

export const plans = table<Plan>('protection_plan', {
  id: 'plain',
  caseId: 'plain',
  objective: 'json',
  measures: 'json',
  kit: 'json',
  dependants: 'json',
  trusted: 'json',
  devices: 'json',
  legal: 'json',
  ifArrested: 'json',
  mustNot: 'json',
  reviewOn: 'plain',
  state: 'plain',
  agreedOn: 'plain',
  agreedHow: 'plain',
  reviewedOn: 'plain',
  changedAt: 'plain',
})

export const contacts = table<SafeContact>('safe_contact', {
  id: 'plain',
  caseId: 'plain',
  channel: 'json',
  hours: 'json',
  language: 'json',
  mayLeaveMessage: 'json',
  wording: 'plain',
  whoMayAnswer: 'json',
  never: 'json',
  alternative: 'json',
  alternativeAgreed: 'json',
  lastProofOn: 'plain',
  lastProofHow: 'plain',
  device: 'json',
  changedAt: 'plain',
})

export const checkInPlans = table<CheckInPlan>('check_in_plan', {
  id: 'plain',
  caseId: 'plain',
  everyHours: 'plain',
  graceHours: 'plain',
  nextDue: 'plain',
  first: 'plain',
  second: 'plain',
  third: 'plain',
  agreedAt: 'plain',
})

/** Results are added, never changed. */
export const checkIns = table<CheckIn>('check_in', {
  id: 'plain',
  caseId: 'plain',
  personId: 'plain',
  dueAt: 'plain',
  result: 'plain',
  note: 'plain',
  recordedAt: 'plain',
})

/** A row of which a person has at most one: written over, or added. */
export function put<T extends { readonly id: PersonId }>(
  db: WriteDb,
  rows: ReturnType<typeof table<T>>,
  value: T,
): void {
  if (rows.byId(db, value.id)) rows.update(db, value)
  else rows.insert(db, value)
}

/** The sealed words of a person with their wrapped key, or `null` when there are none or the key was destroyed. */
export function sealedWords(db: ReadDb, personId: PersonId): Sealed | null {
  const sql = `SELECT sealed, wrapped FROM protection_words JOIN protection_key ON person_id = id WHERE id = ?`
  return prepare<[PersonId], Sealed>(db, sql).get(personId) ?? null
}

/** Replaces the sealed words and their key. */
export function keepWords(
  db: WriteDb,
  { personId, sealed, wrapped }: Sealed & { readonly personId: PersonId },
): void {
  const sql = `SELECT case_id AS caseId FROM person WHERE id = ?`
  const caseId = prepare<[PersonId], { caseId: string }>(db, sql).get(personId)?.caseId ?? null
  putRow(db, 'protection_words', { key: ['id'], row: { id: personId, sealed }, caseId })
  putRow(db, 'protection_key', { key: ['person_id'], row: { person_id: personId, wrapped }, caseId })
}

/** Destroys the key of the words. What was sealed under it cannot be read again. */
export function destroyWords(db: WriteDb, personId: PersonId): void {
  dropRow(db, 'protection_key', { key: 'person_id', id: personId })
}

/** Takes the words off with their key, when the package that brought their person is undone. */
export function dropWords(db: WriteDb, personId: PersonId): void {
  destroyWords(db, personId)
  dropRow(db, 'protection_words', { key: 'id', id: personId })
}

/** Everything of a case that protects its persons. */
export function protectionOf(db: ReadDb, caseId: CaseId): Protection {
  const kept = prepare<[CaseId], { id: PersonId }>(
    db,
    `SELECT person.id FROM person JOIN protection_key ON person_id = person.id WHERE case_id = ? ORDER BY label`,
  )
  return {
    plans: plans.ofCase(db, caseId),
    contacts: contacts.ofCase(db, caseId),
    checkInPlans: checkInPlans.ofCase(db, caseId),
    checkIns: checkIns.ofCase(db, caseId),
    wordsOf: kept.all(caseId).map(({ id }) => id),
  }
}
