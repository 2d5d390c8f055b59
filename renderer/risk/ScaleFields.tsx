import { riskHours, usualClocks } from '../../shared/case/clocks.ts'
import { bandOf } from '../../shared/risk/rules.ts'
import { usualThresholds } from '../../shared/settings/thresholds.ts'
import { useCase } from '../openCase.ts'
import { useText, type Text } from '../text.tsx'
import { Band, RadioGroup, Section, Select } from '../ui/index.ts'
import { scale } from './AssessmentFacts.tsx'
import type { RiskFields } from './AssessRisk.tsx'
import { gradeOf } from './riskText.ts'

const steps = [1, 2, 3, 4, 5] as const
const scales = [
  { of: 'likelihood', after: 'residualLikelihood' },
  { of: 'impact', after: 'residualImpact' },
] as const

type Scale = (typeof scales)[number]

/** How likely and how grave, before and after what protects the person; and the band this makes, in words. */
export function ScaleFields({ form }: RiskFields) {
  const text = useText()
  return (
    <Section title={text('risk.weigh')}>
      {scales.map(scale => (
        <Before key={scale.of} form={form} scale={scale} />
      ))}
      {scales.map(scale => (
        <After key={scale.of} form={form} scale={scale} />
      ))}
      <Outcome form={form} />
    </Section>
  )
}

interface ScaleProps extends RiskFields {
  readonly scale: Scale
}

/** What was not yet weighed again follows what is chosen here. */
function Before({ form: { value, set, error }, scale: { of, after } }: ScaleProps) {
  const text = useText()
  const choose = (id: string) => {
    if (value[after] === null || value[after] === value[of]) set(after, Number(id))
    set(of, Number(id))
  }
  return (
    <RadioGroup<string>
      id={of}
      label={text(`risk.${of}`)}
      hint={text(`risk.${of}Hint`)}
      error={error(of)}
      options={steps.map(step => ({
        id: String(step),
        label: scale(text, of, step),
        description: text(`risk.${of}.${step}.hint`),
      }))}
      value={value[of] === null ? null : String(value[of])}
      onChange={choose}
    />
  )
}

function After({ form: { value, set, error }, scale: { of, after } }: ScaleProps) {
  const text = useText()
  return (
    <Select<string>
      id={after}
      label={text(`risk.${after}`)}
      hint={text(`risk.${after}Hint`)}
      error={error(after)}
      placeholder={text('form.pick')}
      options={steps.map(step => ({ id: String(step), label: scale(text, of, step) }))}
      value={value[after] === null ? null : String(value[after])}
      onChange={id => set(after, Number(id))}
    />
  )
}

function Outcome({ form: { value } }: RiskFields) {
  const text = useText()
  const { residualLikelihood, residualImpact } = value
  const clocks = useCase(({ view }) => view?.clocks ?? usualClocks)
  const known = residualLikelihood !== null && residualImpact !== null
  const thresholds = useCase(({ view }) => view?.thresholds ?? usualThresholds)
  const band = known ? bandOf(residualLikelihood, residualImpact, thresholds) : null
  return (
    <div aria-live="polite">
      {band && (
        <Band
          label={text('risk.ours')}
          word={text(`risk.band.${band}`)}
          number={text('risk.score', { score: (residualLikelihood ?? 0) * (residualImpact ?? 0) })}
          grade={gradeOf[band]}
          detail={againWithin(text, riskHours(clocks)[band])}
        />
      )}
    </div>
  )
}

/** In hours up to a day, in days after that. */
const againWithin = (text: Text, hours: number): string =>
  hours <= 24 ? text('risk.againInHours', { count: hours }) : text('risk.againInDays', { count: hours / 24 })
