import { Capacity, Told } from '../../shared/consent/talk.ts'
import { valueOf } from '../../shared/model.ts'
import { AnswerComboBox, AnswerSelect } from '../answers.tsx'
import { useDaySlot } from '../dateReader.ts'
import { groupsOf, optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { CheckboxGroup, DateText, Notice, Section, TextArea, TextField } from '../ui/index.ts'
import type { TalkFieldsProps, TalkTyped } from './begin.ts'
import { YesNo } from './YesNo.tsx'

/** The talk itself: when, with whom, in what language, where, what was said, in what form it was kept. */
export function TalkFields({ form }: TalkFieldsProps) {
  const text = useText()
  return (
    <>
      <Section title={text('consent.talk')} lead={text('consent.talkLead')}>
        <WhenAndWho form={form} />
        <InWhatLanguage form={form} />
        <Where form={form} />
      </Section>
      <Section title={text('consent.whoAnswered')}>
        <WhoAnswered form={form} />
      </Section>
      <Section title={text('consent.told')} lead={text('consent.toldLead')}>
        <WhatWasSaid form={form} />
      </Section>
      <Section title={text('consent.kept')}>
        <HowKept form={form} />
      </Section>
    </>
  )
}

function WhenAndWho({ form: { value, set, error } }: TalkFieldsProps) {
  const text = useText()
  const day = useDaySlot(value.heldOn, heldOn => set('heldOn', heldOn))
  return (
    <>
      <DateText
        id="heldOn"
        label={text('consent.heldOn')}
        hint={text('consent.heldOnHint')}
        error={error('heldOn')}
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

type YesNoField = 'understood' | 'interpreter' | 'readBack' | 'privatePlace' | 'guardianMayHarm'

function Asked({ form, field }: TalkFieldsProps & { readonly field: YesNoField }) {
  const text = useText()
  const hint = `consent.${field}Hint`
  return (
    <YesNo
      id={field}
      label={text(`consent.${field}`)}
      hint={text.has(hint) ? text(hint) : undefined}
      error={form.error(field)}
      answer={form.value[field]}
      onChange={answer => form.set(field, answer)}
    />
  )
}

type NoteField =
  'capacityNote' | 'representation' | 'othersPresent' | 'withdrawHow' | 'whyNotWritten' | 'evidence'

function Said({ form, field }: TalkFieldsProps & { readonly field: NoteField }) {
  const text = useText()
  const hint = `consent.${field}Hint`
  return (
    <TextArea
      id={field}
      label={text(`consent.${field}`)}
      hint={text.has(hint) ? text(hint) : undefined}
      optional={text('form.optional')}
      error={form.error(field)}
      value={form.value[field] ?? ''}
      onChange={words => form.set(field, words)}
    />
  )
}

const yes = (answer: TalkTyped['interpreter'] | null) => answer !== null && valueOf(answer) === true

function InWhatLanguage({ form }: TalkFieldsProps) {
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
      <Asked form={form} field="understood" />
      <Asked form={form} field="interpreter" />
      {yes(form.value.interpreter) && (
        <TextField
          id="interpreterCode"
          label={text('consent.interpreterCode')}
          hint={text('consent.interpreterCodeHint')}
          optional={text('form.optional')}
          error={form.error('interpreterCode')}
          width="short"
          maxLength={40}
          value={form.value.interpreterCode ?? ''}
          onChange={code => form.set('interpreterCode', code)}
        />
      )}
      <Asked form={form} field="readBack" />
    </>
  )
}

function Where({ form }: TalkFieldsProps) {
  return (
    <>
      <Asked form={form} field="privatePlace" />
      <Said form={form} field="othersPresent" />
    </>
  )
}

function WhoAnswered({ form }: TalkFieldsProps) {
  const text = useText()
  const { value, set, error } = form
  const capacity = value.capacity && valueOf(value.capacity)
  const answerer = value.givenBy && valueOf(value.givenBy)
  return (
    <>
      <AnswerSelect
        id="givenBy"
        label={text('consent.givenBy')}
        error={error('givenBy')}
        options={optionsOf(text, 'givenBy')}
        answer={value.givenBy}
        onChange={givenBy => set('givenBy', givenBy)}
        why={{ label: text('form.why'), text: text('guidance.consent.who') }}
      />
      {answerer === 'best_interest_decision' && (
        <Notice tone="care" title={text('consent.bestInterest.title')}>
          {text('consent.bestInterest')}
        </Notice>
      )}
      {answerer !== null && answerer !== 'victim' && <Said form={form} field="representation" />}
      <AnswerSelect
        id="capacity"
        label={text('consent.capacity')}
        hint={text('consent.capacityHint')}
        error={error('capacity')}
        options={Capacity.options.map(id => ({ id, label: text(`consent.capacity.${id}`) }))}
        answer={value.capacity}
        onChange={now => set('capacity', now)}
      />
      {capacity === 'minor_with_guardian' && <Asked form={form} field="guardianMayHarm" />}
      {value.capacity !== null && capacity !== 'adult' && <Said form={form} field="capacityNote" />}
    </>
  )
}

function WhatWasSaid({ form }: TalkFieldsProps) {
  const text = useText()
  return (
    <>
      <CheckboxGroup
        id="told"
        label={text('consent.toldWhich')}
        hint={text('consent.toldHint')}
        options={Told.options.map(id => ({ id, label: text(`consent.told.${id}`) }))}
        values={form.value.told ?? []}
        onChange={told => form.set('told', [...told])}
      />
      <Said form={form} field="withdrawHow" />
    </>
  )
}

function HowKept({ form }: TalkFieldsProps) {
  const text = useText()
  const { value, set, error } = form
  return (
    <>
      <AnswerSelect
        id="form"
        label={text('consent.form')}
        hint={text('consent.formHint')}
        error={error('form')}
        options={optionsOf(text, 'form')}
        answer={value.form}
        onChange={kind => set('form', kind)}
        why={{ label: text('form.why'), text: text('guidance.consent.form') }}
      />
      {value.form !== null && valueOf(value.form) !== 'written' && <Said form={form} field="whyNotWritten" />}
      <Said form={form} field="evidence" />
    </>
  )
}
