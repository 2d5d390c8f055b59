import { ConsentId } from '../model.ts'
import { command } from '../operation.ts'
import { z } from '../zod.ts'
import { ConsentDraft } from './model.ts'

export const consentContract = {
  'consent.record': command(ConsentDraft, z.object({ consentId: ConsentId })),
}
