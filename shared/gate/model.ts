import { Fact } from '../consent/model.ts'
import { ConsentId, Instant, Line, Note, PersonId } from '../model.ts'
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

/** A decision that this very content may leave. `sole`: given by its author because there was nobody else. */
export const Approval = z.strictObject({
  by: Line,
  sole: z.boolean(),
  statement: Note,
  /** The fingerprint of what was approved: SHA-256, hex. */
  of: z.string(),
  at: Instant,
})
export type Approval = z.infer<typeof Approval>

/** Every reason the gate can give. Each has a sentence (`gate.<code>`) and a place that resolves it. */
export const GateReason = z.enum([
  'case-on-hold',
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
  'chosen-to-withhold',
  'nothing-to-say',
  'risk-none',
  'risk-overdue',
  'risk-overtaken',
  'harm-none',
  'harm-incomplete',
  'harm-undecided',
  'harm-expired',
  'approval-none',
  'approval-of-something-else',
  'approval-by-author',
])
export type GateReason = z.infer<typeof GateReason>

/** Where a reason is resolved. */
export const GatePlace = z.enum(['consent', 'risk', 'harm', 'approval', 'persons', 'brief', 'hold'])
export type GatePlace = z.infer<typeof GatePlace>

export const Finding = z.strictObject({
  reason: GateReason,
  place: GatePlace,
  personId: PersonId.nullable(),
  consentId: ConsentId.nullable(),
})
export type Finding = z.infer<typeof Finding>

/** `said`: may leave. `withheld`: stays, and is shown as withheld. `blocked`: somebody must decide first. */
export const LineVerdict = z.strictObject({
  key: z.string(),
  verdict: z.enum(['said', 'withheld', 'blocked']),
  findings: z.array(Finding),
  /** The consents it rests on; empty unless `said`. */
  consentIds: z.array(ConsentId),
})
export type LineVerdict = z.infer<typeof LineVerdict>

/** The gate's answer. Open only when no line is blocked and no finding of the whole stands. */
export const GateResult = z.strictObject({
  open: z.boolean(),
  lines: z.array(LineVerdict),
  findings: z.array(Finding),
})
export type GateResult = z.infer<typeof GateResult>
