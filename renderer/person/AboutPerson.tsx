import type { PersonDraft } from '../../shared/person/model.ts'
import { AnswerComboBox, AnswerRadio, AnswerSelect, CodesField, answersOf } from '../answers.tsx'
import type { Form } from '../form.ts'
import { answerGroupsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { Section } from '../ui/index.ts'

interface PersonFields {
  readonly form: Form<PersonDraft>
}

/** What matters about the person, as far as it is known. */
export function AboutPerson({ form }: PersonFields) {
  const text = useText()
  return (
    <Section title={text('person.about')} lead={text('person.aboutLead')}>
      <CodesField
        id="roles"
        list="victimRole"
        label={text('person.roles')}
        hint={text('person.rolesHint')}
        error={form.error('roles')}
        values={form.value.roles ?? []}
        onChange={roles => form.set('roles', roles)}
      />
      <WhereNow form={form} />
      <Remunerated form={form} />
      <HowDescribed form={form} />
    </Section>
  )
}

function WhereNow({ form: { value, set, error } }: PersonFields) {
  const text = useText()
  return (
    <>
      <AnswerSelect
        id="situation"
        label={text('person.situation')}
        error={error('situation')}
        answer={value.situation}
        onChange={answer => set('situation', answer)}
        options={answersOf(text, 'victimSituation')}
      />
      <AnswerComboBox
        id="region"
        label={text('person.region')}
        hint={text('person.regionHint')}
        error={error('region')}
        answer={value.region}
        onChange={answer => set('region', answer)}
        options={answerGroupsOf(text, 'region')}
      />
    </>
  )
}

function Remunerated({ form: { value, set, error } }: PersonFields) {
  const text = useText()
  const options = (['no', 'yes', 'unclear'] as const).map(id => ({
    id,
    label: text(`scope.t3.answer.${id}`),
  }))
  return (
    <AnswerRadio
      id="remunerated"
      label={text('person.remunerated')}
      hint={text('person.remuneratedHint')}
      error={error('remunerated')}
      answer={value.remunerated}
      onChange={answer => set('remunerated', answer)}
      options={options}
      why={{ label: text('form.why'), text: text('scope.t3.why') }}
    />
  )
}

function HowDescribed({ form: { value, set, error } }: PersonFields) {
  const text = useText()
  return (
    <>
      <AnswerSelect
        id="gender"
        label={text('person.gender')}
        hint={text('person.genderHint')}
        error={error('gender')}
        answer={value.gender}
        onChange={answer => set('gender', answer)}
        options={answersOf(text, 'gender')}
      />
      <AnswerSelect
        id="ageBand"
        label={text('person.ageBand')}
        error={error('ageBand')}
        answer={value.ageBand}
        onChange={answer => set('ageBand', answer)}
        options={answersOf(text, 'ageBand')}
      />
      <CodesField
        id="characteristics"
        list="characteristic"
        label={text('person.characteristics')}
        hint={text('person.characteristicsHint')}
        error={error('characteristics')}
        values={value.characteristics ?? []}
        onChange={characteristics => set('characteristics', characteristics)}
        why={{ label: text('form.why'), text: text('person.characteristicsWhy') }}
      />
    </>
  )
}
