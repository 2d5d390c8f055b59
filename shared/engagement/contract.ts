import { CaseId, EngagementId, Line } from '../model.ts'
import { command } from '../operation.ts'
import { z } from '../zod.ts'
import { EngagementDraft } from './model.ts'

export const engagementContract = {
  'engagement.add': command(
    z.strictObject({ caseId: CaseId, engagement: EngagementDraft }),
    z.object({ engagementId: EngagementId }),
  ),
  'engagement.change': command(
    z.strictObject({ engagementId: EngagementId, engagement: EngagementDraft }),
    z.null(),
  ),
  'engagement.remove': command(z.strictObject({ engagementId: EngagementId, reason: Line }), z.null()),
}
