import { CaseId, EngagementId, Instant, Note, PartialDate, PersonId, answered } from '../model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'

/** One contact, attempted contact or supposed contact with the United Nations. Attempts count. */
export const EngagementDraft = z.strictObject({
  personIds: z.array(PersonId),
  kind: coded('cooperationType'),
  status: coded('cooperationStatus'),
  entity: coded('unEntity'),
  when: PartialDate,
  locus: answered(coded('engagementLocus')),
  publicity: answered(coded('publicity')),
  note: Note,
})
export type EngagementDraft = z.infer<typeof EngagementDraft>

export const Engagement = EngagementDraft.extend({ id: EngagementId, caseId: CaseId, addedAt: Instant })
export type Engagement = z.infer<typeof Engagement>
