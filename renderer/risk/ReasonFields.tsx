import { useText } from '../text.tsx'
import { RadioGroup, Section, TextArea } from '../ui/index.ts'
import type { RiskFields } from './AssessRisk.tsx'

const confidences = ['high', 'medium', 'low'] as const

/** How sure we are, and why. */
export function ReasonFields({ form: { value, set, error } }: RiskFields) {
  const text = useText()
  return (
    <Section title={text('risk.reasons')}>
      <RadioGroup
        id="confidence"
        label={text('risk.confidence')}
        hint={text('risk.confidenceHint')}
        error={error('confidence')}
        inline
        options={confidences.map(id => ({ id, label: text(`risk.confidence.${id}`) }))}
        value={value.confidence}
        onChange={confidence => set('confidence', confidence)}
      />
      <TextArea
        id="why"
        label={text('risk.why')}
        hint={text('risk.whyHint')}
        optional={text('form.optional')}
        error={error('why')}
        value={value.why ?? ''}
        onChange={why => set('why', why)}
      />
    </Section>
  )
}
