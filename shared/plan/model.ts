import { CaseId, CheckInId, Day, Instant, Line, Note, PersonId, answered, text } from '../model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'
import { Measure } from './measure.ts'

/** A protection plan as typed, made with the person. Everything the person found of no use stays unanswered. */
export const PlanDraft = z.strictObject({
  /** What should be so when the plan works. */
  objective: answered(Note),
  measures: z.array(Measure).max(40),
  /** Papers, money, medicine and other things to have ready. */
  kit: answered(Note),
  /** Children and others who depend on the person. */
  dependants: answered(Note),
  /** Persons of the same case whom the person trusts; codes, never names. */
  trusted: z.array(PersonId),
  devices: answered(Note),
  legal: answered(Note),
  ifArrested: answered(Note),
  mustNot: answered(Note),
  /** When person and officer look at it again. */
  reviewOn: Day.nullable(),
})
export type PlanDraft = z.infer<typeof PlanDraft>

/** How far a plan is. `active` and `reviewed` are in force. */
export const PlanState = z.enum(['drafted', 'agreed', 'active', 'reviewed'])
export type PlanState = z.infer<typeof PlanState>

/** A plan as kept. `id` is the id of the person: one person, one plan. */
export const Plan = PlanDraft.extend({
  id: PersonId,
  caseId: CaseId,
  state: PlanState,
  /** The day the person agreed to it as it stands, and how that is known. */
  agreedOn: Day.nullable(),
  agreedHow: Note,
  reviewedOn: Day.nullable(),
  changedAt: Instant,
})
export type Plan = z.infer<typeof Plan>

/** By which way the person can be reached. The number or address itself is kept with the identity. */
export const SafeChannel = z.enum([
  'in_person',
  'phone',
  'encrypted_message',
  'e_mail',
  'sealed_paper',
  'through_somebody',
])
export type SafeChannel = z.infer<typeof SafeChannel>

/** How to reach a person without harm. Read before any contact detail is shown. */
export const SafeContactDraft = z.strictObject({
  channel: answered(SafeChannel),
  /** Days and hours, in the person's time. */
  hours: answered(Note),
  language: answered(coded('language')),
  mayLeaveMessage: answered(z.enum(['yes', 'no'])),
  /** The only wording a message may have. */
  wording: Note,
  /** Who else may answer, and what may be said to them. */
  whoMayAnswer: answered(Note),
  /** Ways, places, times and people that must never be used. */
  never: answered(Note),
  /** Another person of the case, to turn to when this one cannot be reached. */
  alternative: answered(PersonId),
  /** Whether the person agreed to that. */
  alternativeAgreed: answered(z.enum(['yes', 'no'])),
  /** The last day the person was surely well, and how that is known. */
  lastProofOn: Day.nullable(),
  lastProofHow: Note,
  device: answered(Note),
})
export type SafeContactDraft = z.infer<typeof SafeContactDraft>

/** A card as kept. `id` is the id of the person: one person, one card. */
export const SafeContact = SafeContactDraft.extend({ id: PersonId, caseId: CaseId, changedAt: Instant })
export type SafeContact = z.infer<typeof SafeContact>

/** What only the person and those who protect them may know. Sealed under a key of its own, like an identity. */
export const Words = z.strictObject({
  coverName: text(200),
  safePlaces: text(1_000),
  route: text(1_000),
  signalWords: text(400),
  allClear: text(200),
  distress: text(200),
})
export type Words = z.infer<typeof Words>

/** When the person will be in touch, and what is done, in order, when they are not. */
export const CheckInDraft = z.strictObject({
  /** Hours from one check-in to the next: 1 hour to 90 days. */
  everyHours: z
    .int()
    .min(1)
    .max(90 * 24),
  /** Hours after which a check-in that did not come counts as missed. */
  graceHours: z.int().min(0).max(72),
  nextDue: Instant,
  first: Note.min(1),
  second: Note,
  third: Note,
})
export type CheckInDraft = z.infer<typeof CheckInDraft>

/** `id` is the id of the person. `nextDue` moves only when the person was reached. */
export const CheckInPlan = CheckInDraft.extend({ id: PersonId, caseId: CaseId, agreedAt: Instant })
export type CheckInPlan = z.infer<typeof CheckInPlan>

/** What came of a check-in. `distress`: the distress word was given, or something else said that all is not well. */
export const CheckInResult = z.enum(['reached', 'missed', 'distress'])
export type CheckInResult = z.infer<typeof CheckInResult>

/** One result, never changed. `dueAt` is when it had been due. */
export const CheckIn = z.strictObject({
  id: CheckInId,
  caseId: CaseId,
  personId: PersonId,
  dueAt: Instant,
  result: CheckInResult,
  note: Note,
  recordedAt: Instant,
})
export type CheckIn = z.infer<typeof CheckIn>

/** Everything of a case that protects its persons. */
export const Protection = z.strictObject({
  plans: z.array(Plan),
  contacts: z.array(SafeContact),
  checkInPlans: z.array(CheckInPlan),
  /** Every result, in the order of recording. */
  checkIns: z.array(CheckIn),
  /** Persons for whom sealed words are kept. */
  wordsOf: z.array(PersonId),
})
export type Protection = z.infer<typeof Protection>

/** Why sealed words are shown. Kept in the record for ever. */
export const WordsReason = Line.min(4)
