import type { AccessStep, Limit, Subject } from '../../shared/access/model.ts'
import type { OfficerId } from '../../shared/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

/** What only named people read. Everybody of the vault sees that it is so. */
export const limits = table<Limit>('access_limit', {
  id: 'plain',
  about: 'plain',
  caseId: 'plain',
  code: 'plain',
  named: 'json',
  by: 'plain',
  since: 'plain',
})

/** Steps of decisions that take two. Rows are added and never changed. */
export const steps = table<AccessStep>('access_step', {
  id: 'plain',
  caseId: 'plain',
  personId: 'plain',
  what: 'plain',
  kind: 'plain',
  officerId: 'plain',
  request: 'plain',
  words: 'plain',
  by: 'plain',
  sole: 'flag',
  at: 'plain',
})

/** Askings for a decision of two that nobody has answered, in the order of recording. */
export const unansweredSteps = (db: ReadDb): AccessStep[] =>
  steps.where(db, `kind = 'asked' AND id NOT IN (SELECT request FROM access_step WHERE request IS NOT NULL)`)

/** The key of what is limited: the case, or the person. */
export const subjectId = ({ caseId, personId }: Subject): string => personId ?? caseId

/** For whom something is, or `null` when it is for everybody. */
export const limitOf = (db: ReadDb, subject: Subject): Limit | null => limits.byId(db, subjectId(subject))

/** Whether a code is that of a case not everybody reads: it is given to no other. */
export const isLimitedCode = (db: ReadDb, code: string): boolean =>
  prepare<[string]>(db, `SELECT 1 FROM access_limit WHERE code = ?`).get(code) !== undefined

/** What is locked for one person of the vault, or `null`. */
export const boxOf = (db: ReadDb, subject: string, officerId: OfficerId | null): Uint8Array | null =>
  prepare<[string, string | null], { box: Uint8Array }>(
    db,
    `SELECT box FROM access_key WHERE subject = ? AND officer_id = ?`,
  ).get(subject, officerId)?.box ?? null

/** Keeps what is locked for one person. */
export function putBox(
  db: WriteDb,
  {
    subject,
    officerId,
    box,
  }: { readonly subject: string; readonly officerId: OfficerId; readonly box: Uint8Array },
): void {
  prepare<[string, string, Uint8Array]>(
    db,
    `INSERT INTO access_key (subject, officer_id, box) VALUES (?, ?, ?)
     ON CONFLICT (subject, officer_id) DO UPDATE SET box = excluded.box`,
  ).run(subject, officerId, box)
}

/** Nothing of this is locked for anybody. */
export function dropBoxes(db: WriteDb, subject: string): void {
  prepare<[string]>(db, `DELETE FROM access_key WHERE subject = ?`).run(subject)
}

/** Nothing is locked for this person. */
export function dropBoxesOf(db: WriteDb, officerId: OfficerId): void {
  prepare<[string]>(db, `DELETE FROM access_key WHERE officer_id = ?`).run(officerId)
}

/** Whether the lost keys of this person could be made again from shares. */
export const hasShares = (db: ReadDb, officerId: OfficerId | null): boolean =>
  prepare<[string | null]>(
    db,
    `SELECT 1 FROM recovery JOIN escrow ON escrow.slot = recovery.slot JOIN officer ON officer.holder = escrow.holder
     WHERE recovery.ended_at IS NULL AND officer.id = ?`,
  ).get(officerId) !== undefined
