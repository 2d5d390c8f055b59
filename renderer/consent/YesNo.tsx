import type { Answered } from '../../shared/model.ts'
import { AnswerRadio } from '../answers.tsx'
import { useText } from '../text.tsx'
import type { FieldProps } from '../ui/index.ts'

interface YesNoProps extends FieldProps {
  readonly answer: Answered<boolean> | null
  readonly onChange: (answer: Answered<boolean> | null) => void
}

/** Yes, no, or one of the four kinds of no answer. */
export function YesNo({ answer, onChange, ...field }: YesNoProps) {
  const text = useText()
  return (
    <AnswerRadio
      {...field}
      options={[
        { id: 'yes', label: text('app.yes') },
        { id: 'no', label: text('app.no') },
      ]}
      answer={asWord(answer)}
      onChange={word => onChange(asBoolean(word))}
    />
  )
}

type Word = Answered<'yes' | 'no'>

const asWord = (answer: Answered<boolean> | null): Word | null =>
  answer !== null && 'value' in answer ? { value: answer.value ? 'yes' : 'no' } : answer

const asBoolean = (answer: Word | null): Answered<boolean> | null =>
  answer !== null && 'value' in answer ? { value: answer.value === 'yes' } : answer
