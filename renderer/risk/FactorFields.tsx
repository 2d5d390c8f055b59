import type { Code, VocabularyId } from '../../shared/vocabulary/index.ts'
import { optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { CheckboxGroup, RadioGroup, Section } from '../ui/index.ts'
import type { RiskFields } from './AssessRisk.tsx'
import styles from './FactorFields.module.css'

const abouts = ['situation', 'acting', 'not_acting'] as const

/** What is assessed, and the four kinds of factor that bear on it. */
export function FactorFields({ form }: RiskFields) {
  const text = useText()
  return (
    <Section title={text('risk.factors')}>
      <RadioGroup
        id="about"
        label={text('risk.aboutQuestion')}
        hint={text('risk.aboutHint')}
        error={form.error('about')}
        options={abouts.map(id => ({
          id,
          label: text(`risk.about.${id}`),
          description: text(`risk.about.${id}.hint`),
        }))}
        value={form.value.about}
        onChange={about => form.set('about', about)}
      />
      <Factors form={form} />
    </Section>
  )
}

/** The four kinds of factor, each from its own list. */
function Factors({ form: { value, set } }: RiskFields) {
  return (
    <>
      <Factor
        list="riskThreat"
        kind="threat"
        values={value.threats}
        onChange={threats => set('threats', threats)}
      />
      <Factor
        list="riskVulnerability"
        kind="vulnerability"
        values={value.vulnerabilities}
        onChange={vulnerabilities => set('vulnerabilities', vulnerabilities)}
      />
      <Factor
        list="riskCapacity"
        kind="capacity"
        values={value.capacities}
        onChange={capacities => set('capacities', capacities)}
      />
      <Factor
        list="riskUncertainty"
        kind="uncertainty"
        values={value.uncertainties}
        onChange={uncertainties => set('uncertainties', uncertainties)}
      />
    </>
  )
}

interface FactorProps<Id extends VocabularyId> {
  readonly list: Id
  readonly kind: string
  readonly values: readonly Code<Id>[] | null
  readonly onChange: (codes: Code<Id>[]) => void
}

function Factor<Id extends VocabularyId>({ list, kind, values, onChange }: FactorProps<Id>) {
  const text = useText()
  return (
    <div className={styles.factor}>
      <CheckboxGroup
        id={list}
        label={text(`factor.${kind}.title`)}
        hint={text(`factor.${kind}.hint`)}
        options={optionsOf(text, list)}
        values={values ?? []}
        onChange={codes => onChange([...codes])}
      />
    </div>
  )
}
