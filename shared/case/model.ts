import { Act, Perpetrator } from '../act/model.ts'
import { ActionSummary } from '../action/model.ts'
import { BriefSummary } from '../brief/model.ts'
import { Disclosed, FollowUpTask } from '../consent/followUp.ts'
import { ConsentDecision } from '../consent/model.ts'
import { ConsentEvent } from '../consent/review.ts'
import { ConsentTalk } from '../consent/talk.ts'
import { Engagement } from '../engagement/model.ts'
import { Verification } from '../evidence/claim.ts'
import { Attachment, SourceMessage } from '../evidence/model.ts'
import { CaseId, Day, Instant, Line, Narrative, Note, PartialDate, answered } from '../model.ts'
import { IdentityBasis } from '../person/basis.ts'
import { Forgetting } from '../person/forget.ts'
import { FileLine } from '../approval/asking.ts'
import { OverrideLine } from '../override/model.ts'
import { BriefRecall, PackageLine } from '../notice/model.ts'
import { PaperSummary } from '../paper/model.ts'
import { Person } from '../person/model.ts'
import { Protection } from '../plan/model.ts'
import { RiskAssessment, RiskEvent } from '../risk/model.ts'
import { ScopeTest } from '../scope/model.ts'
import { ShareSummary } from '../share/summary.ts'
import { Wording } from '../settings/wording.ts'
import { Thresholds } from '../settings/thresholds.ts'
import { ReportWindow } from '../settings/windows.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'
import { CaseCourse, CaseState, Move } from './course.ts'

export { CaseState } from './course.ts'
import { Clocks, Mark } from './clockModel.ts'

/** A neutral code: no country, name or date in it; letters and digits that cannot be mistaken for each other. */
export const CaseCode = z.string().regex(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/)
export type CaseCode = z.infer<typeof CaseCode>

/** The least that makes a safe stub, and what intake adds to it. No name is ever asked. */
export const Intake = z.strictObject({
  receivedOn: PartialDate,
  channel: coded('intakeChannel'),
  language: answered(coded('language')),
  interpreter: answered(z.boolean()),
  reporterRelation: answered(coded('reporterRelation')),
  mandateToAct: answered(coded('mandateToAct')),
  firstEntity: answered(coded('unEntity')),
  danger: coded('immediateDanger'),
  dangerWhy: Note,
  /** Was it safe to write this down, and how was that known? */
  safeToWrite: z.enum(['yes', 'least_only']),
  /** How the person can be reached without harm; "none" is an answer. Details live with the identity. */
  safeContact: answered(z.enum(['usable', 'none'])),
  /** What happened, in neutral words and in the order it happened. */
  account: Narrative,
  owner: Line,
  retentionReviewOn: Day,
})
export type Intake = z.infer<typeof Intake>

export const CaseFile = Intake.extend({
  id: CaseId,
  code: CaseCode,
  state: CaseState,
  startedAt: Instant,
  changedAt: Instant,
})
export type CaseFile = z.infer<typeof CaseFile>

/** The four tracks that run in parallel while a case is open. */
export const Tracks = z.strictObject({
  consent: z.enum(['none', 'sought', 'partial', 'given', 'due', 'ended']),
  verification: z.enum(['not_started', 'in_progress', 'assessed']),
  risk: z.enum(['none', 'current', 'due', 'overdue']),
  plan: z.enum(['none', 'drafted', 'agreed', 'active', 'reviewed']),
})

/** One line of the list of cases. */
export const CaseLine = z.object({
  id: CaseId,
  code: CaseCode,
  state: CaseState,
  /** Marked as urgent: imminent danger. */
  urgent: z.boolean(),
  danger: coded('immediateDanger'),
  persons: z.int(),
  acts: z.int(),
  band: z.enum(['low', 'medium', 'high', 'critical']).nullable(),
  differs: z.boolean(),
  risk: Tracks.shape.risk,
  consent: Tracks.shape.consent,
  waiting: z.enum(['brief-sent', 'decided']).nullable(),
  /** How many things are overdue on it, of every kind. */
  overdue: z.int(),
  startedAt: Instant,
  changedAt: Instant,
})
export type CaseLine = z.infer<typeof CaseLine>

/** Parts of a case, in the order of the task list. */
export const CasePart = z.enum([
  'intake',
  'source',
  'persons',
  'engagements',
  'acts',
  'scope',
  'verification',
  'consent',
  'risk',
  'protection',
  'actions',
  'brief',
  'paper',
  'share',
  'dues',
])
export type CasePart = z.infer<typeof CasePart>

/** How far a part is. `blockedBy` is a text key `case.blocked.<…>`. */
export const PartStatus = z.strictObject({
  part: CasePart,
  status: z.enum(['not-started', 'in-progress', 'done', 'blocked', 'overdue']),
  blockedBy: z.string().nullable(),
})
export type PartStatus = z.infer<typeof PartStatus>

/** One next right step: a text key `case.next.<step>` and the part that does it; `null`: a move of the case itself, `move-<state>`. */
export const NextStep = z.strictObject({ step: z.string(), part: CasePart.nullable(), urgent: z.boolean() })
export type NextStep = z.infer<typeof NextStep>

/** Everything the open case shows. The shape is the screen's. */
export const CaseView = z.object({
  case: CaseFile,
  messages: z.array(SourceMessage),
  attachments: z.array(Attachment),
  persons: z.array(Person),
  engagements: z.array(Engagement),
  acts: z.array(Act),
  perpetrators: z.array(Perpetrator),
  scope: ScopeTest.nullable(),
  /** Every answer ever recorded, in the order of recording. */
  consents: z.array(ConsentDecision),
  /** The talks in which answers were given, in the order of recording. */
  talks: z.array(ConsentTalk),
  /** What happened that makes answers worth asking again. */
  consentEvents: z.array(ConsentEvent),
  /** What must still be done, or was, because an answer was taken back. */
  followUps: z.array(FollowUpTask),
  /** What was handed over before, and the answers it relied on. */
  disclosures: z.array(Disclosed),
  /** The packages between colleagues that tell of it or went into it, in the order of sending and taking in. */
  packages: z.array(PackageLine),
  /** Briefs whose reader was asked not to use them any more. */
  briefRecalls: z.array(BriefRecall),
  /** Every assessment, in the order of recording. */
  risks: z.array(RiskAssessment),
  /** What happened to the persons, in the order of recording. */
  events: z.array(RiskEvent),
  /** What was noted as done, in the order of recording. */
  marks: z.array(Mark),
  /** The clocks of the vault as they run now. */
  clocks: Clocks,
  /** The thresholds and report windows of the vault as they are now. */
  thresholds: Thresholds,
  windows: z.array(ReportWindow),
  /** Codes of this case that read otherwise today than when they were recorded. */
  wordings: z.array(Wording),
  briefs: z.array(BriefSummary),
  /** Every override that was ever asked for, in the order of recording. Shown for ever. */
  overrides: z.array(OverrideLine),
  /** What colleagues were asked by file, and what they answered, in the order of recording. Shown for ever. */
  fileAskings: z.array(FileLine),
  /** Papers for the persons, in the order of starting. */
  papers: z.array(PaperSummary),
  /** What was shared with colleagues or is to be, in the order of starting. */
  shares: z.array(ShareSummary),
  /** What was planned and done, in the order of planning. */
  actions: z.array(ActionSummary),
  protection: Protection,
  verification: Verification,
  /** Why identities are kept without a "yes", in the order of recording. */
  bases: z.array(IdentityBasis),
  /** Steps towards destroying identities, in the order of recording. */
  forgettings: z.array(Forgetting),
  parts: z.array(PartStatus),
  tracks: Tracks,
  next: z.array(NextStep),
  course: CaseCourse,
  /** What the state machine allows next. */
  moves: z.array(Move),
  now: Instant,
  today: Day,
})
export type CaseView = z.infer<typeof CaseView>
