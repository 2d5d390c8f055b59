import type { ScopeAnswers, ScopeOutcome, ScopeResult } from './model.ts'

/** No question answered yet. */
export const noScopeAnswers: ScopeAnswers = {
  engagement: null,
  harmed: [],
  remunerated: null,
  remuneratedDecision: null,
  remuneratedReason: '',
  act: null,
  indicators: [],
  linkGrade: null,
  linkWhy: '',
  perpetrator: null,
  timing: null,
  purpose: null,
  humanRights: null,
}

/**
 * Which case this is: the scope test T1 to T9 (ADR 0009).
 *
 * Remunerated staff are routed elsewhere and never discarded; "unknown" holds and gathers, it never closes.
 *
 * @returns the outcome, the two independent facts (intimidation, reprisal), the two scope flags, and the
 *   reasons as text keys `scope.because.*` in the order of the questions.
 */
export function scopeResult(answers: ScopeAnswers): ScopeResult {
  const { outcome, because } = outcomeOf(answers)
  const inSystemwideScope = outcome === 'in_scope'
  return {
    outcome,
    intimidation: answers.purpose === 'deter' || answers.purpose === 'both',
    reprisal: answers.purpose === 'punish' || answers.purpose === 'both',
    inSystemwideScope,
    inSgReportScope: inSystemwideScope && answers.humanRights === 'yes',
    because: [...because, ...purposeReasons(answers), ...fieldReasons(answers, inSystemwideScope)],
  }
}

type Step = { readonly outcome: ScopeOutcome; readonly because: readonly string[] }

/** The first question whose answer settles the matter, settles it. */
function outcomeOf(answers: ScopeAnswers): Step {
  if (answers.engagement === null) return { outcome: 'incomplete', because: ['t1.unanswered'] }
  if (answers.engagement === 'no') return { outcome: 'out_no_engagement', because: ['t1.no'] }
  if (answers.engagement === 'unknown') return { outcome: 'hold', because: ['t1.unknown'] }
  return afterEngagement(answers, [`t1.${answers.engagement}`])
}

function afterEngagement(answers: ScopeAnswers, because: readonly string[]): Step {
  if (answers.harmed.length === 0) return { outcome: 'incomplete', because: [...because, 't2.unanswered'] }
  const soFar = [...because, answers.harmed.includes('self') ? 't2.self' : 't2.linked']
  const paid = remuneration(answers)
  if (paid) return { outcome: paid.outcome, because: [...soFar, ...paid.because] }
  return afterRemuneration(answers, [...soFar, answers.remunerated === 'no' ? 't3.no' : 't3.decided_in'])
}

function remuneration(answers: ScopeAnswers): Step | null {
  if (answers.remunerated === null) return { outcome: 'incomplete', because: ['t3.unanswered'] }
  if (answers.remunerated === 'no') return null
  if (answers.remunerated === 'yes') return { outcome: 'staff_route', because: ['t3.yes'] }
  const decided = answers.remuneratedReason !== '' ? answers.remuneratedDecision : null
  if (decided === null) return { outcome: 'needs_decision', because: ['t3.unclear'] }
  return decided === 'treat_as_staff' ? { outcome: 'staff_route', because: ['t3.decided_staff'] } : null
}

function afterRemuneration(answers: ScopeAnswers, because: readonly string[]): Step {
  if (answers.act === null) return { outcome: 'incomplete', because: [...because, 't4.unanswered'] }
  const soFar = [...because, `t4.${answers.act}`]
  if (answers.act === 'none') return { outcome: 'preventive_advice', because: soFar }
  if (answers.linkGrade === null) return { outcome: 'incomplete', because: [...soFar, 't5.unanswered'] }
  const linked = answers.indicators.length > 0 && answers.linkGrade !== 'none'
  if (linked) return { outcome: 'in_scope', because: [...soFar, 't5.linked'] }
  return { outcome: 'link_not_established', because: [...soFar, 't5.none'] }
}

const purposeReasons = (answers: ScopeAnswers) => (answers.purpose ? [`t8.${answers.purpose}`] : [])

function fieldReasons(answers: ScopeAnswers, inScope: boolean): string[] {
  return inScope && answers.humanRights ? [`t9.${answers.humanRights}`] : []
}
