import { Act, Perpetrator } from '../act/model.ts'
import { BriefSummary } from '../brief/model.ts'
import { ConsentDecision } from '../consent/model.ts'
import { Engagement } from '../engagement/model.ts'
import { Attachment, SourceMessage } from '../evidence/model.ts'
import { CaseId, Day, Instant, Line, Narrative, Note, PartialDate, answered } from '../model.ts'
import { Person } from '../person/model.ts'
import { RiskAssessment } from '../risk/model.ts'
import { ScopeTest } from '../scope/model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'

/** Where a case stands (state machine, ADR 0009). Later states are added as their gates are built. */
export const CaseState = z.enum(['draft', 'intake', 'triage', 'open', 'out_of_scope', 'on_hold'])
export type CaseState = z.infer<typeof CaseState>

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
  consent: z.enum(['none', 'sought', 'partial', 'given', 'ended']),
  verification: z.enum(['not_started']),
  risk: z.enum(['none', 'current', 'due', 'overdue']),
  plan: z.enum(['none']),
})

/** One line of the list of cases. */
export const CaseLine = z.object({
  id: CaseId,
  code: CaseCode,
  state: CaseState,
  danger: coded('immediateDanger'),
  persons: z.int(),
  acts: z.int(),
  band: z.enum(['low', 'medium', 'high', 'critical']).nullable(),
  differs: z.boolean(),
  risk: Tracks.shape.risk,
  consent: Tracks.shape.consent,
  waiting: z.enum(['brief-sent', 'decided']).nullable(),
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
  'consent',
  'risk',
  'brief',
])
export type CasePart = z.infer<typeof CasePart>

/** How far a part is. `blockedBy` is a text key `case.blocked.<…>`. */
export const PartStatus = z.strictObject({
  part: CasePart,
  status: z.enum(['not-started', 'in-progress', 'done', 'blocked', 'overdue']),
  blockedBy: z.string().nullable(),
})
export type PartStatus = z.infer<typeof PartStatus>

/** One next right step: a text key `case.next.<step>` and the part that does it. */
export const NextStep = z.strictObject({ step: z.string(), part: CasePart, urgent: z.boolean() })
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
  /** Every assessment, in the order of recording. */
  risks: z.array(RiskAssessment),
  briefs: z.array(BriefSummary),
  parts: z.array(PartStatus),
  tracks: Tracks,
  next: z.array(NextStep),
  /** What the state machine allows next. */
  moves: z.array(z.object({ to: CaseState, blockedBy: z.array(z.string()) })),
  now: Instant,
  today: Day,
})
export type CaseView = z.infer<typeof CaseView>
