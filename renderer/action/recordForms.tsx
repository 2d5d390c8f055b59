import {
  AdequacyEvent,
  DevelopmentEvent,
  EndedEvent,
  OutcomeEvent,
  ReminderEvent,
  ReplyEvent,
  SentEvent,
} from '../../shared/action/model.ts'
import { AnswerComboBox, CodesField, choicesOf } from '../answers.tsx'
import { today } from '../dateReader.ts'
import { optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { RadioGroup, Select } from '../ui/index.ts'
import { DayField, EventBody, WordsField, useEvent, type EventFormProps } from './EventFields.tsx'

/** That it went out, or was done. */
export function SentForm({ onSave, ...page }: EventFormProps) {
  const text = useText()
  const form = useEvent(SentEvent, { ...page, initial: { what: 'sent', on: today(), note: '' } })
  const { value, set, error } = form
  return (
    <EventBody {...page} form={form} save={text('action.sent.save')} onSave={onSave}>
      <DayField value={value.on} error={error('on')} onChange={on => set('on', on)} />
      <WordsField
        id="note"
        label={text('action.event.note')}
        hint={text('action.sent.noteHint')}
        optional
        error={error('note')}
        value={value.note}
        onChange={note => set('note', note)}
      />
    </EventBody>
  )
}

/** That whoever it went to was reminded. */
export function ReminderForm({ onSave, ...page }: EventFormProps) {
  const text = useText()
  const form = useEvent(ReminderEvent, { ...page, initial: { what: 'reminder', on: today(), note: '' } })
  const { value, set, error } = form
  return (
    <EventBody {...page} form={form} save={text('action.event.save')} onSave={onSave}>
      <DayField value={value.on} error={error('on')} onChange={on => set('on', on)} />
      <WordsField
        id="note"
        label={text('action.event.note')}
        optional
        error={error('note')}
        value={value.note}
        onChange={note => set('note', note)}
      />
    </EventBody>
  )
}

/** What the State, or whoever it went to, answered. */
export function ReplyForm({ onSave, ...page }: EventFormProps) {
  const text = useText()
  const form = useEvent(ReplyEvent, {
    ...page,
    initial: { what: 'reply', on: today(), response: null, language: null, text: '' },
  })
  const { value, set, error } = form
  return (
    <EventBody {...page} form={form} save={text('action.event.save')} onSave={onSave}>
      <DayField value={value.on} error={error('on')} onChange={on => set('on', on)} />
      <Select
        id="response"
        label={text('action.event.response')}
        placeholder={text('form.pick')}
        width="full"
        error={error('response')}
        options={optionsOf(text, 'stateResponse')}
        value={value.response}
        onChange={response => set('response', response)}
      />
      <AnswerComboBox
        id="language"
        label={text('action.event.language')}
        error={error('language')}
        options={choicesOf(text, 'language')}
        answer={value.language}
        onChange={language => set('language', language)}
      />
      <WordsField
        id="text"
        label={text('action.event.reply')}
        hint={text('action.event.replyHint')}
        error={error('text')}
        value={value.text}
        onChange={words => set('text', words)}
      />
    </EventBody>
  )
}

/** How far the answers meet what was asked, and why. */
export function AdequacyForm({ onSave, ...page }: EventFormProps) {
  const text = useText()
  const form = useEvent(AdequacyEvent, {
    ...page,
    initial: { what: 'adequacy', on: today(), adequacy: null, reason: '' },
  })
  const { value, set, error } = form
  return (
    <EventBody {...page} form={form} save={text('action.event.save')} onSave={onSave}>
      <RadioGroup
        id="adequacy"
        label={text('action.event.adequacy')}
        hint={text('action.event.adequacyHint')}
        error={error('adequacy')}
        options={optionsOf(text, 'responseAdequacy')}
        value={value.adequacy}
        onChange={adequacy => set('adequacy', adequacy)}
      />
      <WordsField
        id="reason"
        label={text('action.event.reason')}
        error={error('reason')}
        value={value.reason}
        onChange={reason => set('reason', reason)}
      />
      <DayField value={value.on} error={error('on')} onChange={on => set('on', on)} />
    </EventBody>
  )
}

/** What has become of somebody, and what was done about those responsible. */
export function OutcomeForm({ onSave, ...page }: EventFormProps) {
  const text = useText()
  const { view, action } = page
  const [only, ...others] = action.draft.personIds
  const form = useEvent(OutcomeEvent, {
    ...page,
    initial: {
      what: 'outcome',
      on: today(),
      personId: others.length === 0 ? (only ?? null) : null,
      outcome: null,
      accountability: [],
      note: '',
    },
  })
  const { value, set, error } = form
  return (
    <EventBody {...page} form={form} save={text('action.event.save')} onSave={onSave}>
      <RadioGroup
        id="personId"
        label={text('action.event.person')}
        inline
        error={error('personId')}
        options={view.persons.map(({ id, label }) => ({ id, label }))}
        value={value.personId}
        onChange={personId => set('personId', personId)}
      />
      <Select
        id="outcome"
        label={text('action.event.outcome')}
        placeholder={text('form.pick')}
        width="full"
        error={error('outcome')}
        options={optionsOf(text, 'outcomeForVictim')}
        value={value.outcome}
        onChange={outcome => set('outcome', outcome)}
      />
      <CodesField
        id="accountability"
        list="accountability"
        label={text('action.event.accountability')}
        hint={text('action.event.accountabilityHint')}
        optional={text('form.optional')}
        error={error('accountability')}
        values={value.accountability ?? []}
        onChange={accountability => set('accountability', accountability)}
      />
      <WordsField
        id="note"
        label={text('action.event.note')}
        optional
        error={error('note')}
        value={value.note}
        onChange={note => set('note', note)}
      />
      <DayField value={value.on} error={error('on')} onChange={on => set('on', on)} />
    </EventBody>
  )
}

/** Anything else worth knowing next year. */
export function DevelopmentForm({ onSave, ...page }: EventFormProps) {
  const text = useText()
  const form = useEvent(DevelopmentEvent, {
    ...page,
    initial: { what: 'development', on: today(), text: '' },
  })
  const { value, set, error } = form
  return (
    <EventBody {...page} form={form} save={text('action.event.save')} onSave={onSave}>
      <DayField value={value.on} error={error('on')} onChange={on => set('on', on)} />
      <WordsField
        id="text"
        label={text('action.event.development')}
        hint={text('action.event.developmentHint')}
        error={error('text')}
        value={value.text}
        onChange={words => set('text', words)}
      />
    </EventBody>
  )
}

/** How it ended, and why. What never went out was not completed. */
export function EndedForm({ onSave, ...page }: EventFormProps) {
  const text = useText()
  const isPlanned = page.action.line.stage === 'planned'
  const form = useEvent(EndedEvent, {
    ...page,
    initial: { what: 'ended', on: today(), how: isPlanned ? 'cancelled' : null, why: '' },
  })
  const { value, set, error } = form
  const ways = isPlanned
    ? (['cancelled', 'failed'] as const)
    : (['completed', 'cancelled', 'failed'] as const)
  return (
    <EventBody {...page} form={form} save={text('action.ended.save')} onSave={onSave}>
      <RadioGroup
        id="how"
        label={text('action.event.how')}
        error={error('how')}
        options={ways.map(id => ({ id, label: text(`action.how.${id}`) }))}
        value={value.how}
        onChange={how => set('how', how)}
      />
      <WordsField
        id="why"
        label={text('action.event.why')}
        error={error('why')}
        value={value.why}
        onChange={why => set('why', why)}
      />
      <DayField value={value.on} error={error('on')} onChange={on => set('on', on)} />
    </EventBody>
  )
}
