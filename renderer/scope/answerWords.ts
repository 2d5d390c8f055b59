import type { ScopeAnswers } from '../../shared/scope/model.ts'
import type { Code } from '../../shared/vocabulary/index.ts'
import type { Text } from '../text.tsx'
import type { QuestionId } from './questions.ts'

/** Who was harmed, as this test says it: "the person who engaged" where the list says "the same person". */
export const harmedWord = (text: Text, code: Code<'linkToCooperator'>) =>
  code === 'self' ? text('scope.t2.self') : text.code('linkToCooperator', code)

const plain = {
  t1: 'engagement',
  t4: 'act',
  t7: 'timing',
  t8: 'purpose',
  t9: 'humanRights',
} as const

/** An answer in words, for the summary. A reason that was given stands on a line of its own. */
export function answerWords(text: Text, id: QuestionId, answers: ScopeAnswers): string {
  if (id === 't2') return answers.harmed.map(code => harmedWord(text, code)).join(text('form.listComma'))
  if (id === 't3') return remunerationWords(text, answers)
  if (id === 't5') return linkWords(text, answers)
  if (id === 't6') return answers.perpetrator ? text.code('perpetratorClass', answers.perpetrator) : ''
  return text(`scope.${id}.answer.${answers[plain[id]]}`)
}

function remunerationWords(text: Text, answers: ScopeAnswers): string {
  const { remunerated, remuneratedDecision, remuneratedReason } = answers
  const decided = remunerated === 'unclear' && remuneratedDecision !== null
  return [
    text(`scope.t3.answer.${remunerated}`),
    decided ? text(`scope.t3.decision.${remuneratedDecision}`) : '',
    decided ? remuneratedReason : '',
  ]
    .filter(line => line !== '')
    .join('\n')
}

function linkWords(text: Text, { indicators, linkGrade, linkWhy }: ScopeAnswers): string {
  return [
    linkGrade ? text.code('linkGrade', linkGrade) : '',
    ...indicators.map(code => text.code('linkIndicator', code)),
    linkWhy,
  ]
    .filter(line => line !== '')
    .join('\n')
}
