import { ColleagueKind } from '../exchange/manifest.ts'
import { CaseId, Instant, Line, Note } from '../model.ts'
import { ForgetConditions } from '../person/forget.ts'
import { z } from '../zod.ts'

/** On what ground a case is destroyed. The order is that of the screen. */
export const DisposalGround = z.enum(['retention', 'person-asks', 'out-of-scope', 'duplicate', 'decision'])
export type DisposalGround = z.infer<typeof DisposalGround>

/** What is to become of what colleagues got: all of it called back, or kept by them for a reason that is said. */
export const OthersKeep = z.strictObject({ answer: z.enum(['called-back', 'may-keep']), note: Note })
export type OthersKeep = z.infer<typeof OthersKeep>

/** Why a case should go. Destroyed with it. */
export const DisposalReason = Line.min(4)

/** What somebody says who asks that a case be destroyed. `others` is `null` when nobody else got anything of it. */
export const DisposalDraft = z.strictObject({
  ground: DisposalGround,
  reason: DisposalReason,
  conditions: ForgetConditions,
  others: OthersKeep.nullable(),
})
export type DisposalDraft = z.infer<typeof DisposalDraft>

/** One step towards destroying a case: an asking, or that it was declined. Goes with the case; agreeing leaves a tombstone. */
export const Disposal = z.object({
  id: z.uuid(),
  caseId: CaseId,
  kind: z.enum(['asked', 'declined']),
  /** The asking this answers; `null` for an asking. */
  request: z.uuid().nullable(),
  /** Role code of the officer. */
  by: z.string(),
  /** The reason of the asking, or what the answer says. */
  words: z.string(),
  /** What was asked; `null` for an answer. */
  asked: DisposalDraft.nullable(),
  at: Instant,
})
export type Disposal = z.infer<typeof Disposal>

/** What remains of a case that was destroyed: that it was there, who decided, and what the record can still prove. */
export const Tombstone = z.object({
  /** The case it was: a number that means nothing elsewhere. */
  id: CaseId,
  code: z.string(),
  ground: DisposalGround,
  askedBy: z.string(),
  askedAt: Instant,
  agreedBy: z.string(),
  /** Whether whoever asked also agreed, because there was nobody else. */
  sole: z.boolean(),
  /** Rows that were destroyed; the next two are values and reasons in the record. */
  rows: z.int(),
  changes: z.int(),
  reasons: z.int(),
  /** Files among the rows. */
  files: z.int(),
  /** SHA-256 over the leaves of everything destroyed in the record, hex. */
  digest: z.string(),
  /** The entry of the record that says so. */
  entry: z.int(),
  at: Instant,
})
export type Tombstone = z.infer<typeof Tombstone>

/** Somebody who got something of the case by a package. */
export const Reader = z.object({
  role: z.string(),
  office: z.string(),
  kind: ColleagueKind,
  sentAt: Instant,
  calledBack: z.boolean(),
})
export type Reader = z.infer<typeof Reader>

/** An asking that waits for whoever is at the desk. */
export const WaitingDisposal = z.object({
  caseId: CaseId,
  code: z.string(),
  ground: DisposalGround,
  by: z.string(),
  at: Instant,
})
export type WaitingDisposal = z.infer<typeof WaitingDisposal>
