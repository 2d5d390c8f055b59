import type { CaseId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { Disposal, Tombstone } from '../../shared/retention/model.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

/** Steps towards destroying a case. Rows are added and go with their case. */
export const disposals = table<Disposal>('disposal', {
  id: 'plain',
  caseId: 'plain',
  kind: 'plain',
  request: 'plain',
  by: 'plain',
  words: 'plain',
  asked: 'json',
  at: 'plain',
})

/** Askings nobody has answered. */
export const unansweredDisposals = (db: ReadDb): Disposal[] =>
  disposals.where(db, `kind = 'asked' AND id NOT IN (SELECT request FROM disposal WHERE request IS NOT NULL)`)

/** What remains of cases that were destroyed. Never changed. */
export const tombstones = table<Tombstone>('tombstone', {
  id: 'plain',
  code: 'plain',
  ground: 'plain',
  askedBy: 'plain',
  askedAt: 'plain',
  agreedBy: 'plain',
  sole: 'flag',
  rows: 'plain',
  changes: 'plain',
  reasons: 'plain',
  files: 'plain',
  digest: 'plain',
  entry: 'plain',
  at: 'plain',
})

/** What is told of a case that was destroyed here is not taken in again. @throws Refused `retention/disposed` */
export function mustNotBeDisposed(db: ReadDb, caseId: CaseId): void {
  if (tombstones.byId(db, caseId)) throw new Refused('retention/disposed')
}
