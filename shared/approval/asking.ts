import { ColleagueClass } from '../exchange/colleague.ts'
import { Sha256 } from '../exchange/manifest.ts'
import {
  CaseId,
  ColleagueId,
  Instant,
  ItemId,
  Line,
  Note,
  OverrideId,
  PackageId,
  PersonId,
} from '../model.ts'
import { OverrideItemKind } from '../override/model.ts'
import { refusalCodes } from '../refusal.ts'
import { z } from '../zod.ts'
import { AnsweringDuty, Asks, AskingCode, FileDecision, RequestDocument } from './model.ts'

/** An asking by file, as kept. Never changed. `document` is what the colleague was shown. */
export const FileAsking = z.strictObject({
  id: z.uuid(),
  caseId: CaseId,
  itemId: ItemId,
  asks: Asks,
  code: AskingCode,
  /** The override that waits for the second person; `null` unless that is asked. */
  overrideId: OverrideId.nullable(),
  of: Sha256,
  colleagueId: ColleagueId,
  duty: AnsweringDuty,
  document: RequestDocument,
  /** Whom it tells of. */
  personIds: z.array(PersonId),
  /** How many answers about consent the case had then: what is recorded after them is later, whatever the clock says. */
  answersBefore: z.int(),
  packageId: PackageId,
  manifestSha256: Sha256,
  /** Of the file, hex. */
  sha256: Sha256,
  /** Role code of who asked. */
  by: Line,
  at: Instant,
})
export type FileAsking = z.infer<typeof FileAsking>

/** What came back to an asking, as kept: one at most. Never changed. */
export const FileAnswer = z.strictObject({
  id: z.uuid(),
  caseId: CaseId,
  askingId: z.uuid(),
  decision: FileDecision,
  words: Note,
  /** Role code and duty as the answer claims them; who signed it is the colleague of the asking. */
  role: Line,
  duty: AnsweringDuty,
  packageId: PackageId,
  manifestSha256: Sha256,
  sha256: Sha256,
  /** When it was signed, as its sender claims. */
  sentAt: Instant,
  /** Role code of who took it in here. */
  by: Line,
  at: Instant,
})
export type FileAnswer = z.infer<typeof FileAnswer>

/** That somebody here said which duty a colleague has. Added to, never changed; Vigil cannot check it. */
export const DutyFact = z.strictObject({
  id: z.uuid(),
  colleagueId: ColleagueId,
  duty: AnsweringDuty,
  by: Line,
  at: Instant,
})
export type DutyFact = z.infer<typeof DutyFact>

/**
 * What somebody of this vault answered to another office, as kept. Never changed. What was asked about stays with those who
 * asked: here is only its code and the hash by which the two can be compared.
 */
export const GivenAnswer = z.strictObject({
  id: z.uuid(),
  colleagueId: ColleagueId,
  asks: Asks,
  code: AskingCode,
  decision: FileDecision,
  words: Note,
  duty: AnsweringDuty,
  requestId: PackageId,
  requestSha256: Sha256,
  answerSha256: Sha256,
  /** How many lines would leave, and how many of them were not shown. */
  leave: z.int(),
  unseen: z.int(),
  by: Line,
  at: Instant,
})
export type GivenAnswer = z.infer<typeof GivenAnswer>

/** An asking by file and what became of it, as it is shown for ever. */
export const FileLine = FileAsking.pick({
  id: true,
  caseId: true,
  itemId: true,
  asks: true,
  code: true,
  overrideId: true,
  duty: true,
  document: true,
  sha256: true,
  by: true,
  at: true,
}).extend({
  kind: OverrideItemKind,
  label: z.string(),
  /** Who was asked: role code and office, as they stand in this vault. */
  role: z.string(),
  office: z.string(),
  answer: FileAnswer.omit({ id: true, caseId: true, askingId: true, manifestSha256: true }).nullable(),
})
export type FileLine = z.infer<typeof FileLine>

const Refusal = z.enum(refusalCodes)

/** A colleague who could be asked; `no` says why not. */
export const Askable = z.object({
  id: ColleagueId,
  role: z.string(),
  office: z.string(),
  recipientClass: ColleagueClass,
  /** The duty somebody here last said they have. */
  duty: AnsweringDuty.nullable(),
  no: Refusal.nullable(),
})
export type Askable = z.infer<typeof Askable>

/** What the file would show the colleague, before it is written; or why nothing can be asked. */
export const Preview = z.object({ document: RequestDocument.nullable(), no: Refusal.nullable() })

/** An asking that waits for its answer by file. */
export const WaitingFile = FileLine.omit({ document: true, answer: true }).extend({
  caseCode: z.string(),
  /** Whether the thing was changed, or left, since: then an answer opens nothing. */
  same: z.boolean(),
})
export type WaitingFile = z.infer<typeof WaitingFile>

/** A question for approval on the desk: what it shows, who asks, and why whoever is at the desk cannot answer it. */
export const ArrivedRequest = z.object({
  document: RequestDocument,
  from: z.object({ role: z.string(), office: z.string() }),
  sentAt: Instant,
  no: Refusal.nullable(),
})

/** An answer on the desk: what it says, what it answers, and why it cannot be taken in. */
export const ArrivedAnswer = z.object({
  decision: FileDecision,
  words: Note,
  role: z.string(),
  duty: AnsweringDuty,
  from: z.object({ role: z.string(), office: z.string() }),
  sentAt: Instant,
  asking: FileLine.nullable(),
  no: Refusal.nullable(),
})
