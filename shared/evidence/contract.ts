import { AttachmentId } from '../model.ts'
import { query } from '../operation.ts'
import { z } from '../zod.ts'

export const evidenceContract = {
  /** Recomputes the SHA-256 of a stored attachment and compares it with the one taken at intake. */
  'evidence.check': query(
    z.strictObject({ attachmentId: AttachmentId }),
    z.object({ sha256: z.string(), same: z.boolean() }),
  ),
}
