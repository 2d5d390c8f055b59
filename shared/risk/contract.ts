import { HarmCheckId, RiskEventId, RiskId } from '../model.ts'
import { command } from '../operation.ts'
import { z } from '../zod.ts'
import { HarmCheckDraft, RiskDraft, RiskEventDraft } from './model.ts'

export const riskContract = {
  /** An action has no situation: of one action, only doing it and leaving it are assessed. */
  'risk.assess': command(
    RiskDraft.refine(({ about, actionId }) => actionId === null || about !== 'situation', {
      path: ['about'],
    }),
    z.object({ riskId: RiskId }),
  ),
  /** Something happened: every assessment of this person until now must be made again. */
  'risk.recordEvent': command(RiskEventDraft, z.object({ eventId: RiskEventId })),
  'risk.checkHarm': command(HarmCheckDraft, z.object({ harmCheckId: HarmCheckId })),
}
