import { AnswerComboBox, AnswerSelect } from '../answers.tsx'
import { useDaySlot } from '../dateReader.ts'
import { groupsOf, optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { DateText, Section, TextField } from '../ui/index.ts'
import type { ConsentFields } from './begin.ts'
import { YesNo } from './YesNo.tsx'

/** How a "yes" was taken back: in what form, by whom, when, to whom, in what language. */
export function HowFields({ form }: ConsentFields) {
  const text = useText()
  return (
    <Section title={text('consent.how')}>
      <WhoAndHow form={form} />
      <WhenAndToWhom form={form} />
      <InWhatLanguage form={form} />
    </Section>
  )
}

function WhoAndHow({ form: { value, set, error } }: ConsentFields) {
  const text = useText()
  return (
    <>
      <AnswerSelect
        id="form"
        label={text('consent.form')}
        hint={text('consent.formHint')}
        error={error('form')}
        options={optionsOf(text, 'form')}
        answer={value.form}
        onChange={form => set('form', form)}
        why={{ label: text('form.why'), text: text('guidance.consent.form') }}
      />
      <AnswerSelect
        id="givenBy"
        label={text('consent.givenBy')}
        error={error('givenBy')}
        options={optionsOf(text, 'givenBy')}
        answer={value.givenBy}
        onChange={givenBy => set('givenBy', givenBy)}
        why={{ label: text('form.why'), text: text('guidance.consent.who') }}
      />
    </>
  )
}

/** When the person answered, and who heard it. */
function WhenAndToWhom({ form: { value, set, error } }: ConsentFields) {
  const text = useText()
  const day = useDaySlot(value.decidedOn, decidedOn => set('decidedOn', decidedOn))
  return (
    <>
      <DateText
        id="decidedOn"
        label={text('consent.decidedOn')}
        hint={text('consent.decidedOnHint')}
        error={error('decidedOn')}
        {...day}
      />
      <TextField
        id="askedBy"
        label={text('consent.askedBy')}
        hint={text('consent.askedByHint')}
        error={error('askedBy')}
        width="medium"
        value={value.askedBy ?? ''}
        onChange={askedBy => set('askedBy', askedBy)}
      />
    </>
  )
}

function InWhatLanguage({ form }: ConsentFields) {
  const text = useText()
  return (
    <>
      <AnswerComboBox
        id="language"
        label={text('consent.language')}
        error={form.error('language')}
        options={groupsOf(text, 'language')}
        answer={form.value.language}
        onChange={language => form.set('language', language)}
      />
      <YesNo
        id="interpreter"
        label={text('consent.interpreter')}
        hint={text('consent.interpreterHint')}
        error={form.error('interpreter')}
        answer={form.value.interpreter}
        onChange={interpreter => form.set('interpreter', interpreter)}
      />
    </>
  )
}
