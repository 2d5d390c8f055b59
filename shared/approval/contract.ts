import { Receipt } from '../brief/contract.ts'
import { CaseId, ColleagueId, ItemId, Note, OverrideId } from '../model.ts'
import { query, task } from '../operation.ts'
import { OverrideItemKind } from '../override/model.ts'
import { z } from '../zod.ts'
import { ArrivedAnswer, ArrivedRequest, Askable, GivenAnswer, Preview, WaitingFile } from './asking.ts'
import { AnsweringDuty, Asks, FileDecision } from './model.ts'

const about = { itemId: ItemId, asks: Asks, overrideId: OverrideId.nullable() }
const toWhom = { colleagueId: ColleagueId, duty: AnsweringDuty }

export const approvalContract = {
  /** The colleagues there are for an asking by file, in the order of adding. */
  'approval.colleagues': query(z.strictObject(about), z.array(Askable)),
  /** What a colleague would be shown. */
  'approval.preview': query(z.strictObject({ ...about, ...toWhom }), Preview),
  /** Asks where to write, asks the gate and writes the question for one colleague. `null`: the dialog was closed. */
  'approval.ask': task(z.strictObject({ ...about, ...toWhom, question: Note }), Receipt.nullable()),
  /** Askings by file without an answer, the longest waiting first. */
  'approval.waiting': query(z.strictObject({}), z.array(WaitingFile)),
  /** The question for approval on the desk. */
  'approval.request': task(z.strictObject({}), ArrivedRequest),
  /** Writes the signed answer to it, and keeps that it was given. `null`: the dialog was closed. */
  'approval.answer': task(z.strictObject({ decision: FileDecision, words: Note.min(1) }), Receipt.nullable()),
  /** The answer on the desk, beside what it answers. */
  'approval.arrived': task(z.strictObject({}), ArrivedAnswer),
  /** Takes the answer on the desk in. */
  'approval.takeIn': task(
    z.strictObject({}),
    z.object({ caseId: CaseId, itemId: ItemId, kind: OverrideItemKind }),
  ),
  /** What people of this vault answered to other offices, newest first. */
  'approval.given': query(
    z.strictObject({}),
    z.array(GivenAnswer.extend({ role: z.string(), office: z.string() })),
  ),
}
