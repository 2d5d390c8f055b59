import { CaseId, Instant, Note, PersonId } from '../model.ts'
import { z } from '../zod.ts'

/** Where a person's answer to being kept on file, by name, stands. Only `agreed` lets more than the minimum be kept. */
export const KeepConsent = z.enum([
  'agreed',
  'refused',
  'withdrawn',
  'ended',
  'talk-incomplete',
  'conditional',
  'not-by-name',
  'not-asked',
])
export type KeepConsent = z.infer<typeof KeepConsent>

/** Why an identity is kept without a "yes" (G0), written by the focal point. Added, never changed. */
export const IdentityBasis = z.strictObject({
  id: z.uuid(),
  caseId: CaseId,
  personId: PersonId,
  basis: Note.min(1),
  /** How the person's answer stood then. */
  consent: KeepConsent,
  /** How many answers about being kept the person had given before. */
  answersBefore: z.int(),
  /** How often their identity had been destroyed before. */
  destroyedBefore: z.int(),
  /** Role code of the officer. */
  by: z.string(),
  recordedAt: Instant,
})
export type IdentityBasis = z.infer<typeof IdentityBasis>
