import { Fact } from '../../shared/consent/model.ts'
import type { Code, VocabularyId } from '../../shared/vocabulary/index.ts'
import { listWords } from '../answers.tsx'
import { optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { CheckboxGroup, ComboBox, RadioGroup, Select, TextField } from '../ui/index.ts'
import type { RowFields, RowTyped } from './begin.ts'

/** The question as it was put: what for, to whom, how, how much of who they are, and what. */
export function QuestionFields({ form, id }: RowFields) {
  const text = useText()
  const { value, set, error } = form
  return (
    <>
      <ComboBox
        id={id('purpose')}
        label={text('consent.purpose')}
        hint={text('consent.purposeHint')}
        error={error('purpose')}
        {...listWords(text)}
        width="full"
        options={optionsOf(text, 'purpose')}
        value={value.purpose}
        onChange={purpose => set('purpose', purpose)}
      />
      <Chosen form={form} id={id} field="recipient" list="recipientClass" />
      <Chosen form={form} id={id} field="channel" list="channel" />
      <Chosen form={form} id={id} field="identityLevel" list="identityLevel" />
      <Content form={form} id={id} />
    </>
  )
}

interface ChosenProps<Id extends VocabularyId> extends RowFields {
  readonly field: 'recipient' | 'channel' | 'identityLevel'
  readonly list: Id
}

function Chosen<Id extends 'recipientClass' | 'channel' | 'identityLevel'>({
  form,
  id,
  field,
  list,
}: ChosenProps<Id>) {
  const text = useText()
  return (
    <Select<Code<'recipientClass' | 'channel' | 'identityLevel'>>
      id={id(field)}
      label={text(`consent.${field}`)}
      hint={text(`consent.${field}Hint`)}
      error={form.error(field)}
      placeholder={text('form.pick')}
      options={optionsOf(text, list)}
      value={form.value[field]}
      onChange={code => form.set(field, code)}
    />
  )
}

function Content({ form: { value, set, error }, id }: RowFields) {
  const text = useText()
  const choose = (scope: RowTyped['scope']) => {
    set('scope', scope)
    set('facts', [])
    set('document', '')
  }
  return (
    <>
      <RadioGroup
        id={id('scope')}
        label={text('consent.scope')}
        hint={text('consent.scopeHint')}
        error={error('scope')}
        options={optionsOf(text, 'scopeOfContent')}
        value={value.scope}
        onChange={choose}
      />
      {value.scope === 'selected_facts' && (
        <CheckboxGroup
          id={id('facts')}
          label={text('consent.facts')}
          error={error('facts')}
          options={Fact.options.map(id => ({ id, label: text(`consent.fact.${id}`) }))}
          values={value.facts ?? []}
          onChange={facts => set('facts', [...facts])}
        />
      )}
      {value.scope === 'one_document' && (
        <TextField
          id={id('document')}
          label={text('consent.document')}
          hint={text('consent.documentHint')}
          error={error('document')}
          maxLength={200}
          value={value.document ?? ''}
          onChange={document => set('document', document)}
        />
      )}
    </>
  )
}
