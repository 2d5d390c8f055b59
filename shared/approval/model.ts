import { BriefOption, Piece } from '../brief/model.ts'
import { Fact } from '../consent/model.ts'
import { Sha256 } from '../exchange/manifest.ts'
import { GateReason } from '../gate/model.ts'
import { Day, Line, Note, text } from '../model.ts'
import { OverrideCode, OverrideDanger, OverrideItemKind, OverrideReach } from '../override/model.ts'
import { CheckCode, PublicationQuestion } from '../publication/model.ts'
import { ReportEntry } from '../report/entry.ts'
import { Band } from '../risk/model.ts'
import { Duty, Officer } from '../vault/model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'

/**
 * What a colleague is asked by file: to approve what somebody else wrote, to be the second of two who act to save a life,
 * to read what would be published.
 */
export const Asks = z.enum(['approval', 'override', 'reading'])
export type Asks = z.infer<typeof Asks>

/** The duties somebody may answer with. */
export const AnsweringDuty = Duty.extract(['focal_point', 'head_of_presence'])
export type AnsweringDuty = z.infer<typeof AnsweringDuty>

/** A short code of one asking by file: letters and digits that cannot be mistaken for each other. */
export const AskingCode = z.string().regex(/^AP-[2-9A-HJKMNP-Z]{4}$/)
export type AskingCode = z.infer<typeof AskingCode>

/** What the colleague says: `question` is no answer yet. */
export const FileDecision = z.enum(['granted', 'declined', 'question'])
export type FileDecision = z.infer<typeof FileDecision>

/**
 * One line of what is asked about. `leaves`: it would leave if the answer is yes; `opened`: only by the override.
 * `said` is `null` where it stays, and where the colleague may not be told of it: `why` then says the reasons.
 */
export const RequestLine = z.strictObject({
  fact: Fact,
  label: z.string().regex(/^(?:brief|report)\.line\.[a-zA-Z]{1,40}$/),
  /** Neutral code of whom or what it is about. */
  about: text(60),
  leaves: z.boolean(),
  opened: z.boolean(),
  said: z.array(Piece).max(60).nullable(),
  why: z.array(GateReason).max(40),
})
export type RequestLine = z.infer<typeof RequestLine>

/** Which sentence of its author something typed is. The order is that of the screen. */
export const WordsOf = z.enum([
  'bottomLine',
  'detail',
  'expected',
  'unknowns',
  'stateView',
  'riskOfActing',
  'riskOfNotActing',
  'safetyReason',
  'actionsSoFar',
  'talkingPoint',
  'followUp',
])
export type WordsOf = z.infer<typeof WordsOf>

/** What the do-no-harm check came to: the numbers (1 to 12) of what was not answered with the safe answer. */
export const HarmInShort = z.strictObject({
  no: z.array(z.int().min(1).max(12)),
  unknown: z.array(z.int().min(1).max(12)),
  /** Role of who decided nevertheless; empty when nobody had to. */
  decidedBy: text(200),
  reason: Note,
  checkedOn: Day,
  validUntil: Day,
})

/** The life-saving reason, when the second of two people is asked. */
export const OverrideInShort = z.strictObject({
  code: OverrideCode,
  danger: OverrideDanger.nullable(),
  reason: Note,
  reach: OverrideReach.nullable(),
})

const Answer = z.enum(['yes', 'no', 'unknown'])

/** What was answered before publication, when a second reader is asked. */
export const CheckInShort = z.strictObject({
  code: CheckCode,
  answers: z.record(PublicationQuestion, Answer),
})

/**
 * A question for approval as data: exactly what the colleague gets. Built only from what the gate lets out to them; it never
 * holds a name, only that one would be told. The first field is the format's name and version.
 */
export const RequestDocument = z.strictObject({
  format: z.literal('vigil-approval-request/1'),
  asks: Asks,
  code: AskingCode,
  /** The fingerprint of what it is about. */
  of: Sha256,
  caseCode: text(60),
  item: OverrideItemKind,
  /** The copy number of a brief, the code of an action. */
  label: text(60),
  action: coded('action').nullable(),
  /** Role or office it would go to. */
  to: Line,
  purpose: coded('purpose'),
  recipient: coded('recipientClass'),
  channel: coded('channel'),
  identityLevel: coded('identityLevel').nullable(),
  marking: coded('marking').nullable(),
  lines: z.array(RequestLine).max(2_000),
  words: z.array(z.strictObject({ of: WordsOf, text: Note.min(1) })).max(40),
  options: z.array(BriefOption).max(4),
  /** Only of an entry in the annual report: what its author chose besides the lines. */
  entry: ReportEntry.omit({ text: true, state: true }).optional(),
  conditions: z.array(z.strictObject({ kind: coded('condition'), note: Note })).max(200),
  danger: z.array(z.strictObject({ about: text(60), band: Band, assessedOn: Day })).max(500),
  harm: HarmInShort.nullable(),
  override: OverrideInShort.nullable(),
  publication: CheckInShort.nullable(),
  /** Role code and duties of who asks, and the duty the colleague is asked to answer with. */
  askedBy: Officer,
  askerDuties: z.array(AnsweringDuty),
  asDuty: AnsweringDuty,
  question: Note,
  /** Only from a practice vault: everything in it is invented. */
  practice: z.literal(true).optional(),
})
export type RequestDocument = z.infer<typeof RequestDocument>

/** An answer as data. The manifest names the question it answers; this names what the question was about. */
export const AnswerDocument = z.strictObject({
  format: z.literal('vigil-approval/1'),
  code: AskingCode,
  of: Sha256,
  decision: FileDecision,
  words: Note.min(1),
  /** Role code of who answers, and the duty they say they hold. */
  role: Officer,
  duty: AnsweringDuty,
  practice: z.literal(true).optional(),
})
export type AnswerDocument = z.infer<typeof AnswerDocument>

/** How many lines would leave, and how many of them the colleague is not shown. */
export function countsOf({ lines }: Pick<RequestDocument, 'lines'>): { leave: number; unseen: number } {
  const leave = lines.filter(line => line.leaves)
  return { leave: leave.length, unseen: leave.filter(({ said }) => said === null).length }
}
