import { BriefLine } from '../brief/model.ts'
import { Fact } from '../consent/model.ts'
import { Approval, ApprovalByFile, Asking, ConditionMet, GateResult, OutwardGate } from '../gate/model.ts'
import { Alike, NotMeant } from '../leak/model.ts'
import { ActionId, CaseId, Day, Instant, Line, Note, PersonId, Pointer, answered } from '../model.ts'
import { isEntryAddress, ReportEntry } from '../report/entry.ts'
import { HarmCheck } from '../risk/model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'

/**
 * A measure that was thought of: what, for whom, and what would be told of them to whom (4.7, 6.2 G2 to G4).
 *
 * What is told is never typed: it is every line of the case about these persons that has one of the facts and shows no
 * more of who they are than the level says.
 */
export const ActionDraft = z
  .strictObject({
    kind: coded('action'),
    /** What exactly; needed for `other`. No names. */
    detail: Note.max(600),
    /** For whom. */
    personIds: z.array(PersonId).min(1),
    /** Whom it goes to, by role or office: never a name. */
    to: Line,
    purpose: coded('purpose'),
    recipient: coded('recipientClass'),
    channel: coded('channel'),
    identityLevel: coded('identityLevel'),
    facts: z.array(Fact).min(1),
    /** Keys of lines that are left out all the same. */
    withheld: z.array(Pointer),
    conditionsMet: z.array(ConditionMet),
    /** What the person hopes from it or asked for, and what is expected of it. */
    expected: Note.max(600),
    /** What could follow from doing it, and from leaving it. */
    riskOfActing: Note.max(600),
    riskOfNotActing: Note.max(600),
    /** A safety reason that is new since the person took things back; empty when there is none (G8). */
    safetyReason: Note.max(600),
    /** Role of whoever sees to it; empty while nobody does. */
    owner: z.union([Line, z.literal('')]),
    /** The last day on which it is in time. */
    deadline: Day.nullable(),
    /** By when an answer is wanted once it is sent; `null`: by the clock of the vault. */
    answerBy: Day.nullable(),
    /** Only of an entry in the annual report: what is written in it. Approved and read together with the rest. */
    entry: ReportEntry.optional(),
    /** Words that sound like a withheld name and mean somebody or something else; left out until there are any. */
    notMeant: z.array(NotMeant).optional(),
  })
  .refine(draft => draft.kind !== 'other' || draft.detail !== '', { path: ['detail'] })
  .refine(draft => draft.entry === undefined || isEntryAddress(draft), { path: ['purpose'] })
export type ActionDraft = z.infer<typeof ActionDraft>

/** The person's own words on what came of it. Stored unedited. */
export const OwnWords = z.strictObject({
  words: Note.min(1),
  language: coded('language').nullable(),
  /** A working translation; never instead of them. */
  translation: Note,
})
export type OwnWords = z.infer<typeof OwnWords>

const on = { on: Day }

export const SentEvent = z.strictObject({ what: z.literal('sent'), ...on, note: Note })
export const ReminderEvent = z.strictObject({ what: z.literal('reminder'), ...on, note: Note })

/** How the State, or whoever it went to, answered. */
export const ReplyEvent = z.strictObject({
  what: z.literal('reply'),
  ...on,
  response: coded('stateResponse'),
  language: answered(coded('language')),
  /** In neutral words what it says. */
  text: Note.min(1),
})

/** How far the answers so far meet what was asked; somebody says so, and why (4.8). */
export const AdequacyEvent = z.strictObject({
  what: z.literal('adequacy'),
  ...on,
  adequacy: coded('responseAdequacy'),
  reason: Note.min(1),
})

/** What it led to: as we see it, and in the person's own words. */
export const EffectEvent = z.strictObject({
  what: z.literal('effect'),
  ...on,
  effect: coded('effect'),
  note: Note,
  ownWords: answered(OwnWords),
})

/** What has become of somebody since, and what was done about those responsible (4.10). */
export const OutcomeEvent = z.strictObject({
  what: z.literal('outcome'),
  ...on,
  personId: PersonId,
  outcome: coded('outcomeForVictim'),
  accountability: z.array(coded('accountability')),
  note: Note,
})

/** Anything else worth knowing next year. */
export const DevelopmentEvent = z.strictObject({
  what: z.literal('development'),
  ...on,
  text: Note.min(1),
})

export const EndedEvent = z.strictObject({
  what: z.literal('ended'),
  ...on,
  how: z.enum(['completed', 'cancelled', 'failed']),
  why: Note.min(1),
})

/**
 * What happened to an action. Entries are added for years and never changed; `on` is when it happened, not when it was
 * typed. `sent` is only ever written by passing the gate.
 */
export const ActionEvent = z.discriminatedUnion('what', [
  SentEvent,
  ReminderEvent,
  ReplyEvent,
  AdequacyEvent,
  EffectEvent,
  OutcomeEvent,
  DevelopmentEvent,
  EndedEvent,
])
export type ActionEvent = z.infer<typeof ActionEvent>

/** An entry as kept. `by` is a role code: for adequacy, who assessed it. */
export const ActionEntry = z.object({
  id: z.uuid(),
  caseId: CaseId,
  actionId: ActionId,
  event: ActionEvent,
  by: Line,
  recordedAt: Instant,
})
export type ActionEntry = z.infer<typeof ActionEntry>

/** An action as kept. `label` is its neutral code inside the case: "M1", "M2", … never used twice. */
export const Action = z.object({
  id: ActionId,
  caseId: CaseId,
  label: z.string().regex(/^M\d+$/),
  author: Line,
  draft: ActionDraft,
  approval: Approval.nullable(),
  startedAt: Instant,
  changedAt: Instant,
})
export type Action = z.infer<typeof Action>

/** How far an action has come as its entries tell, before the gate is asked. */
export const ActionStage = z.enum(['planned', 'sent', 'answered', 'ended'])
export type ActionStage = z.infer<typeof ActionStage>

/** One action with what happened to it: what clocks, moves and closing look at. */
export const ActionLine = z.object({
  id: ActionId,
  caseId: CaseId,
  label: z.string(),
  kind: ActionDraft.shape.kind,
  detail: z.string(),
  personIds: z.array(PersonId),
  to: z.string(),
  purpose: ActionDraft.shape.purpose,
  recipient: ActionDraft.shape.recipient,
  channel: ActionDraft.shape.channel,
  owner: z.string(),
  deadline: Day.nullable(),
  answerBy: Day.nullable(),
  stage: ActionStage,
  /** Somebody approved it since it was last changed; that alone does not open the gate. */
  approved: z.boolean(),
  startedAt: Instant,
  /** When it was recorded as sent. */
  sentAt: Instant.nullable(),
  sentOn: Day.nullable(),
  /** Days of reminders, the earliest first. */
  reminders: z.array(Day),
  lastReply: z.object({ on: Day, response: coded('stateResponse'), recordedAt: Instant }).nullable(),
  /** How far the answers meet what was asked; `null` while nobody said so since the last reply. */
  adequacy: coded('responseAdequacy').nullable(),
  lastEffect: coded('effect').nullable(),
  /** When it was recorded, after it was sent, what has come of it; the earliest first. */
  lookedAt: z.array(Instant),
  ended: z.enum(['completed', 'cancelled', 'failed']).nullable(),
  soleApproval: z.boolean(),
})
export type ActionLine = z.infer<typeof ActionLine>

/** The same as the ledger shows it: with its status, of which the blocked ones come from the gate. */
export const ActionSummary = ActionLine.extend({
  status: coded('actionStatus'),
  identityLevel: ActionDraft.shape.identityLevel,
  facts: ActionDraft.shape.facts,
})
export type ActionSummary = z.infer<typeof ActionSummary>

/** Everything the page of one action shows. */
export const ActionView = z.object({
  id: ActionId,
  caseId: CaseId,
  label: z.string(),
  draft: ActionDraft,
  author: z.string(),
  status: coded('actionStatus'),
  /** The gate it goes out through. */
  gate: OutwardGate,
  /** Every line it could tell, in the order of the paper. */
  lines: z.array(BriefLine),
  result: GateResult,
  harmCheck: HarmCheck.nullable(),
  /** Withheld things that the words of what is told give away; nothing once it went out. */
  leaks: z.array(z.strictObject({ key: z.string(), where: z.string() })),
  /** Words of it that may be a withheld name in another script or spelling; `reason`: why they are not. */
  alike: z.array(Alike.extend({ reason: z.string().nullable() })),
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
  asking: Asking.nullable(),
  /** In the order of recording. */
  entries: z.array(ActionEntry),
  line: ActionLine,
})
export type ActionView = z.infer<typeof ActionView>

/** An action that waits for whoever is at the desk. */
export const WaitingAction = Asking.extend({
  /** `asked`: somebody else wrote it; `declined`, `approved`: one's own that came back and has not gone out. */
  kind: z.enum(['asked', 'declined', 'approved']),
  actionId: ActionId,
  caseId: CaseId,
  /** The code of the case. */
  code: z.string(),
  label: z.string(),
  /** What is to be done. */
  what: ActionDraft.shape.kind,
})
export type WaitingAction = z.infer<typeof WaitingAction>
