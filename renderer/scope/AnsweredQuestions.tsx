import type { ScopeAnswers } from '../../shared/scope/model.ts'
import { useText } from '../text.tsx'
import { DescriptionList } from '../ui/index.ts'
import { answerWords } from './answerWords.ts'
import type { QuestionId } from './questions.ts'

interface AnsweredProps {
  readonly answers: ScopeAnswers
  readonly ids: readonly QuestionId[]
  readonly onChange: (id: QuestionId) => void
}

/** What was answered so far, quietly; each answer can be changed. */
export function AnsweredQuestions({ answers, ids, onChange }: AnsweredProps) {
  const text = useText()
  if (ids.length === 0) return null
  return (
    <DescriptionList
      rows={ids.map(id => ({
        id,
        label: text(`scope.${id}.question`),
        value: answerWords(text, id, answers),
        change: { label: text('app.change'), onPress: () => onChange(id) },
      }))}
    />
  )
}
