import { ActId, CaseId, Line, PerpetratorId } from '../model.ts'
import { command } from '../operation.ts'
import { z } from '../zod.ts'
import { ActDraft, PerpetratorDraft } from './model.ts'

export const actContract = {
  'act.add': command(z.strictObject({ caseId: CaseId, act: ActDraft }), z.object({ actId: ActId })),
  'act.change': command(z.strictObject({ actId: ActId, act: ActDraft }), z.null()),
  'act.remove': command(z.strictObject({ actId: ActId, reason: Line }), z.null()),
  'act.addPerpetrator': command(
    z.strictObject({ caseId: CaseId, perpetrator: PerpetratorDraft }),
    z.object({ perpetratorId: PerpetratorId }),
  ),
  'act.changePerpetrator': command(
    z.strictObject({ perpetratorId: PerpetratorId, perpetrator: PerpetratorDraft }),
    z.null(),
  ),
}
