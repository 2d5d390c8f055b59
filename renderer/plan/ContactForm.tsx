import { SafeChannel, SafeContactDraft } from '../../shared/plan/model.ts'
import type { z } from '../../shared/zod.ts'
import { AnswerComboBox, AnswerRadio, AnswerSelect, AnswerText } from '../answers.tsx'
import { CasePage } from '../CasePage.tsx'
import { useDaySlot } from '../dateReader.ts'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Form, type Typed } from '../form.ts'
import { answerGroupsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { DateText, Section, TextArea, TextField } from '../ui/index.ts'
import { taskOf, type ProtectionProps } from './planText.ts'

type ContactTyped = z.input<typeof SafeContactDraft>

const notAsked = { none: 'not-asked' } as const

const nothingYet: Typed<ContactTyped> = {
  channel: notAsked,
  hours: notAsked,
  language: notAsked,
  mayLeaveMessage: notAsked,
  wording: '',
  whoMayAnswer: notAsked,
  never: notAsked,
  alternative: notAsked,
  alternativeAgreed: notAsked,
  lastProofOn: null,
  lastProofHow: '',
  device: notAsked,
}

/** The safe-contact card of one person: how, when and in which words they can be reached, and what must never be used. */
export function ContactForm({ view, person }: ProtectionProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const code = person.label
  const back = taskOf({ view, person }, 'person')
  const card = view.protection.contacts.find(({ id }) => id === person.id)
  const form = useForm(SafeContactDraft, {
    name: 'plan.card',
    initial: card ? SafeContactDraft.strip().parse(card) : { ...nothingYet, language: view.case.language },
    draft: `plan:contact:${person.id}`,
  })
  const save = async (contact: ContactTyped) => {
    const saved = await done('plan.keepContact', { personId: person.id, contact })
    if (saved) leave(back, text('plan.card.saved', { code }))
    return saved
  }
  return (
    <CasePage
      view={view}
      title={text('plan.card.formOf', { code })}
      lead={text('plan.card.formLead')}
      under={{ label: text('plan.ofPerson', { code }), href: back }}
    >
      <FormBody form={form} save={text('plan.card.save')} back={back} onSave={save}>
        <Never form={form} />
        <Way form={form} />
        <Message form={form} />
        <Instead view={view} person={person} form={form} />
        <Alive form={form} />
      </FormBody>
    </CasePage>
  )
}

interface ContactFields {
  readonly form: Form<ContactTyped>
}

type Words = 'hours' | 'whoMayAnswer' | 'never' | 'device'

function Answer({ form, field }: ContactFields & { readonly field: Words }) {
  const text = useText()
  return (
    <AnswerText
      id={field}
      label={text(`plan.card.${field}Question`)}
      hint={text(`plan.card.${field}Hint`)}
      error={form.error(field)}
      answer={form.value[field]}
      onChange={answer => form.set(field, answer)}
    />
  )
}

function Never({ form }: ContactFields) {
  const text = useText()
  return (
    <Section title={text('plan.card.neverTitle')} lead={text('plan.card.neverLead')}>
      <Answer form={form} field="never" />
    </Section>
  )
}

function Way({ form }: ContactFields) {
  const text = useText()
  const { value, set, error } = form
  return (
    <Section title={text('plan.card.way')}>
      <AnswerSelect
        id="channel"
        label={text('plan.card.channelQuestion')}
        hint={text('plan.card.channelHint')}
        error={error('channel')}
        options={SafeChannel.options.map(id => ({ id, label: text(`plan.channel.${id}`) }))}
        answer={value.channel}
        onChange={answer => set('channel', answer)}
      />
      <Answer form={form} field="hours" />
      <AnswerComboBox
        id="language"
        label={text('plan.card.languageQuestion')}
        error={error('language')}
        options={answerGroupsOf(text, 'language')}
        answer={value.language}
        onChange={answer => set('language', answer)}
      />
      <Answer form={form} field="device" />
    </Section>
  )
}

function Message({ form }: ContactFields) {
  const text = useText()
  const { value, set, error } = form
  const may = value.mayLeaveMessage
  return (
    <Section title={text('plan.card.messageTitle')}>
      <YesNo form={form} field="mayLeaveMessage" />
      {may !== null && 'value' in may && may.value === 'yes' && (
        <TextArea
          id="wording"
          label={text('plan.card.wording')}
          hint={text('plan.card.wordingHint')}
          error={error('wording')}
          maxLength={4_000}
          value={value.wording ?? ''}
          onChange={wording => set('wording', wording)}
        />
      )}
      <Answer form={form} field="whoMayAnswer" />
    </Section>
  )
}

function YesNo({ form, field }: ContactFields & { readonly field: 'mayLeaveMessage' | 'alternativeAgreed' }) {
  const text = useText()
  return (
    <AnswerRadio
      id={field}
      label={text(`plan.card.${field}Question`)}
      hint={text(`plan.card.${field}Hint`)}
      error={form.error(field)}
      options={[
        { id: 'yes' as const, label: text('app.yes') },
        { id: 'no' as const, label: text('app.no') },
      ]}
      answer={form.value[field]}
      onChange={answer => form.set(field, answer)}
    />
  )
}

function Instead({ view, person, form }: ProtectionProps & ContactFields) {
  const text = useText()
  const { value, set, error } = form
  const others = view.persons.filter(({ id }) => id !== person.id)
  const chosen = value.alternative
  return (
    <Section title={text('plan.card.instead')} lead={others.length === 0 && text('plan.card.insteadNobody')}>
      <AnswerSelect
        id="alternative"
        label={text('plan.card.alternativeQuestion')}
        hint={text('plan.card.alternativeHint')}
        error={error('alternative')}
        options={others.map(({ id, label }) => ({ id, label }))}
        answer={chosen}
        onChange={answer => set('alternative', answer)}
      />
      {chosen !== null && 'value' in chosen && <YesNo form={form} field="alternativeAgreed" />}
    </Section>
  )
}

function Alive({ form: { value, set, error } }: ContactFields) {
  const text = useText()
  const on = useDaySlot(value.lastProofOn, day => set('lastProofOn', day))
  return (
    <Section title={text('plan.card.proof')} lead={text('plan.card.proofLead')}>
      <DateText
        id="lastProofOn"
        label={text('plan.card.proofOn')}
        optional={text('form.optional')}
        error={error('lastProofOn')}
        {...on}
      />
      <TextField
        id="lastProofHow"
        label={text('plan.card.proofHowQuestion')}
        hint={text('plan.card.proofHowHint')}
        optional={text('form.optional')}
        maxLength={4_000}
        error={error('lastProofHow')}
        value={value.lastProofHow ?? ''}
        onChange={lastProofHow => set('lastProofHow', lastProofHow)}
      />
    </Section>
  )
}
