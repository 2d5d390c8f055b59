import type { Answered } from '../../shared/model.ts'
import { AnswerComboBox, AnswerRadio, AnswerSelect, answersOf } from '../answers.tsx'
import { useDaySlot } from '../dateReader.ts'
import { groupsOf, optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { DateText, Section, TextField } from '../ui/index.ts'
import type { ConsentFields } from './begin.ts'

/**
 * How the answer was given: in what form, by whom, when, to whom, in what language, knowing which risks. Nobody has to
 * be told of risks to take a "yes" back.
 */
export function HowFields({ form }: ConsentFields) {
  const withdrawn = form.value.decision === 'withdrawn'
  const text = useText()
  return (
    <Section title={text('consent.how')}>
      <WhoAndHow form={form} />
      <WhenAndToWhom form={form} />
      <InWhatLanguage form={form} />
      {!withdrawn && <YesNo form={form} field="risksExplained" />}
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
        options={
          groupsOf(text, 'language').length > 0 ? groupsOf(text, 'language') : answersOf(text, 'language')
        }
        answer={form.value.language}
        onChange={language => form.set('language', language)}
      />
      <YesNo form={form} field="interpreter" />
    </>
  )
}

function YesNo({ form, field }: ConsentFields & { readonly field: 'interpreter' | 'risksExplained' }) {
  const text = useText()
  const answer = form.value[field]
  return (
    <AnswerRadio
      id={field}
      label={text(`consent.${field}`)}
      hint={text(`consent.${field}Hint`)}
      error={form.error(field)}
      options={[
        { id: 'yes', label: text('app.yes') },
        { id: 'no', label: text('app.no') },
      ]}
      answer={asWord(answer)}
      onChange={word => form.set(field, asBoolean(word))}
    />
  )
}

type Word = Answered<'yes' | 'no'>

const asWord = (answer: Answered<boolean> | null): Word | null =>
  answer !== null && 'value' in answer ? { value: answer.value ? 'yes' : 'no' } : answer

const asBoolean = (answer: Word | null): Answered<boolean> | null =>
  answer !== null && 'value' in answer ? { value: answer.value === 'yes' } : answer
