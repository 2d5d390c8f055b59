import { BriefLine } from '../brief/model.ts'
import { Finding, GateResult, OutwardGate } from '../gate/model.ts'
import { BriefId, CaseId, Instant, ItemId, Line, Note, OverrideId, PersonId, Pointer } from '../model.ts'
import { refusalCodes } from '../refusal.ts'
import { z } from '../zod.ts'

/** What would happen to somebody if nothing left. The order is that of the screen. */
export const OverrideDanger = z.enum([
  'killing',
  'disappearance',
  'torture',
  'forced_return',
  'no_care',
  'other',
])
export type OverrideDanger = z.infer<typeof OverrideDanger>

/** Whether the person could be asked, and what was tried to ask them. */
export const OverrideReach = z.strictObject({
  could: z.enum(['not_reached', 'not_safely', 'said_no']),
  tried: Note.min(20),
})
export type OverrideReach = z.infer<typeof OverrideReach>

/** Why something should leave without what the gate asks for. */
export const OverrideReason = Note.min(20)

/** A short code of one asking, for a brief that names it: letters and digits that cannot be mistaken for each other. */
export const OverrideCode = z.string().regex(/^OV-[2-9A-HJKMNP-Z]{4}$/)
export type OverrideCode = z.infer<typeof OverrideCode>

/** What somebody asks for. */
export const OverrideDraft = z.strictObject({
  itemId: ItemId,
  /** Keys of the lines it would open, chosen one by one. Empty: only what the whole lacks. */
  keys: z.array(Pointer),
  danger: OverrideDanger.nullable(),
  reason: OverrideReason,
  reach: OverrideReach.nullable(),
})
export type OverrideDraft = z.infer<typeof OverrideDraft>

/** An asking as kept. Never changed. */
export const OverrideAsking = OverrideDraft.extend({
  id: OverrideId,
  caseId: CaseId,
  code: OverrideCode,
  gate: OutwardGate,
  /** The fingerprint of what it was asked for: SHA-256, hex. */
  of: z.string(),
  /** Whom the lines are about. */
  personIds: z.array(PersonId),
  /** What stood in the way then: what people had said stays beside it for ever. */
  findings: z.array(Finding),
  /** Role code of who asked, and what they could decide then. */
  by: Line,
  duties: z.array(z.enum(['focal_point', 'head_of_presence'])),
  /** How many answers about consent the case had then: what is recorded after them is later, whatever the clock says. */
  answersBefore: z.int(),
  at: Instant,
})
export type OverrideAsking = z.infer<typeof OverrideAsking>

/** The answer to an asking. Never changed; there is one at most. */
export const OverrideAnswer = z.strictObject({
  /** Role of who answered: of this vault, or as signed in the reply to a brief. */
  by: Line,
  grants: z.boolean(),
  words: Note,
  at: Instant,
  /** The brief whose reply it was; `null` when it was answered here. */
  briefId: BriefId.nullable(),
  /** Whether it came by file, signed with the verified key of a colleague. */
  byFile: z.boolean(),
})
export type OverrideAnswer = z.infer<typeof OverrideAnswer>

/** What kind of thing an override is for. */
export const OverrideItemKind = z.enum(['brief', 'action'])
export type OverrideItemKind = z.infer<typeof OverrideItemKind>

/** An asking with what it is for and what became of it, as it is shown for ever. */
export const OverrideLine = OverrideAsking.omit({ of: true, duties: true, answersBefore: true }).extend({
  kind: OverrideItemKind,
  /** The copy number of a brief, the code of an action. */
  label: z.string(),
  answer: OverrideAnswer.nullable(),
})
export type OverrideLine = z.infer<typeof OverrideLine>

/** One item and what an override could do for it: what the page of the override shows. */
export const OverrideView = z.object({
  itemId: ItemId,
  caseId: CaseId,
  kind: OverrideItemKind,
  label: z.string(),
  gate: OutwardGate,
  /** Whether it already left: then nothing can be asked for. */
  left: z.boolean(),
  lines: z.array(BriefLine),
  result: GateResult,
  /** Of what stands in the way of each line, whether an override could stand in for all of it. */
  liftable: z.array(z.string()),
  /** Whether it could stand in for something the whole lacks. */
  liftsWhole: z.boolean(),
  /** Why whoever is at the desk cannot ask for one at all; `null` when they can. */
  refusal: z.enum(refusalCodes).nullable(),
  /** Every asking for this item, in the order of recording, and whether its content is still the same. */
  askings: z.array(
    OverrideLine.extend({
      same: z.boolean(),
      /** Why whoever is at the desk cannot answer it; `null` when they can. */
      cannotAnswer: z.enum(refusalCodes).nullable(),
      /** Briefs of the case whose reply answers it. */
      replies: z.array(z.object({ briefId: BriefId, copy: z.string(), by: z.string(), grants: z.boolean() })),
    }),
  ),
})
export type OverrideView = z.infer<typeof OverrideView>

/** An asking that waits for whoever is at the desk. */
export const WaitingOverride = z.object({
  overrideId: OverrideId,
  caseId: CaseId,
  itemId: ItemId,
  kind: OverrideItemKind,
  /** Code of the case. */
  code: z.string(),
  label: z.string(),
  by: z.string(),
  reason: z.string(),
  at: Instant,
})
export type WaitingOverride = z.infer<typeof WaitingOverride>
