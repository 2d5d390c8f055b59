import type { CaseFile } from '../../shared/case/model.ts'
import type { CaseId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { isLimitedCode } from '../access/repository.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'
import type { CommandContext } from '../handler.ts'
import { isPracticeVault } from '../practice/place.ts'

export const cases = table<CaseFile>('case_file', {
  id: 'plain',
  code: 'plain',
  state: 'plain',
  receivedOn: 'json',
  channel: 'plain',
  language: 'json',
  interpreter: 'json',
  reporterRelation: 'json',
  mandateToAct: 'json',
  firstEntity: 'json',
  danger: 'plain',
  dangerWhy: 'plain',
  safeToWrite: 'plain',
  safeContact: 'json',
  account: 'plain',
  owner: 'plain',
  retentionReviewOn: 'plain',
  startedAt: 'plain',
  changedAt: 'plain',
})

/** The case. @throws Refused `case/gone` */
export function mustExist(db: ReadDb, caseId: CaseId): CaseFile {
  const file = cases.byId(db, caseId)
  if (!file) throw new Refused('case/gone')
  return file
}

/** The codes of these cases, as far as whoever is at the desk reads them. */
export const codesOf = (db: ReadDb, caseIds: readonly CaseId[]): Pick<CaseFile, 'id' | 'code'>[] =>
  prepare<[string], Pick<CaseFile, 'id' | 'code'>>(
    db,
    `SELECT id, code FROM case_file WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(caseIds))

/** The code of every case that whoever is at the desk reads. */
export const caseCodes = (db: ReadDb): string[] =>
  prepare<[], string>(db, `SELECT code FROM case_file`).pluck().all()

/** Writes these columns of a case, notes that it changed now, and that the entry is about it. @throws Refused `case/gone` */
export function change(
  { db, now, about }: CommandContext,
  caseId: CaseId,
  some: Partial<Omit<CaseFile, 'id'>>,
): void {
  if (!cases.set(db, caseId, { ...some, changedAt: now })) throw new Refused('case/gone')
  about(caseId)
}

/** Notes that something of a case changed now, and that the entry is about it. @throws Refused `case/gone` */
export const changed = (context: CommandContext, caseId: CaseId): void => change(context, caseId, {})

/** Letters and digits of a code: none can be mistaken for another. */
export const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** How the codes of invented cases begin, and no others. */
const practiceCode = 'PRA'

/** Whether a case has this code, read here or not. */
export const isCodeTaken = (db: ReadDb, code: string): boolean =>
  prepare<[string]>(db, `SELECT 1 FROM case_file WHERE code = ?`).get(code) !== undefined ||
  isLimitedCode(db, code)

/**
 * A neutral code nobody has yet: six letters or digits drawn at random, none mistaken for another. In a practice vault
 * the first three say so.
 */
export function freshCode(db: ReadDb, random: (size: number) => Uint8Array): string {
  for (;;) {
    const drawn = [...random(64)].filter(byte => byte < 248).slice(0, 6)
    const code = drawn.map(byte => letters[byte % letters.length]).join('')
    const first = isPracticeVault(db) ? practiceCode : code.slice(0, 3)
    const inTwo = `${first}-${code.slice(3)}`
    const taken = isCodeTaken(db, inTwo)
    const mistaken = code.startsWith(practiceCode)
    if (code.length === 6 && !taken && !mistaken) return inTwo
  }
}
