import { BriefLine } from '../brief/model.ts'
import { GateResult } from '../gate/model.ts'
import { ActionId, BriefId, CaseId, Day, Instant, ItemId, Line, Note, PersonId } from '../model.ts'
import { z } from '../zod.ts'

/** What makes somebody recognisable who is not named (8.2). The order is that of the screen; "no" is the safe answer. */
export const PublicationQuestion = z.enum(['combination', 'attendance', 'detention', 'rare', 'known'])
export type PublicationQuestion = z.infer<typeof PublicationQuestion>

/** One answer, and how that is known. */
export const PublicationAnswer = z.strictObject({ answer: z.enum(['yes', 'no', 'unknown']), note: Note })

/** An answer to every question. */
export const PublicationAnswers = z.strictObject({
  combination: PublicationAnswer,
  attendance: PublicationAnswer,
  detention: PublicationAnswer,
  rare: PublicationAnswer,
  known: PublicationAnswer,
})
export type PublicationAnswers = z.infer<typeof PublicationAnswers>

/** A short code of one check, for a brief that asks somebody elsewhere to read. */
export const CheckCode = z.string().regex(/^PB-[2-9A-HJKMNP-Z]{4}$/)
export type CheckCode = z.infer<typeof CheckCode>

/** A check of what would be published, as kept. Never changed: the next one stands beside it. */
export const IdentityCheck = z.strictObject({
  id: z.uuid(),
  caseId: CaseId,
  itemId: ItemId,
  code: CheckCode,
  /** The fingerprint of what was checked: SHA-256, hex. */
  of: z.string(),
  answers: PublicationAnswers,
  /** Role code. */
  by: Line,
  checkedOn: Day,
  at: Instant,
})
export type IdentityCheck = z.infer<typeof IdentityCheck>

/** That somebody else read what would be published, and what they said. Never changed. */
export const SecondReading = z.strictObject({
  id: z.uuid(),
  caseId: CaseId,
  itemId: ItemId,
  of: z.string(),
  /** What they said of it; empty in a plain "approve" that came by file. */
  words: Note,
  /** Role of who read: of this vault, or as signed in the reply to a brief. */
  by: Line,
  /** The brief whose reply it was; `null` when it was read here. */
  briefId: BriefId.nullable(),
  at: Instant,
})
export type SecondReading = z.infer<typeof SecondReading>

/** How many cases of this vault have somebody in the same region and role, who dealt with the same body in the same year. */
export const Shared = z.object({
  personId: PersonId,
  label: z.string(),
  /** The fewest cases that share any one combination; `null` when they are too few to be told. */
  cases: z.int().nullable(),
  /** Below which number a count is not told. */
  smallest: z.int(),
})
export type Shared = z.infer<typeof Shared>

/** What the page of the publication check shows. */
export const PublicationView = z.object({
  itemId: ActionId,
  caseId: CaseId,
  label: z.string(),
  left: z.boolean(),
  author: z.string(),
  /** The lines as they would be published, in the order of the paper. */
  lines: z.array(BriefLine),
  result: GateResult,
  check: IdentityCheck.omit({ of: true, itemId: true, caseId: true })
    .extend({ same: z.boolean() })
    .nullable(),
  reading: SecondReading.omit({ of: true, itemId: true, caseId: true })
    .extend({ same: z.boolean(), byFile: z.boolean() })
    .nullable(),
  shared: z.array(Shared),
  /** Briefs of the case whose reply says that it was read. */
  replies: z.array(z.object({ briefId: BriefId, copy: z.string(), by: z.string() })),
})
export type PublicationView = z.infer<typeof PublicationView>
