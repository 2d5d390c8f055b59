import { Colleague } from '../exchange/colleague.ts'
import { ColleagueKind } from '../exchange/manifest.ts'
import { BriefId, CaseId, ColleagueId, Day, Instant, Line, Note, PackageId, text } from '../model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'

/** What became of a package where it was sent. */
export const Outcome = z.enum(['taken-in', 'declined'])
export type Outcome = z.infer<typeof Outcome>

/** Why an officer did not take a package in. */
export const DeclineReason = z.enum(['wrong-reader', 'already-have', 'unclear', 'cannot-keep-safe', 'other'])
export type DeclineReason = z.infer<typeof DeclineReason>

/** Why a package is called back. */
export const RecallReason = z.enum(['consent-withdrawn', 'sent-by-mistake', 'wrong-reader', 'danger'])
export type RecallReason = z.infer<typeof RecallReason>

/** What its sender asks for. */
export const RecallWish = z.enum(['stop-using', 'delete'])
export type RecallWish = z.infer<typeof RecallWish>

/** Words of a notice: none of the case, up to 600 characters; may be empty. */
export const NoticeWords = text(600)

/** What an officer says who does not take a package in. `other` needs words. */
export const DeclineDraft = z
  .strictObject({ reason: DeclineReason, words: NoticeWords })
  .refine(({ reason, words }) => reason !== 'other' || words !== '', { path: ['words'] })
export type DeclineDraft = z.infer<typeof DeclineDraft>

/** What an officer asks of those who have a package. `tellBy`: until when to say what was done, or `null`. */
export const RecallDraft = z.strictObject({
  reason: RecallReason,
  wish: RecallWish,
  tellBy: Day.nullable(),
  words: NoticeWords,
})
export type RecallDraft = z.infer<typeof RecallDraft>

const practice = { practice: z.literal(true).optional() }

/** What a receipt says. `reason` only of what was declined. `receivedOn`: the day (UTC) on which that was decided. */
export const ReceiptDocument = z
  .strictObject({
    format: z.literal('vigil-receipt/1'),
    outcome: Outcome,
    reason: DeclineReason.nullable(),
    words: NoticeWords,
    receivedOn: Day,
    ...practice,
  })
  .refine(({ outcome, reason }) => (outcome === 'declined') === (reason !== null), { path: ['reason'] })
  .refine(({ outcome, words }) => outcome === 'declined' || words === '', { path: ['words'] })
export type ReceiptDocument = z.infer<typeof ReceiptDocument>

/** What a recall says. Which package it speaks of stands in the manifest. */
export const RecallDocument = RecallDraft.extend({ format: z.literal('vigil-recall/1'), ...practice })
export type RecallDocument = z.infer<typeof RecallDocument>

/**
 * What the reader of a brief is asked later: not to use this copy any more. Nothing of the case but what stood on the
 * brief's own head: its copy number, its day and its marking.
 */
export const BriefNotice = RecallDraft.extend({
  format: z.literal('vigil-notice/1'),
  copy: Line,
  briefDate: Day,
  date: Day,
  marking: coded('marking'),
  caveats: z.array(coded('handlingCaveat')),
  authorRole: Line,
  ...practice,
})
export type BriefNotice = z.infer<typeof BriefNotice>

/** A receipt as it is kept. */
export const ReceiptSays = z.object(ReceiptDocument.shape).omit({ format: true, practice: true })
export type ReceiptSays = z.infer<typeof ReceiptSays>

/** What a focal point of this vault decided about what a recalled package brought. */
export const RecallDecisionKind = z.enum(['keep', 'undo', 'destroy', 'set-aside'])
export type RecallDecisionKind = z.infer<typeof RecallDecisionKind>

/** How far a recall is settled here. */
export const RecallStanding = z.enum([
  'undecided',
  'to-undo',
  'to-destroy',
  'kept',
  'undone',
  'destroyed',
  'set-aside',
])
export type RecallStanding = z.infer<typeof RecallStanding>

/** One decision about a recall. Added to, never changed. `sole`: by whoever was the only officer. */
export const RecallDecision = z.object({
  decision: RecallDecisionKind,
  why: Note.min(1),
  by: Line,
  sole: z.boolean(),
  at: Instant,
})
export type RecallDecision = z.infer<typeof RecallDecision>

/** Something of this vault that a received package went into: a case, or the package by itself (`id` is `null`). */
export const Touched = z.object({
  id: CaseId.nullable(),
  /** The code of the case; empty for what is no case. */
  code: z.string(),
  /** `null` when nothing was recalled. */
  standing: RecallStanding.nullable(),
  /** Whether taking it in can be undone. */
  canUndo: z.boolean(),
  decisions: z.array(RecallDecision),
})
export type Touched = z.infer<typeof Touched>

/** A recall as the log shows it. */
export const RecallLine = RecallDraft.extend({ sentAt: Instant, at: Instant, by: Line })
export type RecallLine = z.infer<typeof RecallLine>

/** Where a package stands, most telling first. `sent`: nothing came back; `received`: it was taken in here. */
export const PackageStanding = z.enum([
  'recalled',
  'superseded',
  'declined',
  'taken-in',
  'sent',
  'received',
  'declined-here',
])
export type PackageStanding = z.infer<typeof PackageStanding>

const other = z.object({ packageId: PackageId, at: Instant })

/** One line of what was sent and received. */
export const PackageLine = z.object({
  id: z.uuid(),
  direction: z.enum(['sent', 'received']),
  packageId: PackageId,
  kind: ColleagueKind,
  colleague: Colleague.pick({ id: true, role: true, office: true, standing: true }),
  at: Instant,
  by: Line,
  /** SHA-256 of the file, hex; empty for what was declined here. */
  sha256: z.string(),
  standing: PackageStanding,
  /** What the receipt said that came for it, or was written for it. */
  receipt: ReceiptSays.nullable(),
  /** That it was declined here, and why. */
  declined: z.object({ reason: DeclineReason, words: z.string(), by: Line, at: Instant }).nullable(),
  recalls: z.array(RecallLine),
  supersededBy: other.nullable(),
  takesPlaceOf: other.nullable(),
  /** The package a receipt, a recall or an answer speaks of. */
  about: PackageId.nullable(),
  cases: z.array(Touched),
  /** How many tasks are open on cases because something was taken back that left in it. */
  tasks: z.int(),
  mayReceipt: z.boolean(),
  mayRecall: z.boolean(),
})
export type PackageLine = z.infer<typeof PackageLine>

/** That the reader of a brief was asked not to use it any more. */
export const BriefRecall = RecallLine.extend({ briefId: BriefId })
export type BriefRecall = z.infer<typeof BriefRecall>

/** A recall that waits here for somebody. */
export const WaitingRecall = z.object({
  /** The row of the package in the log. */
  id: z.uuid(),
  kind: ColleagueKind,
  role: z.string(),
  caseId: CaseId.nullable(),
  code: z.string(),
  standing: RecallStanding,
  reason: RecallReason,
  tellBy: Day.nullable(),
  at: Instant,
})
export type WaitingRecall = z.infer<typeof WaitingRecall>

/** Whom a recall is sealed for: colleagues the package was sent to. */
export const RecallTo = z.array(ColleagueId).min(1).max(64)
