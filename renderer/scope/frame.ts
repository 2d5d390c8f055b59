import type { ScopeAnswers } from '../../shared/scope/model.ts'
import type { Text } from '../text.tsx'
import type { QuestionId } from './questions.ts'

/** What every question is given. `onChange` takes the answers that are new. */
export interface QuestionProps {
  readonly answers: ScopeAnswers
  readonly error: string | null
  readonly onChange: (part: Partial<ScopeAnswers>) => void
}

/** The words around a question. */
export const frameOf = (text: Text, id: QuestionId) => ({
  id,
  label: text(`scope.${id}.question`),
  hint: text(`scope.${id}.hint`),
  why: { label: text('form.why'), text: text(`scope.${id}.why`) },
})
