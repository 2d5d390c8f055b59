import { PartInCase, type PersonDraft } from '../../shared/person/model.ts'
import { AnswerSelect, answersOf } from '../answers.tsx'
import type { Form } from '../form.ts'
import { optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { CheckboxGroup, Section, Select } from '../ui/index.ts'

/** Who this is in the case. */
export function PartInThisCase({ form }: { readonly form: Form<PersonDraft> }) {
  const text = useText()
  const { value, set, error } = form
  return (
    <Section title={text('person.whoInCase')}>
      <CheckboxGroup
        id="parts"
        label={text('person.partsQuestion')}
        hint={text('person.partsHint')}
        error={error('parts')}
        values={value.parts ?? []}
        onChange={parts => set('parts', [...parts])}
        options={PartInCase.options.map(id => ({ id, label: text(`person.part.${id}`) }))}
        why={{ label: text('form.why'), text: text('person.partsWhy') }}
      />
      <Select
        id="unit"
        label={text('person.unit')}
        placeholder={text('form.pick')}
        error={error('unit')}
        value={value.unit}
        onChange={unit => set('unit', unit)}
        options={optionsOf(text, 'victimUnit')}
      />
      <AnswerSelect
        id="linkToCooperator"
        label={text('person.linkToCooperator')}
        hint={text('person.linkHint')}
        error={error('linkToCooperator')}
        answer={value.linkToCooperator}
        onChange={answer => set('linkToCooperator', answer)}
        options={answersOf(text, 'linkToCooperator').map(option =>
          option.id === 'self' ? { ...option, label: text('person.linkSelf') } : option,
        )}
      />
    </Section>
  )
}
