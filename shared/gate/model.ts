import { Fact } from '../consent/model.ts'
import { ConsentId, Day, Instant, Line, Note, OverrideId, PersonId } from '../model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'

/**
 * What a line gives away of who somebody is, from least to most. `group`: that such a person exists.
 */
export const Element = z.enum(['group', 'role', 'region', 'initials', 'name'])
export type Element = z.infer<typeof Element>

/** One thing that would leave: which fact, about whom, giving away how much of who they are. */
export const Outgoing = z.strictObject({
  key: z.string(),
  fact: Fact,
  element: Element,
  /** Everybody it concerns. Empty means nobody was named, and then nobody has agreed. */
  personIds: z.array(PersonId),
})
export type Outgoing = z.infer<typeof Outgoing>

/** Somebody confirmed that a condition of a consent is met, and how they know. */
export const ConditionMet = z.strictObject({
  consentId: ConsentId,
  kind: coded('condition'),
  note: Note.min(1),
})
export type ConditionMet = z.infer<typeof ConditionMet>

/** What is kept of an approval that came by file, beside the role code in `by`. No id: it means the same elsewhere. */
export const ApprovalByFile = z.strictObject({
  code: z.string(),
  office: z.string(),
  duty: z.enum(['focal_point', 'head_of_presence']),
  leave: z.int(),
  unseen: z.int(),
})
export type ApprovalByFile = z.infer<typeof ApprovalByFile>

/** A decision that this very content may leave. `sole`: given by its author because there was nobody else. */
export const Approval = z.strictObject({
  by: Line,
  sole: z.boolean(),
  statement: Note,
  /** The fingerprint of what was approved: SHA-256, hex. */
  of: z.string(),
  at: Instant,
  /** Only when it came by file, signed with the verified key of a colleague: the code of the asking, who they are, and how
   * many of the lines that would leave they were not shown. */
  file: ApprovalByFile.optional(),
})
export type Approval = z.infer<typeof Approval>

/** Somebody asked for approval, or said that it may not leave as it is. */
export const Asking = z.object({
  kind: z.enum(['asked', 'declined']),
  by: z.string(),
  words: Note,
  at: Instant,
})
export type Asking = z.infer<typeof Asking>

/** Every reason the gate can give. Each has a sentence (`gate.<code>`) and a place that resolves it. */
export const GateReason = z.enum([
  'case-on-hold',
  'recalled-by-sender',
  'nobody-concerned',
  'not-asked',
  'refused',
  'withdrawn',
  'expired',
  'talk-incomplete',
  'other-content-only',
  'other-identity-level-only',
  'condition-not-met',
  'condition-not-yet',
  'best-interest-only-life-saving',
  'chosen-to-withhold',
  'nothing-to-say',
  'not-one-reader',
  'risk-none',
  'risk-overdue',
  'risk-overtaken',
  'harm-none',
  'harm-incomplete',
  'harm-undecided',
  'harm-expired',
  'harm-of-something-else',
  'approval-none',
  'approval-of-something-else',
  'approval-by-author',
  'contact-not-safe',
  'contact-not-covered',
  'contact-needs-reason',
  'link-too-weak',
  'not-verified-enough',
  'consent-before-window',
  'safety-not-rechecked',
  'identifiable-none',
  'identifiable',
  'second-reader-none',
  'second-reader-is-author',
  'together-unanswered',
])
export type GateReason = z.infer<typeof GateReason>

/** Where a reason is resolved. */
export const GatePlace = z.enum([
  'consent',
  'risk',
  'harm',
  'approval',
  'persons',
  'brief',
  'hold',
  'recall',
  'intake',
  'scope',
  'verification',
  'publication',
  'reader',
  'together',
])
export type GatePlace = z.infer<typeof GatePlace>

export const Finding = z.strictObject({
  reason: GateReason,
  place: GatePlace,
  personId: PersonId.nullable(),
  consentId: ConsentId.nullable(),
})
export type Finding = z.infer<typeof Finding>

/** The gates of 6.2, by the names of the table. */
export const GateName = z.enum(['G0', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8'])
export type GateName = z.infer<typeof GateName>

/** The gates something goes out through: third parties (G2), an action (G3), publication (G4), a file (G5). */
export const OutwardGate = GateName.extract(['G2', 'G3', 'G4', 'G5'])
export type OutwardGate = z.infer<typeof OutwardGate>

/** An override that was granted (6.2): for one item, as it was when it was granted. */
export const GrantedOverride = z.strictObject({
  id: OverrideId,
  gate: OutwardGate,
  /** The fingerprint of what it was granted for: SHA-256, hex. */
  of: z.string(),
  /** Keys of the lines it stands in for. It opens no other. */
  keys: z.array(z.string()),
})
export type GrantedOverride = z.infer<typeof GrantedOverride>

/**
 * What publication asks for besides (G4): whether the person can be recognised from what is published together with
 * what everybody knows, and somebody else who read it. For the text as it was then.
 */
export const PublicationCheck = z.strictObject({
  /** The fingerprint of what was checked. */
  of: z.string(),
  /** Nobody can be recognised from the combination of country, role, event and date; `null` while nobody looked. */
  unrecognisable: z.boolean().nullable(),
  /** Role code of who read it besides; `null` while nobody did. */
  secondReader: Line.nullable(),
  checkedOn: Day,
})
export type PublicationCheck = z.infer<typeof PublicationCheck>

/** `said`: may leave. `withheld`: stays, and is shown as withheld. `blocked`: somebody must decide first. */
export const LineVerdict = z.strictObject({
  key: z.string(),
  verdict: z.enum(['said', 'withheld', 'blocked']),
  findings: z.array(Finding),
  /** The consents it rests on; empty unless `said`. */
  consentIds: z.array(ConsentId),
  /** The override without which it would be blocked; its findings then say what it stands in for. */
  overrideId: OverrideId.nullable(),
})
export type LineVerdict = z.infer<typeof LineVerdict>

/** The gate's answer. Open only when no line is blocked and no finding of the whole stands. */
export const GateResult = z.strictObject({
  open: z.boolean(),
  lines: z.array(LineVerdict),
  findings: z.array(Finding),
  /** The override that stands in for what the whole lacks; `null` when none has to. */
  overrideId: OverrideId.nullable(),
})
export type GateResult = z.infer<typeof GateResult>
