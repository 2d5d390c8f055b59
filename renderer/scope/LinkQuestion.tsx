import { optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { CheckboxGroup, RadioGroup, TextArea } from '../ui/index.ts'
import { frameOf, type QuestionProps } from './frame.ts'

/** What joins the act to the engagement: the signs, how strong the link is, and why. */
export function LinkQuestion({ answers, error, onChange }: QuestionProps) {
  const text = useText()
  return (
    <>
      <CheckboxGroup
        {...frameOf(text, 't5')}
        options={optionsOf(text, 'linkIndicator')}
        values={answers.indicators}
        onChange={indicators => onChange({ indicators: [...indicators] })}
      />
      <RadioGroup
        id="t5-grade"
        label={text('scope.t5.grade')}
        error={error}
        options={optionsOf(text, 'linkGrade')}
        value={answers.linkGrade}
        onChange={linkGrade => onChange({ linkGrade })}
      />
      <TextArea
        label={text('scope.t5.reason')}
        value={answers.linkWhy}
        onChange={linkWhy => onChange({ linkWhy })}
        maxLength={4_000}
      />
    </>
  )
}
