import type { CaseView } from '../../shared/case/model.ts'
import type { Code, VocabularyId } from '../../shared/vocabulary/index.ts'
import { optionsOf } from '../options.ts'
import { actionName } from '../recorded.tsx'
import { useText } from '../text.tsx'
import { CheckboxGroup, RadioGroup, Section, Select } from '../ui/index.ts'
import type { RiskFields } from './AssessRisk.tsx'
import styles from './FactorFields.module.css'

const abouts = ['situation', 'acting', 'not_acting'] as const

interface FactorFieldsProps extends RiskFields {
  /** The case, of which an action can be chosen; `null` when it is already said what is assessed. */
  readonly view: CaseView | null
}

/** What is assessed, unless that is said already, and the four kinds of factor that bear on it. */
export function FactorFields({ form, view }: FactorFieldsProps) {
  const text = useText()
  return (
    <Section title={text('risk.factors')}>
      {view && <About form={form} view={view} />}
      <Factors form={form} />
    </Section>
  )
}

/** The situation, or doing or leaving something: one action of the ledger, or the matter as a whole. */
function About({ form, view }: RiskFields & { readonly view: CaseView }) {
  const text = useText()
  const open = view.actions.filter(({ ended }) => ended === null)
  const { about, actionId } = form.value
  return (
    <>
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
        value={about}
        onChange={now => {
          form.set('about', now)
          if (now === 'situation') form.set('actionId', null)
        }}
      />
      {open.length > 0 && about !== null && about !== 'situation' && (
        <Select<string>
          id="actionId"
          label={text('acting.which')}
          hint={text('acting.whichHint')}
          error={form.error('actionId')}
          placeholder={text('acting.whole')}
          options={[
            { id: whole, label: text('acting.whole') },
            ...open.map(action => ({ id: action.id, label: actionName(text, action) })),
          ]}
          value={actionId ?? whole}
          onChange={id => form.set('actionId', open.find(action => action.id === id)?.id ?? null)}
        />
      )}
    </>
  )
}

/** Stands for no action in particular. */
const whole = 'whole'

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
