import type { CaseState } from '../../shared/case/model.ts'
import type { Allowed } from '../../shared/report/disposition.ts'
import type { Band } from '../../shared/risk/model.ts'
import type { ScopeAnswers } from '../../shared/scope/model.ts'
import type { Code } from '../../shared/vocabulary/index.ts'

/** A code that stands in no list, and in which field of the pattern it was found. */
export interface UnknownCode {
  readonly field: string
  readonly code: string
}

/** One answer of a person, as a pattern gives it. `null`: not said; the mapping has a usual value. */
export interface PatternConsent {
  readonly purpose: Code<'purpose'>
  readonly decision: 'given' | 'given_with_conditions' | 'refused' | 'withdrawn' | 'not_asked'
  readonly recipient: Code<'recipientClass'> | null
  readonly channel: Code<'channel'> | null
  readonly identityLevel: Code<'identityLevel'> | null
  readonly conditions: readonly Code<'condition'>[]
}

/** Our view of the danger, 1 to 5 each. */
export interface PatternRisk {
  readonly likelihood: number
  readonly impact: number
  readonly residualLikelihood: number
  readonly residualImpact: number
  readonly threats: readonly Code<'riskThreat'>[]
  readonly vulnerabilities: readonly Code<'riskVulnerability'>[]
  readonly capacities: readonly Code<'riskCapacity'>[]
}

/**
 * A pattern of a case, with every code known. `null` is a field the pattern does not have; an empty list is a list that
 * says "none".
 */
export interface Pattern {
  readonly id: string
  readonly title: string
  readonly synthetic: boolean
  /** As written: a region in words, never a place. */
  readonly regionSaid: string
  readonly region: Code<'region'> | null
  readonly state: CaseState
  readonly language: Code<'language'> | null
  readonly account: string
  readonly wishes: string
  readonly danger: Code<'immediateDanger'> | null
  readonly engagement: {
    readonly kind: Code<'cooperationType'> | null
    readonly status: Code<'cooperationStatus'> | null
    readonly entity: Code<'unEntity'> | null
    /** Contact with a regional body alone is no contact with the United Nations. */
    readonly regionalOnly: boolean
    readonly locus: Code<'engagementLocus'> | null
    readonly publicity: Code<'publicity'> | null
  } | null
  readonly victims: {
    readonly unit: Code<'victimUnit'> | null
    readonly roles: readonly Code<'victimRole'>[]
    readonly characteristics: readonly Code<'characteristic'>[]
    readonly link: Code<'linkToCooperator'> | null
    readonly situation: Code<'victimSituation'> | null
    readonly count: string
  }
  readonly remunerated: ScopeAnswers['remunerated']
  readonly acts: readonly Code<'formOfAct'>[] | null
  readonly actStatus: Code<'actStatus'> | null
  readonly tools: readonly Code<'legalTool'>[]
  readonly perpetrator: {
    readonly class: Code<'perpetratorClass'> | null
    readonly kind: Code<'perpetratorKind'> | null
  } | null
  readonly link: {
    readonly grade: Code<'linkGrade'> | null
    readonly indicators: readonly Code<'linkIndicator'>[]
  } | null
  readonly purpose: ScopeAnswers['purpose']
  readonly humanRights: ScopeAnswers['humanRights']
  readonly unResponse: readonly Code<'action'>[]
  readonly stateResponse: Code<'stateResponse'> | null
  readonly responseAdequacy: Code<'responseAdequacy'> | null
  readonly outcome: Code<'outcomeForVictim'> | null
  readonly accountability: readonly Code<'accountability'>[]
  readonly verification: Code<'verificationStatus'> | null
  readonly consents: readonly PatternConsent[]
  readonly risk: PatternRisk | null
  readonly ownView: { readonly band: Band; readonly words: string } | null
  /** Whether the do-no-harm check was answered, every question on the safe side. */
  readonly harmChecked: boolean
  readonly disposition: Allowed | null
}

/** A pattern as read, with what could not be understood of it. */
export interface ReadPattern {
  readonly pattern: Pattern
  readonly unknownCodes: readonly UnknownCode[]
  /** Fields the form does not have. */
  readonly unreadFields: readonly string[]
}
