import { Fact } from '../../shared/consent/model.ts'
import { choicesOf, listWords } from '../answers.tsx'
import { optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { CheckboxGroup, Columns, ComboBox, Notice, Section, Select } from '../ui/index.ts'
import type { FieldsProps } from './ActionForm.tsx'
import { isUsual } from './usual.ts'

type FormProps = Pick<FieldsProps, 'form'>

/** For what, to whom, how, and how much: what every line is asked against. */
export function TheAddress({ form }: FormProps) {
  const text = useText()
  return (
    <Section title={text('action.told.title')} lead={text('action.told.lead')}>
      {isUsual(form.value) && <Notice>{text('action.usual')}</Notice>}
      <Columns>
        <TheWay form={form} />
        <HowMuch form={form} />
      </Columns>
      <TheFacts form={form} />
    </Section>
  )
}

function TheWay({ form: { value, set, error } }: FormProps) {
  const text = useText()
  return (
    <>
      <ComboBox
        id="purpose"
        label={text('action.purpose')}
        {...listWords(text)}
        error={error('purpose')}
        options={choicesOf(text, 'purpose')}
        value={value.purpose}
        onChange={purpose => set('purpose', purpose)}
      />
      <Select
        id="recipient"
        label={text('action.recipient')}
        placeholder={text('form.pick')}
        error={error('recipient')}
        options={optionsOf(text, 'recipientClass')}
        value={value.recipient}
        onChange={recipient => set('recipient', recipient)}
      />
      <Select
        id="channel"
        label={text('action.channel')}
        hint={text('action.channelHint')}
        placeholder={text('form.pick')}
        error={error('channel')}
        options={optionsOf(text, 'channel')}
        value={value.channel}
        onChange={channel => set('channel', channel)}
      />
    </>
  )
}

function HowMuch({ form: { value, set, error } }: FormProps) {
  const text = useText()
  return (
    <Select
      id="identityLevel"
      label={text('action.identityLevel')}
      hint={text('action.identityLevelHint')}
      placeholder={text('form.pick')}
      error={error('identityLevel')}
      options={optionsOf(text, 'identityLevel')}
      value={value.identityLevel}
      onChange={level => set('identityLevel', level)}
    />
  )
}

function TheFacts({ form: { value, set, error } }: FormProps) {
  const text = useText()
  return (
    <CheckboxGroup
      columns
      id="facts"
      label={text('action.facts.which')}
      error={error('facts')}
      options={Fact.options.map(id => ({ id, label: text(`consent.fact.${id}`) }))}
      values={value.facts ?? []}
      onChange={facts => set('facts', [...facts])}
    />
  )
}
