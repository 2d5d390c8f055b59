import { Asked } from '../../shared/brief/model.ts'
import { hasOneReader } from '../../shared/gate/needs.ts'
import { PaperLanguage } from '../../shared/paper/model.ts'
import { listWords } from '../answers.tsx'
import { useDaySlot } from '../dateReader.ts'
import type { Form } from '../form.ts'
import { groupsOf, optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import {
  CheckboxGroup,
  ComboBox,
  DateText,
  RadioGroup,
  Section,
  Select,
  TextArea,
  TextField,
} from '../ui/index.ts'
import type { Reader } from './ReaderForm.tsx'

interface FieldsProps {
  readonly form: Form<Reader>
}

/** Label, hint, error and id of one field of this form. */
function useField(form: Form<Reader>) {
  const text = useText()
  return (field: string) => ({
    id: field,
    label: text(`brief.reader.${field}`),
    hint: text.has(`brief.reader.${field}.hint`) ? text(`brief.reader.${field}.hint`) : undefined,
    error: form.error(field),
  })
}

/** For whom, what is asked by when, and the bottom line. */
export function TheRequest({ form }: FieldsProps) {
  const text = useText()
  const field = useField(form)
  const { value, set } = form
  const answerBy = useDaySlot(value.answerBy, day => set('answerBy', day))
  return (
    <Section title={text('brief.reader.request')}>
      <TextField
        {...field('forRole')}
        width="medium"
        maxLength={200}
        value={value.forRole ?? ''}
        onChange={role => set('forRole', role)}
      />
      <RadioGroup
        {...field('asked')}
        value={value.asked}
        onChange={asked => set('asked', asked)}
        options={Asked.options.map(id => ({ id, label: text(`brief.asked.${id}`) }))}
      />
      <DateText {...field('answerBy')} optional={text('form.optional')} {...answerBy} />
      <TextArea
        {...field('bottomLine')}
        maxLength={600}
        value={value.bottomLine ?? ''}
        onChange={line => set('bottomLine', line)}
      />
    </Section>
  )
}

/** What consent is asked about (purpose, reader, way), and how the paper is marked. */
export function HowItTravels({ form }: FieldsProps) {
  const text = useText()
  return (
    <>
      <Section title={text('brief.reader.way')} lead={text('brief.reader.wayLead')}>
        <TheWay form={form} />
      </Section>
      <Section title={text('brief.reader.paper')}>
        <ThePaper form={form} />
      </Section>
    </>
  )
}

function TheWay({ form }: FieldsProps) {
  const text = useText()
  const field = useField(form)
  const { value, set } = form
  const groups = groupsOf(text, 'purpose')
  return (
    <>
      <ComboBox
        {...field('purpose')}
        {...listWords(text)}
        options={groups.length > 0 ? groups : optionsOf(text, 'purpose')}
        value={value.purpose}
        onChange={purpose => set('purpose', purpose)}
      />
      <Select
        {...field('recipient')}
        placeholder={text('form.pick')}
        options={optionsOf(text, 'recipientClass').filter(({ id }) =>
          hasOneReader({ recipient: id, channel: 'in_person' }),
        )}
        value={value.recipient}
        onChange={recipient => set('recipient', recipient)}
      />
      <Select
        {...field('channel')}
        placeholder={text('form.pick')}
        options={optionsOf(text, 'channel').filter(({ id }) =>
          hasOneReader({ recipient: 'same_office', channel: id }),
        )}
        value={value.channel}
        onChange={channel => set('channel', channel)}
      />
    </>
  )
}

function ThePaper({ form }: FieldsProps) {
  const text = useText()
  const field = useField(form)
  const { value, set } = form
  const validUntil = useDaySlot(value.validUntil, day => set('validUntil', day))
  return (
    <>
      <RadioGroup
        {...field('language')}
        inline
        value={value.language}
        onChange={language => set('language', language)}
        options={PaperLanguage.options.map(id => ({ id, label: text.code('language', id) }))}
      />
      <RadioGroup
        {...field('marking')}
        value={value.marking}
        onChange={marking => set('marking', marking)}
        options={optionsOf(text, 'marking')}
      />
      <CheckboxGroup
        {...field('caveats')}
        values={value.caveats ?? []}
        onChange={caveats => set('caveats', [...caveats])}
        options={optionsOf(text, 'handlingCaveat')}
      />
      <DateText {...field('validUntil')} {...validUntil} />
    </>
  )
}
