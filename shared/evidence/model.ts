import { AttachmentId, CaseId, Instant, SourceId } from '../model.ts'
import { z } from '../zod.ts'

/** A message taken in as it came: headers as evidence, text as text. Never changed. */
export const SourceMessage = z.object({
  id: SourceId,
  caseId: CaseId,
  kind: z.literal('email'),
  takenInAt: Instant,
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  sentSaid: z.string(),
  text: z.string(),
  textFrom: z.enum(['plain', 'html']),
  hasRemoteContent: z.boolean(),
  notes: z.array(z.string()),
  headers: z.array(z.tuple([z.string(), z.string()])),
  sha256: z.string(),
  size: z.int(),
})
export type SourceMessage = z.infer<typeof SourceMessage>

/** A file that came with a message. `leftOut` says why its bytes are not here; its hash is. */
export const Attachment = z.object({
  id: AttachmentId,
  caseId: CaseId,
  sourceId: SourceId,
  name: z.string(),
  declaredType: z.string(),
  kind: z.string(),
  isProgram: z.boolean(),
  mismatch: z.boolean(),
  size: z.int(),
  sha256: z.string(),
  leftOut: z.enum(['too-large', 'too-many']).nullable(),
})
export type Attachment = z.infer<typeof Attachment>

/** What two e-mails have in common: the same file, the same Message-ID, a file that came with both, or who they are from. */
export const SameEmail = z.enum(['file', 'message', 'attachment', 'sender'])
export type SameEmail = z.infer<typeof SameEmail>
