import { grantedNow } from '../../shared/override/rules.ts'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import type { GrantedOverride } from '../../shared/gate/model.ts'
import type { CaseId, ItemId, OverrideId } from '../../shared/model.ts'
import type { OverrideAnswer, OverrideAsking } from '../../shared/override/model.ts'
import { answeredByFile } from '../approval/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

/** Askings for an override. Never changed. */
export const askings = table<OverrideAsking>('gate_override', {
  id: 'plain',
  caseId: 'plain',
  itemId: 'plain',
  code: 'plain',
  gate: 'plain',
  of: 'plain',
  keys: 'json',
  danger: 'plain',
  reason: 'plain',
  reach: 'json',
  personIds: 'json',
  findings: 'json',
  by: 'plain',
  duties: 'json',
  answersBefore: 'plain',
  at: 'plain',
})

/** Answers to askings, one at most to each. Never changed. */
export const answers = table<
  Omit<OverrideAnswer, 'byFile'> & {
    readonly id: string
    readonly caseId: CaseId
    readonly overrideId: OverrideId
  }
>('override_answer', {
  id: 'plain',
  caseId: 'plain',
  overrideId: 'plain',
  grants: 'flag',
  words: 'plain',
  by: 'plain',
  briefId: 'plain',
  at: 'plain',
})

/** An asking with the answer to it. */
export interface Asked extends OverrideAsking {
  readonly answer: OverrideAnswer | null
}

interface Given {
  readonly given: ReturnType<typeof answers.all>
  /** The askings that were answered by a colleague's file. */
  readonly byFile: ReadonlySet<OverrideId | null>
}

const withAnswers = (all: readonly OverrideAsking[], { given, byFile }: Given): Asked[] =>
  all.map(asking => {
    const found = given.find(({ overrideId }) => overrideId === asking.id)
    if (!found) return { ...asking, answer: null }
    const { by, grants, words, at, briefId } = found
    return { ...asking, answer: { by, grants, words, at, briefId, byFile: byFile.has(asking.id) } }
  })

/** Every asking of a case with its answer, in the order of recording. */
export const askedOf = (db: ReadDb, caseId: CaseId): Asked[] =>
  withAnswers(askings.ofCase(db, caseId), {
    given: answers.ofCase(db, caseId),
    byFile: answeredByFile(db, caseId),
  })

/** Askings of every case that nobody answered yet. */
export const unanswered = (db: ReadDb): Asked[] =>
  askings
    .where(db, `id NOT IN (SELECT override_id FROM override_answer)`)
    .map(asking => ({ ...asking, answer: null }))

/** The overrides of one item that were granted and still count. @param log every answer of everybody of the case. */
export const overridesOf = (
  db: ReadDb,
  { itemId, caseId, log }: { itemId: ItemId; caseId: CaseId; log: readonly ConsentDecision[] },
): GrantedOverride[] =>
  grantedNow(
    askedOf(db, caseId).filter(asking => asking.itemId === itemId),
    log,
  )
