import type { IdentityBasis } from '../../shared/person/basis.ts'
import type { Forgetting } from '../../shared/person/forget.ts'
import type { Person } from '../../shared/person/model.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { dropRow, putRow } from '../db/rawRow.ts'
import { table } from '../db/table.ts'

export const persons = table<Person>('person', {
  id: 'plain',
  caseId: 'plain',
  label: 'plain',
  parts: 'json',
  unit: 'plain',
  gender: 'json',
  ageBand: 'json',
  roles: 'json',
  characteristics: 'json',
  linkToCooperator: 'json',
  region: 'json',
  remunerated: 'json',
  situation: 'json',
  wishes: 'json',
  wishesLanguage: 'plain',
  wishesTranslation: 'plain',
  note: 'plain',
  hasIdentity: 'flag',
  addedAt: 'plain',
})

/** Everybody there is, in the order in which they were added. */
export const personIds = (db: ReadDb): PersonId[] =>
  prepare<[], PersonId>(db, 'SELECT id FROM person ORDER BY rowid').pluck().all()

/** Steps towards destroying an identity. Rows are added and never changed. */
export const forgettings = table<Forgetting>('forgetting', {
  id: 'plain',
  caseId: 'plain',
  personId: 'plain',
  kind: 'plain',
  request: 'plain',
  by: 'plain',
  words: 'plain',
  conditions: 'json',
  destroyed: 'json',
  sole: 'flag',
  at: 'plain',
})

/** Askings nobody has answered. */
export const unansweredForgets = (db: ReadDb): Forgetting[] =>
  forgettings.where(
    db,
    `kind = 'asked' AND id NOT IN (SELECT request FROM forgetting WHERE request IS NOT NULL)`,
  )

/** Why identities are kept without a "yes". Rows are added and never changed. */
export const identityBases = table<IdentityBasis>('identity_basis', {
  id: 'plain',
  caseId: 'plain',
  personId: 'plain',
  basis: 'plain',
  consent: 'plain',
  answersBefore: 'plain',
  destroyedBefore: 'plain',
  by: 'plain',
  recordedAt: 'plain',
})

/** The person. @throws Refused `person/gone` */
export function personOf(db: ReadDb, personId: PersonId): Person {
  const person = persons.byId(db, personId)
  if (!person) throw new Refused('person/gone')
  return person
}

/** The next label of a case: "P1", "P2", …, one more than the highest there is. Labels are never given twice. */
export function nextLabel(db: ReadDb, caseId: CaseId): string {
  const sql = `SELECT max(CAST(substr(label, 2) AS INTEGER)) AS highest FROM person WHERE case_id = ?`
  return `P${(prepare<[CaseId], { highest: number | null }>(db, sql).get(caseId)?.highest ?? 0) + 1}`
}

/** The sealed identity of a person with its wrapped key, or `null` when there is none or its key was destroyed. */
export function sealedIdentity(
  db: ReadDb,
  personId: PersonId,
): { sealed: string; wrapped: Uint8Array } | null {
  const sql = `SELECT sealed, wrapped FROM identity JOIN identity_key ON person_id = id WHERE id = ?`
  return prepare<[PersonId], { sealed: string; wrapped: Uint8Array }>(db, sql).get(personId) ?? null
}

/** Replaces the sealed identity and its key. */
export function keepIdentity(
  db: WriteDb,
  {
    personId,
    sealed,
    wrapped,
  }: { readonly personId: PersonId; readonly sealed: string; readonly wrapped: Uint8Array },
): void {
  const caseId = persons.byId(db, personId)?.caseId ?? null
  putRow(db, 'identity', { key: ['id'], row: { id: personId, sealed }, caseId })
  putRow(db, 'identity_key', { key: ['person_id'], row: { person_id: personId, wrapped }, caseId })
}

/** Destroys the key of an identity. What was sealed under it cannot be read again. */
export function destroyKey(db: WriteDb, personId: PersonId): void {
  dropRow(db, 'identity_key', { key: 'person_id', id: personId })
}

/** Takes the identity off with its key, when the package that brought its person is undone. */
export function dropIdentity(db: WriteDb, personId: PersonId): void {
  destroyKey(db, personId)
  dropRow(db, 'identity', { key: 'id', id: personId })
}

/** What a person is like, and what stands on their case; each value must be there. */
interface Like {
  readonly genders: readonly string[]
  readonly ages: readonly string[]
  readonly regions: readonly string[]
  readonly roles: readonly string[]
  readonly entities: readonly string[]
  readonly forms: readonly string[]
}

/**
 * Cases that may have somebody like this, and none that cannot: whether what stands on the case is about the same person is not
 * asked. At most `most`, or all for -1.
 */
export function casesLike(db: ReadDb, like: Like, most: number): CaseId[] {
  const values = Object.fromEntries(Object.entries(like).map(([name, some]) => [name, JSON.stringify(some)]))
  return prepare<[object], { caseId: CaseId }>(
    db,
    `SELECT DISTINCT case_id AS caseId FROM person AS p
     WHERE (@genders = '[]' OR NOT EXISTS (SELECT 1 FROM json_each(@genders) AS v WHERE v.value IS NOT p.gender ->> 'value'))
       AND (@ages = '[]' OR NOT EXISTS (SELECT 1 FROM json_each(@ages) AS v WHERE v.value IS NOT p.age_band ->> 'value'))
       AND (@regions = '[]' OR NOT EXISTS (SELECT 1 FROM json_each(@regions) AS v WHERE v.value IS NOT p.region ->> 'value'))
       AND (@roles = '[]' OR NOT EXISTS (SELECT 1 FROM json_each(@roles) AS v
            WHERE v.value NOT IN (SELECT r.value FROM json_each(p.roles) AS r)))
       AND (@forms = '[]' OR NOT EXISTS (SELECT 1 FROM json_each(@forms) AS v
            WHERE v.value NOT IN (SELECT form FROM act WHERE case_id = p.case_id)))
       AND (@entities = '[]' OR NOT EXISTS (SELECT 1 FROM json_each(@entities) AS v
            WHERE v.value NOT IN (SELECT entity FROM engagement WHERE case_id = p.case_id)))
     LIMIT @most`,
  )
    .all({ ...values, most })
    .map(({ caseId }) => caseId)
}
