import { HarmCheckId, RiskId } from '../model.ts'
import { command } from '../operation.ts'
import { z } from '../zod.ts'
import { HarmCheckDraft, RiskDraft } from './model.ts'

export const riskContract = {
  'risk.assess': command(RiskDraft, z.object({ riskId: RiskId })),
  'risk.checkHarm': command(HarmCheckDraft, z.object({ harmCheckId: HarmCheckId })),
}
