import { BriefId, ItemId, Note, OverrideId } from '../model.ts'
import { command, query } from '../operation.ts'
import { z } from '../zod.ts'
import { OverrideCode, OverrideDraft, OverrideView, WaitingOverride } from './model.ts'

export const overrideContract = {
  /** An item that may leave, and what an override could do for it. */
  'override.view': query(z.strictObject({ itemId: ItemId }), OverrideView),
  /** Asks for an override. For a file (G5) it is granted at once, by the focal point who asks; else by somebody else. */
  'override.ask': command(OverrideDraft, z.object({ overrideId: OverrideId, code: OverrideCode })),
  /** Somebody else of this vault grants it, or does not. */
  'override.answer': command(
    z.strictObject({ overrideId: OverrideId, grants: z.boolean(), words: Note.min(1) }),
    z.null(),
  ),
  /** Takes the signed reply to a brief that named the code of the asking for the answer to it. */
  'override.answerByReply': command(z.strictObject({ overrideId: OverrideId, briefId: BriefId }), z.null()),
  /** Askings that whoever is at the desk may answer, the longest waiting first. */
  'override.waiting': query(z.strictObject({}), z.array(WaitingOverride)),
}
