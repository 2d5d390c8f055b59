import { useText } from '../text.tsx'
import { RadioGroup, TextArea } from '../ui/index.ts'
import { frameOf, type QuestionProps } from './frame.ts'

/** Was the person paid? When that is unclear, the focal point decides and says why. */
export function RemunerationQuestion({ answers, error, onChange }: QuestionProps) {
  const text = useText()
  return (
    <>
      <RadioGroup
        {...frameOf(text, 't3')}
        error={error}
        options={(['no', 'yes', 'unclear'] as const).map(id => ({
          id,
          label: text(`scope.t3.answer.${id}`),
        }))}
        value={answers.remunerated}
        onChange={remunerated => onChange({ remunerated })}
      />
      {answers.remunerated === 'unclear' && (
        <>
          <RadioGroup
            label={text('scope.t3.decide')}
            hint={text('scope.t3.decideHint')}
            options={(['treat_as_in', 'treat_as_staff'] as const).map(id => ({
              id,
              label: text(`scope.t3.decision.${id}`),
            }))}
            value={answers.remuneratedDecision}
            onChange={remuneratedDecision => onChange({ remuneratedDecision })}
          />
          <TextArea
            label={text('scope.t3.reason')}
            value={answers.remuneratedReason}
            onChange={remuneratedReason => onChange({ remuneratedReason })}
            maxLength={4_000}
          />
        </>
      )}
    </>
  )
}
