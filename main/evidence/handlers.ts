import { createHash } from 'node:crypto'
import { Refused } from '../../shared/refusal.ts'
import type { HandlersFor } from '../handler.ts'
import { claimHandlers } from './claimHandlers.ts'
import { attachments, original } from './repository.ts'

export const evidenceHandlers: HandlersFor<'evidence'> = {
  ...claimHandlers,

  'evidence.check': ({ db }, { attachmentId }) => {
    const attachment = attachments.byId(db, attachmentId)
    const bytes = original(db, attachmentId)
    if (!attachment || !bytes) throw new Refused('evidence/not-here')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { sha256, same: sha256 === attachment.sha256 }
  },
}
