import { Instant, ShareId } from '../model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'

/** A share as the case lists it. */
export const ShareSummary = z.object({
  id: ShareId,
  role: z.string(),
  office: z.string(),
  purpose: coded('purpose'),
  state: z.enum(['draft', 'approved', 'sent']),
  /** How many lines went; `null` while it has not left. */
  lines: z.int().nullable(),
  sentAt: Instant.nullable(),
  changedAt: Instant,
})
export type ShareSummary = z.infer<typeof ShareSummary>
