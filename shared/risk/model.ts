import {
  ActionId,
  CaseId,
  Day,
  HarmCheckId,
  Instant,
  ItemId,
  Line,
  Note,
  PartialDate,
  PersonId,
  RiskEventId,
  RiskId,
  answered,
} from '../model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'

/** In the order of the danger. */
export const Band = z.enum(['low', 'medium', 'high', 'critical'])
export type Band = z.infer<typeof Band>

/** 1 rare, 2 unlikely, 3 possible, 4 likely, 5 imminent or ongoing. */
export const Likelihood = z.int().min(1).max(5)
/** 1 minor, 2 disruptive, 3 serious, 4 grave (liberty, exile), 5 life or bodily integrity. */
export const Impact = z.int().min(1).max(5)

/** How the person sees the danger: their band, their words, unedited. */
export const OwnView = z.strictObject({
  band: Band,
  words: Note,
  language: coded('language').nullable(),
  translation: Note,
})
export type OwnView = z.infer<typeof OwnView>

export const RiskDraft = z.strictObject({
  personId: PersonId,
  about: z.enum(['situation', 'acting', 'not_acting']),
  /** The planned action whose doing or leaving is assessed; `null` for the situation as it is. */
  actionId: ActionId.nullable().default(null),
  likelihood: Likelihood,
  impact: Impact,
  /** After counting capacities and measures in place. */
  residualLikelihood: Likelihood,
  residualImpact: Impact,
  threats: z.array(coded('riskThreat')),
  vulnerabilities: z.array(coded('riskVulnerability')),
  capacities: z.array(coded('riskCapacity')),
  uncertainties: z.array(coded('riskUncertainty')),
  confidence: z.enum(['high', 'medium', 'low']),
  why: Note,
  ownView: answered(OwnView),
})
export type RiskDraft = z.infer<typeof RiskDraft>

/** An assessment as kept: never edited, the next one follows it. `validUntil` is when it must be redone. */
export const RiskAssessment = RiskDraft.extend({
  id: RiskId,
  caseId: CaseId,
  inherentBand: Band,
  band: Band,
  /** Our view and the person's differed by as many bands as the vault found worth saying then. */
  differs: z.boolean(),
  assessedAt: Instant,
  validUntil: Instant,
})
export type RiskAssessment = z.infer<typeof RiskAssessment>

/** Something that happened to a person, or is about to. No names. */
export const RiskEventDraft = z.strictObject({
  personId: PersonId,
  kind: coded('riskEvent'),
  happenedOn: PartialDate,
  note: Note,
})
export type RiskEventDraft = z.infer<typeof RiskEventDraft>

/** An event as kept: never changed. It makes the assessments it names old, whatever any clock says. */
export const RiskEvent = RiskEventDraft.extend({
  id: RiskEventId,
  caseId: CaseId,
  /** Every assessment of the person there was when it was recorded. */
  overtakes: z.array(RiskId),
  recordedAt: Instant,
})
export type RiskEvent = z.infer<typeof RiskEvent>

/** The number of do-no-harm questions. Every question is worded so that "yes" is the safe answer. */
export const harmQuestions = 12

export const HarmAnswer = z.strictObject({ answer: z.enum(['yes', 'no', 'unknown']), note: Note })
export type HarmAnswer = z.infer<typeof HarmAnswer>

/** The do-no-harm check for one item that may leave: twelve answers in order; `null` is not yet answered. */
export const HarmCheckDraft = z.strictObject({
  caseId: CaseId,
  itemId: ItemId,
  answers: z.array(HarmAnswer.nullable()).length(harmQuestions),
  /** Role of who decides although a blocking question is answered "no" or "unknown"; empty when nobody does. */
  decidedBy: z.union([Line, z.literal('')]),
  decisionReason: Note,
  validUntil: Day,
})
export type HarmCheckDraft = z.infer<typeof HarmCheckDraft>

export const HarmCheck = HarmCheckDraft.extend({
  id: HarmCheckId,
  /** To whom, for what and how it was to leave when it was checked: the check is of that, and of nothing else. */
  about: z.string(),
  checkedAt: Instant,
})
export type HarmCheck = z.infer<typeof HarmCheck>
