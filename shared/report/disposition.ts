import type { Band } from '../risk/model.ts'
import type { ScopeResult } from '../scope/model.ts'
import type { Code } from '../vocabulary/index.ts'

/** What may become of a case in one window of the annual report (domain 2.4). */
export const dispositions = [
  'annex1_named',
  'annex1_anonymised',
  'annex2_named',
  'annex2_anonymised',
  'trend_only',
  'omitted_consent',
  'omitted_safety',
  'omitted_verification',
  'omitted_scope',
  'next_window',
] as const

/** What the data of a case would allow in the annual report (2.4). */
export type Allowed = (typeof dispositions)[number]

/** What the rule looks at. */
export interface DispositionInput {
  readonly scope: ScopeResult
  /** Purposes the person agreed to without a condition, as it stands today. */
  readonly agreed: readonly Code<'purpose'>[]
  /** Our view of the danger and the person's own. */
  readonly bands: readonly Band[]
  readonly danger: Code<'immediateDanger'>
  /** `null` when nothing was said of it; then it is not held against the case. */
  readonly verification: Code<'verificationStatus'> | null
  /** Whether an earlier report had it: then it belongs in annex II, with what is new. */
  readonly followUp: boolean
}

/**
 * What may become of a case in the annual report. Conservative: whatever is not clearly allowed is not.
 *
 * Out of scope first, then consent (no answer is no), then what the test still leaves open, then safety (critical in
 * either view, or imminent danger), then verification, then how openly. High danger in either view never allows a name.
 */
export function dispositionOf(input: DispositionInput): Allowed {
  const { scope, agreed, bands, danger, verification, followUp } = input
  if (isOutOfScope(scope)) return 'omitted_scope'
  const openest = levels.find(([purpose]) => agreed.includes(purpose))
  if (openest === undefined) return 'omitted_consent'
  if (!scope.inSystemwideScope) return 'next_window'
  if (bands.includes('critical') || danger === 'imminent') return 'omitted_safety'
  if (verification !== null && !verifiedEnough.includes(verification)) return 'omitted_verification'
  const [, level] = openest
  if (level === 'trend_only') return level
  const annex = followUp ? 'annex2' : 'annex1'
  if (level === 'anonymised' || !bands.includes('high')) return `${annex}_${level}`
  return agreed.includes('sg_report_anonymised') ? `${annex}_anonymised` : 'omitted_safety'
}

const outcomesOut: readonly ScopeResult['outcome'][] = [
  'out_no_engagement',
  'staff_route',
  'preventive_advice',
  'link_not_established',
]

/** Whether the test leaves a case out of the report, whatever else is known of it. */
export const isOutOfScope = (scope: ScopeResult): boolean =>
  outcomesOut.includes(scope.outcome) || (scope.inSystemwideScope && !scope.inSgReportScope)

const levels: readonly (readonly [Code<'purpose'>, 'named' | 'anonymised' | 'trend_only'])[] = [
  ['sg_report_named', 'named'],
  ['sg_report_anonymised', 'anonymised'],
  ['sg_report_trend_only', 'trend_only'],
]

/** How far an act must be verified before it is told (G4). */
export const verifiedEnough: readonly Code<'verificationStatus'>[] = [
  'corroborated_one_independent',
  'corroborated_two_plus',
  'official_document_seen',
]
