import type { FollowUpTask } from '../../shared/consent/followUp.ts'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import type { ConsentEvent } from '../../shared/consent/review.ts'
import type { ConsentTalk } from '../../shared/consent/talk.ts'
import type { CaseId } from '../../shared/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

/** The consent ledger. Rows are added and never changed; the table itself refuses anything else (ADR 0005). */
export const consents = table<ConsentDecision>('consent_decision', {
  id: 'plain',
  caseId: 'plain',
  personId: 'plain',
  purpose: 'plain',
  recipient: 'plain',
  channel: 'plain',
  identityLevel: 'plain',
  scope: 'plain',
  facts: 'json',
  document: 'plain',
  decision: 'plain',
  form: 'json',
  givenBy: 'json',
  decidedOn: 'plain',
  askedBy: 'plain',
  language: 'json',
  interpreter: 'json',
  risksExplained: 'json',
  conditions: 'json',
  validUntil: 'plain',
  reviewOn: 'plain',
  evidence: 'plain',
  recordedAt: 'plain',
  talkId: 'plain',
  reviewWhen: 'json',
})

/** Cases in which somebody was asked for one purpose, whatever they said. */
export const casesAskedAbout = (db: ReadDb, purpose: ConsentDecision['purpose']): CaseId[] =>
  prepare<[string], CaseId>(db, `SELECT DISTINCT case_id FROM consent_decision WHERE purpose = ?`)
    .pluck()
    .all(purpose)

/** The talks in which answers were given. Never changed (ADR 0012). */
export const talks = table<ConsentTalk>('consent_talk', {
  id: 'plain',
  caseId: 'plain',
  personId: 'plain',
  heldOn: 'plain',
  askedBy: 'plain',
  givenBy: 'json',
  capacity: 'json',
  capacityNote: 'plain',
  guardianMayHarm: 'json',
  representation: 'plain',
  language: 'json',
  understood: 'json',
  interpreter: 'json',
  interpreterCode: 'plain',
  readBack: 'json',
  privatePlace: 'json',
  othersPresent: 'plain',
  told: 'json',
  withdrawHow: 'plain',
  form: 'json',
  whyNotWritten: 'plain',
  evidence: 'plain',
  recordedAt: 'plain',
})

/** What happened that makes answers worth asking again. Never changed. */
export const consentEvents = table<ConsentEvent>('consent_event', {
  id: 'plain',
  caseId: 'plain',
  personId: 'plain',
  kind: 'plain',
  on: 'plain',
  note: 'plain',
  recordedAt: 'plain',
})

/** What must still be done because an answer was taken back. */
export const followUps = table<FollowUpTask>('follow_up_task', {
  id: 'plain',
  caseId: 'plain',
  disclosureId: 'plain',
  consentId: 'plain',
  what: 'plain',
  owner: 'plain',
  due: 'plain',
  done: 'json',
  madeAt: 'plain',
})

/** How many tasks are open because something was taken back of what left in one file. */
export const openTasks = (db: ReadDb, sha256: string): number =>
  prepare<[string], { readonly n: number }>(
    db,
    `SELECT count(*) AS n FROM follow_up_task
     WHERE done = 'null' AND disclosure_id IN (SELECT id FROM disclosure WHERE sha256 = ?)`,
  ).get(sha256)?.n ?? 0
