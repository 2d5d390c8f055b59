import type { CaseFile } from '../case/model.ts'
import type { Day } from '../model.ts'
import type { Person } from '../person/model.ts'
import type { RiskAssessment } from '../risk/model.ts'
import type { Code } from '../vocabulary/index.ts'
import { urgentActions } from './measure.ts'
import type { Measure } from './measure.ts'
import type { Plan, PlanDraft, PlanState } from './model.ts'

/** What a measure works on: the threat itself, how exposed the person is, or what the person can do. */
export type WorksOn = 'threat' | 'exposure' | 'capacity'

/**
 * What each measure works on. Protection lowers threats, lowers exposure and raises capacity; what takes effect too
 * late for a threat that is there now counts with capacity, and so does what is only said in words (`other`) or was added
 * by an office.
 */
export const worksOn: Readonly<Partial<Record<Code<'action'>, WorksOn>>> = {
  consult_focal_point_protection: 'capacity',
  un_security_officials: 'exposure',
  diplomatic_intervention: 'threat',
  civil_society_network_referral: 'threat',
  emergency_line_24h: 'capacity',
  emergency_relocation: 'exposure',
  trial_monitoring: 'threat',
  physical_protection: 'exposure',
  replace_communication_equipment: 'capacity',
  financial_support: 'capacity',
  public_advocacy: 'threat',
  risk_threat_assessment: 'capacity',
  self_protection_support: 'capacity',
  engage_national_authorities: 'threat',
  engage_armed_group: 'threat',
  strengthen_civil_society_network: 'capacity',
  ngo_cooperation: 'capacity',
  diplomatic_missions: 'threat',
  un_agency_cooperation: 'capacity',
  voluntary_fund_torture: 'capacity',
  peace_operation_protection: 'exposure',
  shelter_on_un_premises: 'exposure',
  national_judicial_protection_measures: 'threat',
  special_procedures_action: 'threat',
  sg_annual_report: 'capacity',
  relocation: 'exposure',
  discretion_or_visibility_decision: 'exposure',
  escort_or_accompaniment: 'exposure',
  field_visit_visibility: 'threat',
  other: 'capacity',
}

/** What speaks of a threat that is there now. */
export interface Danger {
  readonly danger: CaseFile['danger']
  /** The newest assessment of the person's situation, or `null`. */
  readonly risk: Pick<RiskAssessment, 'threats'> | null
}

/** Whether a threat is clear: danger said to be imminent, an explicit threat, or an event about to happen. */
export function clearThreat({ danger, risk }: Danger): boolean {
  const threats = risk?.threats ?? []
  return danger === 'imminent' || threats.includes('explicit_threat') || threats.includes('imminent_event')
}

const runs = ({ status }: Pick<Measure, 'status'>) => status !== 'stopped'

/** Whether there are measures and every one that was not given up only raises what the person can do. */
export function capacityOnly(measures: readonly Pick<Measure, 'action' | 'status'>[]): boolean {
  const running = measures.filter(runs)
  return running.length > 0 && running.every(({ action }) => (worksOn[action] ?? 'capacity') === 'capacity')
}

/** Whether a measure is one of the urgent ones. */
export const isUrgent = ({ action }: Pick<Measure, 'action'>): boolean => urgentActions.includes(action)

/** A measure and its place in the plan. */
export interface Placed {
  readonly measure: Measure
  readonly place: number
}

/**
 * Measures as the page shows them: what is over last, and when danger is imminent the urgent ones first; otherwise in
 * the order they were written.
 */
export function inOrder(measures: readonly Measure[], danger: CaseFile['danger']): Placed[] {
  const over = ({ status }: Measure) => status === 'done' || status === 'stopped'
  const rank = (measure: Measure) => (over(measure) ? 2 : danger === 'imminent' && isUrgent(measure) ? 0 : 1)
  return measures
    .map((measure, place) => ({ measure, place }))
    .toSorted((a, b) => rank(a.measure) - rank(b.measure) || a.place - b.place)
}

/** A plan in which nothing was asked yet. */
export const emptyPlan: PlanDraft = {
  objective: { none: 'not-asked' },
  measures: [],
  kit: { none: 'not-asked' },
  dependants: { none: 'not-asked' },
  trusted: [],
  devices: { none: 'not-asked' },
  legal: { none: 'not-asked' },
  ifArrested: { none: 'not-asked' },
  mustNot: { none: 'not-asked' },
  reviewOn: null,
}

/** What still keeps a plan from its next state. Each has a sentence `plan.block.<code>` and a place. */
export type PlanBlock = 'no-wishes' | 'no-objective' | 'no-must-not' | 'no-measure' | 'no-review' | 'no-owner'

/**
 * What keeps a plan from being agreed (everything) or put into effect; empty when nothing does.
 *
 * The person must have been asked what they want and what must not be done: "declined" and "unknown" are answers.
 */
export function planBlocks(
  plan: PlanDraft,
  { wishes, to }: { readonly wishes: Person['wishes']; readonly to: PlanState },
): PlanBlock[] {
  const asked = (answer: PlanDraft['objective']) => !('none' in answer && answer.none === 'not-asked')
  const running = plan.measures.filter(runs)
  const blocks: (PlanBlock | false)[] = [
    !asked(wishes) && 'no-wishes',
    !('value' in plan.objective) && 'no-objective',
    !asked(plan.mustNot) && 'no-must-not',
    running.length === 0 && 'no-measure',
    plan.reviewOn === null && 'no-review',
    to !== 'agreed' && running.some(({ owner }) => owner === '') && 'no-owner',
  ]
  return blocks.filter(block => block !== false)
}

/** Where a plan can go: a draft is agreed, what is agreed is put into effect, what is in effect is reviewed. */
export function planMove(state: PlanState): PlanState {
  return state === 'drafted' ? 'agreed' : state === 'agreed' ? 'active' : 'reviewed'
}

/**
 * The state of a plan after it was written anew: a draft again when anything changed but how far measures are, who sees
 * to them, or by when. What the person agreed to is the rest.
 */
export function stateAfter(before: Plan | null, after: PlanDraft): PlanState {
  if (before === null) return 'drafted'
  return agreedPart(before) === agreedPart(after) ? before.state : 'drafted'
}

const agreedPart = (plan: PlanDraft) =>
  JSON.stringify([
    plan.objective,
    plan.measures.map(({ action, detail, trigger, needs, riskOfActing }) => [
      action,
      detail,
      trigger,
      needs,
      riskOfActing,
    ]),
    plan.kit,
    plan.dependants,
    plan.trusted,
    plan.devices,
    plan.legal,
    plan.ifArrested,
    plan.mustNot,
  ])

/** Whether the day to look at a plan again has passed without it. */
export const reviewIsPast = ({ reviewOn }: Pick<Plan, 'reviewOn'>, today: Day): boolean =>
  reviewOn !== null && reviewOn < today

/** How many characters of a plan a person can be expected to keep in mind: about one page. */
export const onePage = 2_500

/** Characters of what a plan says, measures included. */
export function lengthOf(plan: PlanDraft): number {
  const said = [
    plan.objective,
    plan.kit,
    plan.dependants,
    plan.devices,
    plan.legal,
    plan.ifArrested,
    plan.mustNot,
  ]
  const words = said.map(answer => ('value' in answer ? answer.value : ''))
  const measures = plan.measures.filter(runs).map(({ detail, trigger }) => detail + trigger)
  return [...words, ...measures].reduce((sum, part) => sum + part.length, 0)
}

/** Why a plan cannot go where it is asked to go, or `null`. */
export function refusalForMove(
  plan: Plan,
  asked: {
    readonly to: PlanState
    readonly on: Day
    readonly reviewOn: Day | null
    readonly today: Day
  } & Pick<Person, 'wishes'>,
): 'plan/no-such-move' | 'plan/in-future' | 'plan/review-in-past' | 'plan/blocked' | null {
  const reviewOn = asked.reviewOn ?? plan.reviewOn
  if (asked.to !== planMove(plan.state)) return 'plan/no-such-move'
  if (asked.on > asked.today) return 'plan/in-future'
  if (reviewOn !== null && reviewOn <= asked.today) return 'plan/review-in-past'
  return planBlocks({ ...plan, reviewOn }, asked).length > 0 ? 'plan/blocked' : null
}
