import type { DutyFact, FileAnswer, FileAsking, FileLine, GivenAnswer } from '../../shared/approval/asking.ts'
import type { AnsweringDuty } from '../../shared/approval/model.ts'
import { overridesByFile, standingApproval } from '../../shared/approval/rules.ts'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import type { Approval } from '../../shared/gate/model.ts'
import type { CaseId, ColleagueId, OverrideId } from '../../shared/model.ts'
import type { SecondReading } from '../../shared/publication/model.ts'
import { isOvertaken } from '../../shared/override/rules.ts'
import { consentsInOrder } from '../exchange/merge/known.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'
import { allColleagues } from '../exchange/colleagues.ts'

/** Askings for approval that left as files. Never changed. */
export const fileAskings = table<FileAsking>('file_asking', {
  id: 'plain',
  caseId: 'plain',
  itemId: 'plain',
  asks: 'plain',
  code: 'plain',
  overrideId: 'plain',
  of: 'plain',
  colleagueId: 'plain',
  duty: 'plain',
  document: 'json',
  personIds: 'json',
  answersBefore: 'plain',
  packageId: 'plain',
  manifestSha256: 'plain',
  sha256: 'plain',
  by: 'plain',
  at: 'plain',
})

/** Askings nobody has answered, in the order of recording. */
export const unansweredByFile = (db: ReadDb): FileAsking[] =>
  fileAskings.where(db, `id NOT IN (SELECT asking_id FROM file_answer)`)

/** What came back, one at most to each asking. Never changed. */
export const fileAnswers = table<FileAnswer>('file_answer', {
  id: 'plain',
  caseId: 'plain',
  askingId: 'plain',
  decision: 'plain',
  words: 'plain',
  role: 'plain',
  duty: 'plain',
  packageId: 'plain',
  manifestSha256: 'plain',
  sha256: 'plain',
  sentAt: 'plain',
  by: 'plain',
  at: 'plain',
})

/** What people of this vault answered to other offices. Never changed. */
export const givenAnswers = table<GivenAnswer>('answer_given', {
  id: 'plain',
  colleagueId: 'plain',
  asks: 'plain',
  code: 'plain',
  decision: 'plain',
  words: 'plain',
  duty: 'plain',
  requestId: 'plain',
  requestSha256: 'plain',
  answerSha256: 'plain',
  leave: 'plain',
  unseen: 'plain',
  by: 'plain',
  at: 'plain',
})

/** Which duties colleagues were said to have. Never changed. */
export const colleagueDuties = table<DutyFact>('colleague_duty', {
  id: 'plain',
  colleagueId: 'plain',
  duty: 'plain',
  by: 'plain',
  at: 'plain',
})

/** The duty somebody here last said a colleague has, or `null`. */
export const dutyOf = (db: ReadDb, colleagueId: ColleagueId): AnsweringDuty | null =>
  colleagueDuties.all(db).findLast(one => one.colleagueId === colleagueId)?.duty ?? null

/** The answer that was taken in for an asking, or `null`. */
export const answerTo = (db: ReadDb, { id, caseId }: Pick<FileAsking, 'id' | 'caseId'>): FileAnswer | null =>
  fileAnswers.ofCase(db, caseId).find(({ askingId }) => askingId === id) ?? null

const shownAnswer = (answer: FileAnswer | null): FileLine['answer'] => {
  if (answer === null) return null
  const { id: _id, caseId: _case, askingId: _asking, manifestSha256: _manifest, ...shown } = answer
  return shown
}

/** An asking as it is shown. */
export function lineOf(db: ReadDb, asking: FileAsking): FileLine {
  const { id, caseId, itemId, asks, code, overrideId, duty, document, sha256, by, at, colleagueId } = asking
  const colleague = allColleagues(db).find(one => one.id === colleagueId)
  const kept = { id, caseId, itemId, asks, code, overrideId, duty, document, sha256, by, at }
  return {
    ...kept,
    kind: document.item,
    label: document.label,
    role: colleague?.role ?? '',
    office: colleague?.office ?? '',
    answer: shownAnswer(answerTo(db, asking)),
  }
}

/** Every asking by file of a case, in the order of recording. */
export const fileLines = (db: ReadDb, caseId: CaseId): FileLine[] =>
  fileAskings.ofCase(db, caseId).map(asking => lineOf(db, asking))

/** The overrides of a case that were answered by file. */
export const answeredByFile = (db: ReadDb, caseId: CaseId): ReadonlySet<OverrideId | null> =>
  overridesByFile(fileAskings.ofCase(db, caseId), fileAnswers.ofCase(db, caseId))

/** The approval while it counts. @param log every answer about consent of the case, in the order of recording. */
export const approvalNow = (
  db: ReadDb,
  { caseId, approval }: { readonly caseId: CaseId; readonly approval: Approval | null },
  log: readonly ConsentDecision[],
): Approval | null =>
  approval?.file ? standingApproval(approval, fileAskings.ofCase(db, caseId), log) : approval

type Reading = Pick<SecondReading, 'caseId' | 'itemId' | 'at'>

/** The asking a second reading is the answer to, when it came by file; else `undefined`. */
const askingRead = (db: ReadDb, { caseId, itemId, at }: Reading): FileAsking | undefined =>
  fileAskings
    .ofCase(db, caseId)
    .find(one => one.asks === 'reading' && one.itemId === itemId && answerTo(db, one)?.at === at)

/** Whether a second reading came by file. */
export const isByFile = (db: ReadDb, reading: Reading): boolean => askingRead(db, reading) !== undefined

/** Whether a second reading counts: one by file ends when somebody it tells of says no after it was asked for. */
export function readingStands(db: ReadDb, reading: Reading): boolean {
  const asking = askingRead(db, reading)
  return asking === undefined || !isOvertaken(asking, consentsInOrder(db, reading.caseId))
}
