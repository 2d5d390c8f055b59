import { ActionId, CaseId, Note } from '../model.ts'
import { command, query } from '../operation.ts'
import { z } from '../zod.ts'
import { ActionDraft, ActionEvent, ActionView, WaitingAction } from './model.ts'

const ofOne = { actionId: ActionId }

export const actionContract = {
  'action.plan': command(z.strictObject({ caseId: CaseId, draft: ActionDraft }), z.object(ofOne)),
  /** Changes an action that was not sent yet. An approval given before no longer counts. */
  'action.change': command(z.strictObject({ ...ofOne, draft: ActionDraft }), z.null()),
  'action.view': query(z.strictObject(ofOne), ActionView),
  /** Approves what it tells now. `sole`: by whoever is the only officer, which is marked for ever. */
  'action.approve': command(z.strictObject({ ...ofOne, sole: z.boolean(), statement: Note }), z.null()),
  'action.askApproval': command(z.strictObject({ ...ofOne, words: Note }), z.null()),
  'action.declineApproval': command(z.strictObject({ ...ofOne, words: Note.min(1) }), z.null()),
  /** Actions that somebody else planned and that wait for an approval, the longest waiting first. */
  'action.waiting': query(z.strictObject({}), z.array(WaitingAction)),
  /**
   * Records what happened. `sent` asks the gate once more and is written together with what was disclosed; nothing
   * else makes an action sent.
   */
  'action.record': command(z.strictObject({ ...ofOne, event: ActionEvent }), z.null()),
}
