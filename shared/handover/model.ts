import { CaseCode, CaseLine, CaseState } from '../case/model.ts'
import { Colleague } from '../exchange/colleague.ts'
import { MergeChange } from '../exchange/preview.ts'
import { CaseId, ColleagueId, HandoverId, Instant, Line, Note, PackageId } from '../model.ts'
import { Outcome } from '../notice/model.ts'
import { z } from '../zod.ts'

/** What is gone through before a caseload changes hands, in the order of the screen. */
export const HandoverItem = z.enum([
  'persons_told',
  'dangers_talked',
  'contact_explained',
  'readers_told',
  'conflicts_decided',
  'approvals_finished',
  'evidence_handed',
])
export type HandoverItem = z.infer<typeof HandoverItem>

/** What was answered. `not_done` says why and stays visible to the successor. */
export const HandoverAnswer = z.strictObject({
  item: HandoverItem,
  state: z.enum(['done', 'not_done', 'not_applicable']),
  why: Note,
})
export type HandoverAnswer = z.infer<typeof HandoverAnswer>

/** A case that is not handed over, and why. The reason stays here. */
export const LeftOut = z.strictObject({ caseId: CaseId, why: Line })

/** A handover that has not left: what was answered so far. */
export const HandoverDraft = z.strictObject({
  leftOut: z.array(LeftOut).max(10_000),
  answers: z
    .array(HandoverAnswer)
    .max(HandoverItem.options.length)
    .refine(answers => new Set(answers.map(({ item }) => item)).size === answers.length),
  /** What the successor should do first. */
  first: Note,
  note: Note,
})
export type HandoverDraft = z.infer<typeof HandoverDraft>

/** Whose keys signed: role code, when, and the words of the keys. */
export const Signature = z.object({ role: z.string(), at: Instant, words: z.array(z.string()) })
export type Signature = z.infer<typeof Signature>

/** That a handover left. */
export const HandoverSent = z.object({
  packageId: PackageId,
  signature: Signature,
  /** SHA-256 of the file, hex. */
  sha256: z.string(),
})
export type HandoverSent = z.infer<typeof HandoverSent>

/** That the successor's role owns the cases here. */
export const HandoverFinished = z.object({ at: Instant, by: z.string() })

/** Where a handover stands. `received`: it came from somebody else and was taken in here. */
export const HandoverStanding = z.enum(['draft', 'sent', 'declined', 'taken-over', 'finished', 'received'])
export type HandoverStanding = z.infer<typeof HandoverStanding>

/** One line of the list of handovers. */
export const HandoverLine = z.object({
  id: HandoverId,
  standing: HandoverStanding,
  role: z.string(),
  office: z.string(),
  /** How many cases; `null` while it has not left. */
  cases: z.int().nullable(),
  at: Instant,
})
export type HandoverLine = z.infer<typeof HandoverLine>

/** One case as the page of a handover shows it. */
export const HandoverCase = CaseLine.extend({
  /** Codes of those who said no to sharing inside the office: they go without who they are and their sealed words. */
  unnamed: z.array(z.string()),
  /** Whether the case's words give away who one of them is: it cannot go as it is. */
  leaks: z.boolean(),
})
export type HandoverCase = z.infer<typeof HandoverCase>

/** A case that went or came: its code and where it is. */
export const HandedOver = z.object({ id: CaseId, code: CaseCode, state: CaseState })
export type HandedOver = z.infer<typeof HandedOver>

/** The page of one handover that is prepared or left here. */
export const HandoverView = z.object({
  id: HandoverId,
  standing: HandoverStanding,
  colleague: Colleague,
  author: z.string(),
  draft: HandoverDraft,
  /** Every case of the vault while it has not left; afterwards empty. */
  cases: z.array(HandoverCase),
  /** How many conflicts nobody decided, in all cases. */
  conflicts: z.int(),
  /** What must still be answered. */
  missing: z.array(z.enum([...HandoverItem.options, 'first'])),
  sent: HandoverSent.nullable(),
  /** What the successor's receipt said. */
  receipt: z.object({ outcome: Outcome, signature: Signature }).nullable(),
  finished: HandoverFinished.nullable(),
  /** The cases that left. */
  handed: z.array(HandedOver),
})
export type HandoverView = z.infer<typeof HandoverView>

/** One case of a handover before it is taken in. */
export const HandoverCasePreview = z.object({
  /** The case here; `null` when it is new. */
  caseId: CaseId.nullable(),
  code: CaseCode,
  state: CaseState,
  persons: z.int(),
  added: z.int(),
  changed: z.int(),
  conflicts: z.int(),
  /** Persons whose identity was written apart: somebody decides before anything is taken in. */
  identities: z.array(MergeChange),
  /** Codes of persons who go without who they are. */
  unnamed: z.array(z.string()),
  /** Codes of persons whose sealed words here are others; those here stay. */
  otherWords: z.array(z.string()),
})
export type HandoverCasePreview = z.infer<typeof HandoverCasePreview>

/** What the successor is told first. */
export const HandoverTold = z.object({
  fromRole: z.string(),
  answers: z.array(HandoverAnswer),
  first: z.string(),
  note: z.string(),
})
export type HandoverTold = z.infer<typeof HandoverTold>

/** A handover on the desk. */
export const HandoverPreview = HandoverTold.extend({ cases: z.array(HandoverCasePreview) })
export type HandoverPreview = z.infer<typeof HandoverPreview>

/** A handover that was taken in here. */
export const HandoverReceived = HandoverTold.extend({
  id: HandoverId,
  packageId: PackageId,
  colleague: Colleague,
  /** Of whoever handed over. */
  signature: Signature,
  /** What whoever took it in wrote, when, by role. */
  statement: z.string(),
  at: Instant,
  by: z.string(),
  cases: z.array(HandedOver),
})
export type HandoverReceived = z.infer<typeof HandoverReceived>

/** To whom a new handover goes. */
export const NewHandover = z.strictObject({ colleagueId: ColleagueId })
