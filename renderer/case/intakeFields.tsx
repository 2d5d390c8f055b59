import type { Intake } from '../../shared/case/model.ts'
import type { Answered } from '../../shared/model.ts'
import { held } from '../answers.tsx'
import { useDateReader, useDaySlot } from '../dateReader.ts'
import type { Form } from '../form.ts'
import { groupsOf, optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { DateText, RadioGroup, Select, TextArea, TextField } from '../ui/index.ts'
import type { z } from '../../shared/zod.ts'
import { AnsweredCombo, AnsweredRadio, AnsweredSelect } from './answered.tsx'

/** The form of the intake, whole or only the least of it. */
export type IntakeForm = Form<z.input<typeof Intake>>

interface FieldOf {
  readonly form: IntakeForm
}

/** When it reached the office. */
export function ReceivedOn({ form }: FieldOf) {
  const text = useText()
  const dates = useDateReader()
  return (
    <DateText
      id="receivedOn"
      label={text('intake.receivedOn')}
      hint={text('intake.receivedOn.hint')}
      error={form.error('receivedOn')}
      {...dates.slot(form.value.receivedOn, date => form.set('receivedOn', date))}
    />
  )
}

/** How it reached the office. */
export function Channel({ form }: FieldOf) {
  const text = useText()
  return (
    <Select
      id="channel"
      label={text('intake.channel')}
      error={form.error('channel')}
      value={form.value.channel}
      onChange={channel => form.set('channel', channel)}
      options={optionsOf(text, 'intakeChannel', held(form.value.channel))}
      placeholder={text('form.pick')}
    />
  )
}

/** The language of the person. */
export function Language({ form }: FieldOf) {
  const text = useText()
  return (
    <AnsweredCombo
      id="language"
      label={text('intake.language')}
      hint={text('intake.language.hint')}
      error={form.error('language')}
      answer={form.value.language}
      set={language => form.set('language', language)}
      options={groupsOf(text, 'language')}
    />
  )
}

/** Whether the person needs an interpreter. */
export function Interpreter({ form }: FieldOf) {
  const text = useText()
  const { interpreter } = form.value
  const answer: Answered<'yes' | 'no'> | null =
    interpreter === null || 'none' in interpreter ? interpreter : { value: interpreter.value ? 'yes' : 'no' }
  return (
    <AnsweredRadio
      id="interpreter"
      label={text('intake.interpreter')}
      error={form.error('interpreter')}
      inline
      answer={answer}
      set={now =>
        form.set('interpreter', now === null || 'none' in now ? now : { value: now.value === 'yes' })
      }
      options={[
        { id: 'yes', label: text('app.yes') },
        { id: 'no', label: text('app.no') },
      ]}
    />
  )
}

/** Who reported: relation, authority, and the part of the UN that heard first. */
export function Reporter({ form }: FieldOf) {
  const text = useText()
  return (
    <>
      <AnsweredSelect
        id="reporterRelation"
        label={text('intake.reporterRelation')}
        error={form.error('reporterRelation')}
        answer={form.value.reporterRelation}
        set={relation => form.set('reporterRelation', relation)}
        options={optionsOf(text, 'reporterRelation')}
      />
      <AnsweredSelect
        id="mandateToAct"
        label={text('intake.mandateToAct')}
        why={{ label: text('form.why'), text: text('intake.mandateToAct.why') }}
        error={form.error('mandateToAct')}
        answer={form.value.mandateToAct}
        set={mandate => form.set('mandateToAct', mandate)}
        options={optionsOf(text, 'mandateToAct')}
      />
      <AnsweredCombo
        id="firstEntity"
        label={text('intake.firstEntity')}
        hint={text('intake.firstEntity.hint')}
        error={form.error('firstEntity')}
        answer={form.value.firstEntity}
        set={entity => form.set('firstEntity', entity)}
        options={groupsOf(text, 'unEntity', held(form.value.firstEntity))}
      />
    </>
  )
}

/** Danger now, and why it is thought so. */
export function Danger({ form }: FieldOf) {
  const text = useText()
  return (
    <>
      <RadioGroup
        id="danger"
        label={text('intake.danger')}
        hint={text('intake.danger.hint')}
        error={form.error('danger')}
        value={form.value.danger}
        onChange={danger => form.set('danger', danger)}
        options={optionsOf(text, 'immediateDanger')}
      />
      <TextArea
        id="dangerWhy"
        label={text('intake.dangerWhy')}
        hint={text('intake.dangerWhy.hint')}
        optional={text('form.optional')}
        error={form.error('dangerWhy')}
        value={form.value.dangerWhy ?? ''}
        onChange={why => form.set('dangerWhy', why)}
      />
    </>
  )
}

/** Whether there is a safe way to reach the person. */
export function SafeContact({ form }: FieldOf) {
  const text = useText()
  return (
    <AnsweredRadio
      id="safeContact"
      label={text('intake.safeContact')}
      hint={text('intake.safeContact.hint')}
      why={{ label: text('form.why'), text: text('intake.safeContact.why') }}
      error={form.error('safeContact')}
      answer={form.value.safeContact}
      set={contact => form.set('safeContact', contact)}
      options={(['usable', 'none'] as const).map(id => ({ id, label: text(`intake.safeContact.${id}`) }))}
    />
  )
}

/** Whether it is safe to write, and whether there is a safe way to reach the person. */
export function Safety({ form }: FieldOf) {
  const text = useText()
  return (
    <>
      <SafeContact form={form} />
      <RadioGroup
        id="safeToWrite"
        label={text('intake.safeToWrite')}
        error={form.error('safeToWrite')}
        value={form.value.safeToWrite}
        onChange={safe => form.set('safeToWrite', safe)}
        options={(['yes', 'least_only'] as const).map(id => ({
          id,
          label: text(`intake.safeToWrite.${id}`),
        }))}
      />
    </>
  )
}

/** What happened. */
export function Account({ form }: FieldOf) {
  const text = useText()
  return (
    <TextArea
      id="account"
      label={text('intake.account')}
      hint={text('intake.account.hint')}
      optional={text('form.optional')}
      error={form.error('account')}
      value={form.value.account ?? ''}
      onChange={account => form.set('account', account)}
    />
  )
}

/** Who handles the case, and when to look whether it is still needed. */
export function Keeping({ form }: FieldOf) {
  const text = useText()
  const review = useDaySlot(form.value.retentionReviewOn, day => form.set('retentionReviewOn', day))
  return (
    <>
      <TextField
        id="owner"
        width="medium"
        label={text('intake.owner')}
        hint={text('intake.owner.hint')}
        error={form.error('owner')}
        value={form.value.owner ?? ''}
        onChange={owner => form.set('owner', owner)}
      />
      <DateText
        id="retentionReviewOn"
        label={text('intake.retentionReviewOn')}
        hint={text('intake.retentionReviewOn.hint')}
        error={form.error('retentionReviewOn')}
        {...review}
      />
    </>
  )
}
