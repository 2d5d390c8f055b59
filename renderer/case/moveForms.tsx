import { HoldWhy, Referral, ReopenWhy } from '../../shared/case/course.ts'
import { Day, Line } from '../../shared/model.ts'
import { z } from '../../shared/zod.ts'
import { useDaySlot } from '../dateReader.ts'
import { FormBody } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { useText } from '../text.tsx'
import { Checkbox, DateText, Notice, RadioGroup, TextArea, TextField } from '../ui/index.ts'
import type { MoveFormProps } from './MovePage.tsx'

interface ReasonProps {
  readonly value: string | null
  readonly error: string | undefined
  readonly onChange: (reason: string) => void
}

/** Why, in one sentence: stands in the record with every move. */
export function ReasonField({ value, ...field }: ReasonProps) {
  const text = useText()
  return (
    <TextField
      {...field}
      id="reason"
      label={text('caseMove.reason')}
      hint={text('caseMove.reason.hint')}
      value={value ?? ''}
      maxLength={200}
    />
  )
}

const Plain = z.strictObject({ reason: Line })

/** A move that asks for nothing but its reason. */
export function PlainForm({ draft, onMove, ...page }: MoveFormProps) {
  const form = useForm(Plain, { name: 'caseMove', initial: { reason: '' }, draft })
  return (
    <FormBody {...page} form={form} onSave={({ reason }) => onMove(reason)}>
      <ReasonField
        value={form.value.reason}
        error={form.error('reason')}
        onChange={reason => form.set('reason', reason)}
      />
    </FormBody>
  )
}

const Hold = z.strictObject({ why: HoldWhy, reviewOn: Day, reason: Line })

/** Why the case pauses and when to look again. */
export function HoldForm({ draft, onMove, suggested, ...page }: MoveFormProps) {
  const text = useText()
  const why = HoldWhy.options.find(one => one === suggested) ?? null
  const form = useForm(Hold, { name: 'caseHold', initial: { why, reviewOn: null, reason: '' }, draft })
  const review = useDaySlot(form.value.reviewOn, day => form.set('reviewOn', day))
  return (
    <FormBody
      {...page}
      form={form}
      onSave={({ why, reviewOn, reason }) =>
        onMove(reason, { asks: 'hold', why, reviewOn: Day.parse(reviewOn) })
      }
    >
      <RadioGroup
        id="why"
        label={text('case.hold.why')}
        error={form.error('why')}
        value={form.value.why}
        onChange={why => form.set('why', why)}
        options={HoldWhy.options.map(id => ({ id, label: text(`case.hold.why.${id}`) }))}
      />
      <DateText
        id="reviewOn"
        label={text('case.hold.reviewOn')}
        hint={text('case.hold.reviewOn.hint')}
        error={form.error('reviewOn')}
        {...review}
      />
      <ReasonField
        value={form.value.reason}
        error={form.error('reason')}
        onChange={reason => form.set('reason', reason)}
      />
    </FormBody>
  )
}

const Referred = Referral.extend({ reason: Line })

/** Whom the person was shown the way to, what came of it and how they were told. */
export function ReferralForm({ draft, onMove, ...page }: MoveFormProps) {
  const text = useText()
  const form = useForm(Referred, {
    name: 'caseReferral',
    initial: { to: '', answer: null, how: '', reason: '' },
    draft,
  })
  return (
    <FormBody
      {...page}
      form={form}
      onSave={({ reason, ...referral }) => onMove(reason, { asks: 'referral', ...referral })}
    >
      <TextField
        id="to"
        label={text('case.referral.to')}
        hint={text('case.referral.to.hint')}
        error={form.error('to')}
        value={form.value.to ?? ''}
        onChange={to => form.set('to', to)}
        maxLength={200}
      />
      <RadioGroup
        id="answer"
        label={text('case.referral.answer')}
        error={form.error('answer')}
        value={form.value.answer}
        onChange={answer => form.set('answer', answer)}
        options={Referral.shape.answer.options.map(id => ({ id, label: text(`case.referral.answer.${id}`) }))}
      />
      <TextArea
        id="how"
        label={text('case.referral.how')}
        hint={text('case.referral.how.hint')}
        error={form.error('how')}
        value={form.value.how ?? ''}
        onChange={how => form.set('how', how)}
      />
      <ReasonField
        value={form.value.reason}
        error={form.error('reason')}
        onChange={reason => form.set('reason', reason)}
      />
    </FormBody>
  )
}

const NoAction = z.strictObject({ wished: z.literal(true), reason: Line })

/** Nothing was done: then the person must wish that nothing is. */
export function NoActionForm({ draft, onMove, ...page }: MoveFormProps) {
  const text = useText()
  const form = useForm(NoAction, { name: 'caseNoAction', initial: { wished: null, reason: '' }, draft })
  return (
    <FormBody
      {...page}
      form={form}
      onSave={({ reason, wished }) => onMove(reason, { asks: 'no-action', wished })}
    >
      <Notice tone="care">{text('case.noAction.none')}</Notice>
      <Checkbox
        id="wished"
        value={form.value.wished === true}
        invalid={form.error('wished') !== undefined}
        onChange={wished => form.set('wished', wished || null)}
      >
        {text('case.noAction.wished')}
      </Checkbox>
      <ReasonField
        value={form.value.reason}
        error={form.error('reason')}
        onChange={reason => form.set('reason', reason)}
      />
    </FormBody>
  )
}

const Reopen = z.strictObject({ why: ReopenWhy, reason: Line })

/** Why a closed case is taken up again. */
export function ReopenForm({ draft, onMove, ...page }: MoveFormProps) {
  const text = useText()
  const form = useForm(Reopen, { name: 'caseReopen', initial: { why: null, reason: '' }, draft })
  return (
    <FormBody {...page} form={form} onSave={({ reason, why }) => onMove(reason, { asks: 'reopen', why })}>
      <RadioGroup
        id="why"
        label={text('case.reopen.why')}
        error={form.error('why')}
        value={form.value.why}
        onChange={why => form.set('why', why)}
        options={ReopenWhy.options.map(id => ({ id, label: text(`case.reopen.why.${id}`) }))}
      />
      <ReasonField
        value={form.value.reason}
        error={form.error('reason')}
        onChange={reason => form.set('reason', reason)}
      />
    </FormBody>
  )
}
