import { DisclosureId, Instant, Note, PersonId, Pointer } from '../model.ts'
import { z } from '../zod.ts'

/**
 * What two things together give away that neither does: a name and facts told without it; a combination that fits too
 * few; a line that is withheld now and was told before; that two persons belong to one case.
 */
export const TogetherCode = z.enum(['name-joins', 'singles-out', 'told-before', 'linked'])
export type TogetherCode = z.infer<typeof TogetherCode>

/** Who has the earlier one: this very reader, or another of the same kind who could compare notes by the code of the case. */
export const EarlierReader = z.enum(['same', 'peer'])
export type EarlierReader = z.infer<typeof EarlierReader>

/** One warning. `keys`: the lines of this brief it rests on; `earlier`: what was told before, oldest first. */
export const TogetherWarning = z.strictObject({
  code: TogetherCode,
  reader: EarlierReader,
  personIds: z.array(PersonId),
  keys: z.array(Pointer),
  earlier: z.array(DisclosureId),
})
export type TogetherWarning = z.infer<typeof TogetherWarning>

/** Why a warning is accepted as it was then. More lines, or more told before, ask again. */
export const AcceptedWarning = TogetherWarning.extend({ reason: Note.min(1).max(300) })
export type AcceptedWarning = z.infer<typeof AcceptedWarning>

/** Something that was told before of the same case, as the brief's page shows it: what it said by label, never a name. */
export const ToldEarlier = z.object({
  id: DisclosureId,
  kind: z.enum(['brief', 'action']),
  reader: EarlierReader,
  at: Instant,
  toRole: z.string(),
  /** The copy number of a brief, the code of an action. */
  label: z.string(),
  lines: z.array(z.object({ label: z.string(), about: z.string() })),
  /** How many of the lines it said are no longer on the case. */
  gone: z.int(),
})
export type ToldEarlier = z.infer<typeof ToldEarlier>

/** What the reader already has, and what this brief adds to it. */
export const Together = z.object({
  earlier: z.array(ToldEarlier),
  warnings: z.array(TogetherWarning.extend({ reason: z.string().nullable() })),
})
export type Together = z.infer<typeof Together>
