import { Receipt } from '../brief/contract.ts'
import { CaseId, ColleagueId, Note, ShareId } from '../model.ts'
import { command, query, task } from '../operation.ts'
import { z } from '../zod.ts'
import { ShareDraft, ShareView, WaitingShare } from './model.ts'

/** Sharing a case with a colleague by file (ADR 0024). */
export const shareContract = {
  /** Begins a share as it was with this colleague the last time. */
  'share.start': command(
    z.strictObject({ caseId: CaseId, colleagueId: ColleagueId }),
    z.object({ shareId: ShareId }),
  ),
  /** Changes a share that has not left. An approval given before no longer counts when something else would go. */
  'share.change': command(z.strictObject({ shareId: ShareId, draft: ShareDraft }), z.null()),
  'share.view': query(z.strictObject({ shareId: ShareId }), ShareView),
  /** Approves what would go now. `sole`: by whoever is the only officer, which is marked for ever. */
  'share.approve': command(
    z.strictObject({ shareId: ShareId, sole: z.boolean(), statement: Note }),
    z.null(),
  ),
  /** Asks the others of this vault to approve what would go now. */
  'share.askApproval': command(z.strictObject({ shareId: ShareId, words: Note }), z.null()),
  /** Somebody else says that it may not leave as it is, and why. */
  'share.declineApproval': command(z.strictObject({ shareId: ShareId, words: Note.min(1) }), z.null()),
  /** Shares that wait for whoever is at the desk, the longest waiting first. */
  'share.waiting': query(z.strictObject({}), z.array(WaitingShare)),
  /** Asks where to write and sends what may go as one sealed file. `null`: the dialog was closed. */
  'share.send': task(z.strictObject({ shareId: ShareId }), Receipt.nullable()),
}
