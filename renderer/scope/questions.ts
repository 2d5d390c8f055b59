import type { ScopeAnswers } from '../../shared/scope/model.ts'
import { noScopeAnswers } from '../../shared/scope/rules.ts'

/** The questions of the test, in their order. */
export const questionIds = ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9'] as const
export type QuestionId = (typeof questionIds)[number]

/** Which answers a question gives. */
export const fieldsOf = {
  t1: ['engagement'],
  t2: ['harmed'],
  t3: ['remunerated', 'remuneratedDecision', 'remuneratedReason'],
  t4: ['act'],
  t5: ['indicators', 'linkGrade', 'linkWhy'],
  t6: ['perpetrator'],
  t7: ['timing'],
  t8: ['purpose'],
  t9: ['humanRights'],
} as const satisfies Record<QuestionId, readonly (keyof ScopeAnswers)[]>

/** The one field without which a question is not answered. */
export const mainField = {
  t1: 'engagement',
  t2: 'harmed',
  t3: 'remunerated',
  t4: 'act',
  t5: 'linkGrade',
  t6: 'perpetrator',
  t7: 'timing',
  t8: 'purpose',
  t9: 'humanRights',
} as const satisfies Record<QuestionId, keyof ScopeAnswers>

/** Whether a question has its answer. */
export function isAnswered(id: QuestionId, answers: ScopeAnswers): boolean {
  const answer = answers[mainField[id]]
  return Array.isArray(answer) ? answer.length > 0 : answer !== null
}

/** Whether the answer to a question settles the matter, so that nothing after it needs to be asked. */
function settles(id: QuestionId, answers: ScopeAnswers): boolean {
  if (id === 't1') return answers.engagement === 'no' || answers.engagement === 'unknown'
  if (id === 't3')
    return answers.remunerated === 'yes' || (answers.remunerated === 'unclear' && !isUnpaid(answers))
  return id === 't4' && answers.act === 'none'
}

const isUnpaid = ({ remuneratedDecision, remuneratedReason }: ScopeAnswers) =>
  remuneratedDecision === 'treat_as_in' && remuneratedReason.trim() !== ''

/** The questions that are asked, given the answers so far; all but perhaps the last have their answer. */
export function asked(answers: ScopeAnswers): readonly QuestionId[] {
  const end = questionIds.findIndex(id => !isAnswered(id, answers) || settles(id, answers))
  return end === -1 ? questionIds : questionIds.slice(0, end + 1)
}

/** The question to ask next, or `null` when the test is at its end. */
export const nextUnanswered = (answers: ScopeAnswers): QuestionId | null =>
  asked(answers).find(id => !isAnswered(id, answers)) ?? null

/**
 * The answers without those to questions that are no longer asked. Who changes an early answer and changes it back
 * finds the later ones again; the result never rests on them meanwhile.
 */
export function heeded(answers: ScopeAnswers): ScopeAnswers {
  const kept = new Set(asked(answers).flatMap((id): readonly string[] => fieldsOf[id]))
  const entries = Object.entries(answers).filter(([field]) => kept.has(field))
  return { ...noScopeAnswers, ...Object.fromEntries(entries) }
}
