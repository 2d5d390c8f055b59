import { ConsentId, ConsentTalkId, FollowUpId, Note } from '../model.ts'
import { command, query } from '../operation.ts'
import { z } from '../zod.ts'
import { ConsentDraft } from './model.ts'
import { ConsentEventDraft } from './review.ts'
import { TalkWithRows } from './talk.ts'
import { Hypothetical, WhatIf } from './whatIf.ts'

export const consentContract = {
  /** One answer apart from a talk: above all that a "yes" was taken back. Makes the follow-up tasks that brings. */
  'consent.record': command(ConsentDraft, z.object({ consentId: ConsentId })),
  /** A talk and every answer given in it, all or nothing; tasks as above. */
  'consent.recordTalk': command(
    TalkWithRows,
    z.object({ talkId: ConsentTalkId, consentIds: z.array(ConsentId) }),
  ),
  /** Something happened after which answers are to be asked again. */
  'consent.noteEvent': command(ConsentEventDraft, z.null()),
  /** A follow-up task is done; the note says what came of it. */
  'consent.finishTask': command(z.strictObject({ taskId: FollowUpId, note: Note.min(1) }), z.null()),
  /** What one answer would change in the briefs that have not left. Nothing is recorded. */
  'consent.whatIf': query(Hypothetical, WhatIf),
}
