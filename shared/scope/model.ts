import { Instant, Note } from '../model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'

/** The answers to the scope test T1 to T9. `null` is a question not yet answered. */
export const ScopeAnswers = z.strictObject({
  /** T1: was there engagement with any UN entity? */
  engagement: z.enum(['yes', 'attempt', 'perceived', 'planned', 'no', 'unknown']).nullable(),
  /** T2: who was harmed? */
  harmed: z.array(coded('linkToCooperator')),
  /** T3: was that person remunerated by the UN for this engagement? */
  remunerated: z.enum(['no', 'yes', 'unclear']).nullable(),
  /** T3, when unclear: the focal point's decision and its reason. */
  remuneratedDecision: z.enum(['treat_as_in', 'treat_as_staff']).nullable(),
  remuneratedReason: Note,
  /** T4: did an act or omission happen, or is one threatened? */
  act: z.enum(['happened', 'threatened', 'none']).nullable(),
  /** T5: what joins the act to the engagement? */
  indicators: z.array(coded('linkIndicator')),
  linkGrade: coded('linkGrade').nullable(),
  linkWhy: Note,
  /** T6: who is alleged to have acted? */
  perpetrator: coded('perpetratorClass').nullable(),
  /** T7: when, measured against the engagement. */
  timing: z.enum(['before', 'during', 'after', 'several', 'unknown']).nullable(),
  /** T8: to deter, to punish, or both? */
  purpose: z.enum(['deter', 'punish', 'both', 'unclear']).nullable(),
  /** T9: cooperation in the field of human rights? */
  humanRights: z.enum(['yes', 'no', 'unclear']).nullable(),
})
export type ScopeAnswers = z.infer<typeof ScopeAnswers>

export const ScopeOutcome = z.enum([
  'in_scope',
  'link_not_established',
  'preventive_advice',
  'needs_decision',
  'hold',
  'staff_route',
  'out_no_engagement',
  'incomplete',
])
export type ScopeOutcome = z.infer<typeof ScopeOutcome>

/** The result in codes; `because` are the sentences that explain it, in the order of the questions. */
export const ScopeResult = z.strictObject({
  outcome: ScopeOutcome,
  intimidation: z.boolean(),
  reprisal: z.boolean(),
  inSystemwideScope: z.boolean(),
  inSgReportScope: z.boolean(),
  because: z.array(z.string()),
})
export type ScopeResult = z.infer<typeof ScopeResult>

export const ScopeTest = z.strictObject({ answers: ScopeAnswers, result: ScopeResult, answeredAt: Instant })
export type ScopeTest = z.infer<typeof ScopeTest>
