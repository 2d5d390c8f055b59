import { CaseState } from '../case/model.ts'
import { Ref, ToldCase } from '../exchange/caseDocument.ts'
import { Day, Line, Note } from '../model.ts'
import { Words } from '../plan/model.ts'
import { z } from '../zod.ts'
import { HandoverAnswer, HandoverItem } from './model.ts'

/** The most cases one handover carries. */
export const mostCases = 2_000

/** The most bytes that came with e-mails one handover carries: 40 MiB. */
export const mostOriginals = 40 * 1024 * 1024

/** The most bytes of one handover in all: 60 MiB. */
export const mostBytes = 60 * 1024 * 1024

/** One case as it goes to a successor: everything the office keeps of it (ADR 0028). */
export const HandedCase = ToldCase.extend({
  state: CaseState,
  retentionReviewOn: Day,
  /** Sealed words, sealed anew where they arrive. */
  words: z.array(z.strictObject({ ref: Ref, words: Words })).max(1_000),
  /** Persons who said no to sharing inside the office: who they are and their words are not in it. */
  unnamed: z.array(Ref).max(1_000),
})
export type HandedCase = z.infer<typeof HandedCase>

const everyItem = (answers: readonly HandoverAnswer[]) =>
  HandoverItem.options.every(item => answers.filter(answer => answer.item === item).length === 1) &&
  answers.every(({ state, why }) => state !== 'not_done' || why !== '')

/** A caseload as it goes to a successor. An allow-list: nothing that is not named here can be inside. */
export const HandoverDocument = z.strictObject({
  format: z.literal('vigil-handover/1'),
  practice: z.literal(true).optional(),
  /** Role code of who hands over. */
  fromRole: Line,
  checklist: z.strictObject({
    answers: z.array(HandoverAnswer).length(HandoverItem.options.length).refine(everyItem),
    first: Note.min(1),
  }),
  note: Note,
  cases: z.array(HandedCase).min(1).max(mostCases),
})
export type HandoverDocument = z.infer<typeof HandoverDocument>
