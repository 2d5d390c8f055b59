import { ApprovalByFile, Asking, ConditionMet, Element, GateResult } from '../gate/model.ts'
import { Fact } from '../consent/model.ts'
import {
  BriefId,
  CaseId,
  Day,
  Instant,
  Line,
  Note,
  PartialDate,
  PersonId,
  Pointer,
  answered,
  text,
} from '../model.ts'
import { PaperLanguage } from '../paper/model.ts'
import { Alike, NotMeant } from '../leak/model.ts'
import { Band, HarmCheck } from '../risk/model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'
import { AcceptedWarning, Together } from './togetherModel.ts'

/** What the reader is asked for. */
export const Asked = z.enum(['decision', 'call', 'meeting', 'letter', 'no_action'])
export type Asked = z.infer<typeof Asked>

/** One course of action, with what it costs. At most one is recommended. */
export const BriefOption = z.strictObject({
  what: Line,
  benefit: Note.max(400),
  risk: Note.max(400),
  consentNeeded: Note.max(400),
  who: Note.max(120),
  recommended: z.boolean(),
})
export type BriefOption = z.infer<typeof BriefOption>

/** What the author of a brief writes. Everything about persons is assembled, never typed here. */
export const BriefDraft = z.strictObject({
  /** Role of the reader, e.g. "Head of presence". */
  forRole: Line,
  purpose: coded('purpose'),
  recipient: coded('recipientClass'),
  channel: coded('channel'),
  language: PaperLanguage,
  marking: coded('marking'),
  caveats: z.array(coded('handlingCaveat')),
  validUntil: Day,
  asked: Asked,
  bottomLine: Note.min(1).max(600),
  answerBy: Day.nullable(),
  unknowns: Note.max(600),
  stateView: Note.max(600),
  riskOfActing: Note.max(600),
  riskOfNotActing: Note.max(600),
  actionsSoFar: Note.max(600),
  options: z
    .array(BriefOption)
    .max(4)
    .refine(options => options.filter(option => option.recommended).length <= 1, 'one-recommended'),
  talkingPoints: z.array(Line.max(300)).max(6),
  followUp: Note.max(300),
  /** Keys of lines the author withholds. */
  withheld: z.array(Pointer),
  conditionsMet: z.array(ConditionMet),
  /** Words that sound like a withheld name and mean somebody or something else; left out until there are any. */
  notMeant: z.array(NotMeant).optional(),
  /** Warnings about what the reader already has that the author accepts, and why; left out until there are any. */
  accepted: z.array(AcceptedWarning).optional(),
})
export type BriefDraft = z.infer<typeof BriefDraft>

/** A piece of a sentence on paper: words as typed, a code with its label, or a date. */
export const Piece = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ code: z.string() }),
  z.strictObject({ date: PartialDate }),
])
export type Piece = z.infer<typeof Piece>

/** One assembled line. `label` is a text key `brief.line.<…>`; pieces are shown in order. */
export const BriefLine = z.strictObject({
  key: z.string(),
  fact: Fact,
  element: Element,
  personIds: z.array(PersonId),
  label: z.string(),
  /** Neutral code of whom or what it is about: "P1", "A2". */
  about: z.string(),
  pieces: z.array(Piece),
})
export type BriefLine = z.infer<typeof BriefLine>

/** A line as it leaves: said, or withheld with nothing of it left. */
export const DocumentLine = z.union([
  z.strictObject({
    fact: Fact,
    label: z.string(),
    about: z.string(),
    said: z.array(Piece),
  }),
  z.strictObject({ fact: Fact, label: z.string(), about: z.string(), withheld: z.literal(true) }),
])
export type DocumentLine = z.infer<typeof DocumentLine>

/** What may be said onward, as the person answered it. */
export const ConsentLimit = z.strictObject({
  about: z.string(),
  may: z.boolean(),
  purpose: coded('purpose'),
  recipient: coded('recipientClass'),
  channel: coded('channel'),
  identityLevel: coded('identityLevel'),
  scope: coded('scopeOfContent'),
  facts: z.array(Fact),
  conditions: z.array(coded('condition')),
  until: Day.nullable(),
})
export type ConsentLimit = z.infer<typeof ConsentLimit>

/** Our view and the person's, side by side. */
export const RiskLine = z.strictObject({
  about: z.string(),
  band: Band,
  assessedOn: Day,
  ownView: answered(
    z.strictObject({
      band: Band,
      words: z.string(),
      language: z.string().nullable(),
      translation: z.string(),
    }),
  ).nullable(),
  differs: z.boolean(),
})
export type RiskLine = z.infer<typeof RiskLine>

/** That lines are told by override: whom they are about, who asked for it and who granted it, by role, and why. */
export const ToldWithout = z.strictObject({
  about: z.array(z.string()),
  by: Line,
  grantedBy: Line,
  reason: Note,
})
export type ToldWithout = z.infer<typeof ToldWithout>

/**
 * The brief as data: exactly what the reader gets. Built only from what the gate lets out; a withheld value is not
 * in it in any form. The first field is the format's name and version.
 */
export const BriefDocument = z.strictObject({
  format: z.literal('vigil-brief/1'),
  caseCode: z.string(),
  copy: Line,
  date: Day,
  language: PaperLanguage,
  marking: coded('marking'),
  caveats: z.array(coded('handlingCaveat')),
  forRole: Line,
  authorRole: Line,
  /** Empty in a brief that nobody has approved yet; such a brief never leaves. */
  approvedBy: text(200),
  /** Approved by its own author because there was nobody else: said on paper, for ever. */
  soleApproval: z.boolean(),
  validUntil: Day,
  asked: Asked,
  bottomLine: Note,
  answerBy: Day.nullable(),
  lines: z.array(DocumentLine),
  unknowns: Note,
  stateView: Note,
  limits: z.array(ConsentLimit),
  risks: z.array(RiskLine),
  riskOfActing: Note,
  riskOfNotActing: Note,
  actionsSoFar: Note,
  options: z.array(BriefOption),
  talkingPoints: z.array(Line),
  followUp: Note,
  /** Only where something is told without the consent of those it is about: by whom, and why. Said to every reader. */
  overrides: z.array(ToldWithout).optional(),
  /** Only in a brief from a practice vault: everything in it is invented, and it says so on every page. */
  practice: z.literal(true).optional(),
})
export type BriefDocument = z.infer<typeof BriefDocument>

export const Decision = z.enum(['approve', 'approve_with_conditions', 'decline', 'ask'])
export type Decision = z.infer<typeof Decision>

/** What the senior official answers. `words`: conditions, reason or question; needed for all but a plain approval. */
export const ReplyDraft = z
  .strictObject({ decision: Decision, words: Note.max(2_000), decidedBy: Line })
  .refine(reply => reply.decision === 'approve' || reply.words !== '', { path: ['words'] })
export type ReplyDraft = z.infer<typeof ReplyDraft>

/** The reply as data, inside its package. */
export const ReplyDocument = z.strictObject({
  format: z.literal('vigil-reply/1'),
  decision: Decision,
  words: Note.max(2_000),
  decidedBy: Line,
  decidedOn: Day,
  /** Only in the reply to a practice brief. */
  practice: z.literal(true).optional(),
})
export type ReplyDocument = z.infer<typeof ReplyDocument>

export const ReceivedReply = ReplyDocument.omit({ format: true, practice: true }).extend({
  receivedAt: Instant,
})
export type ReceivedReply = z.infer<typeof ReceivedReply>

export const BriefState = z.enum(['draft', 'approved', 'sent', 'decided'])
export type BriefState = z.infer<typeof BriefState>

/** A brief as the case shows it. */
export const BriefSummary = z.object({
  id: BriefId,
  copy: z.string(),
  forRole: z.string(),
  state: BriefState,
  asked: Asked,
  answerBy: Day.nullable(),
  sentAt: Instant.nullable(),
  soleApproval: z.boolean(),
  reply: ReceivedReply.nullable(),
  changedAt: Instant,
})
export type BriefSummary = z.infer<typeof BriefSummary>

/** A brief that waits for whoever is at the desk. */
export const WaitingBrief = Asking.extend({
  /** `asked`: somebody else wrote it; `declined`, `approved`: one's own that came back and has not left. */
  kind: z.enum(['asked', 'declined', 'approved']),
  briefId: BriefId,
  caseId: CaseId,
  copy: z.string(),
  forRole: z.string(),
})
export type WaitingBrief = z.infer<typeof WaitingBrief>

/** Everything the brief's own screens show. */
export const BriefView = z.object({
  id: BriefId,
  caseId: CaseId,
  draft: BriefDraft,
  lines: z.array(BriefLine),
  gate: GateResult,
  document: BriefDocument,
  /** Withheld things that the sentences of the brief give away: the key of what is withheld, and the field or line. */
  leaks: z.array(z.strictObject({ key: z.string(), where: z.string() })),
  /** Words of it that may be a withheld name in another script or spelling; `reason`: why they are not. */
  alike: z.array(Alike.extend({ reason: z.string().nullable() })),
  /** What its reader already has, and what the two together give away. */
  together: Together,
  harmCheck: HarmCheck.nullable(),
  approval: z
    .object({
      by: z.string(),
      sole: z.boolean(),
      at: Instant,
      current: z.boolean(),
      /** Only when it came by file. */
      file: ApprovalByFile.nullable(),
    })
    .nullable(),
  /** Role code. */
  author: z.string(),
  /** The last asking for its approval, or the last "no" to it, unless the brief was changed since. */
  asking: Asking.nullable(),
  state: BriefState,
  sentAt: Instant.nullable(),
  reply: ReceivedReply.nullable(),
})
export type BriefView = z.infer<typeof BriefView>
