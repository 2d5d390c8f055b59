import { Day, Instant, Note } from '../../shared/model.ts'
import type { CheckInPlan } from '../../shared/plan/model.ts'
import { z } from '../../shared/zod.ts'
import { CasePage } from '../CasePage.tsx'
import { useDaySlot } from '../dateReader.ts'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Form, type Typed } from '../form.ts'
import { useText } from '../text.tsx'
import { DateText, Row, Section, Select, TextArea, TextField } from '../ui/index.ts'
import { every, graces, intervals } from './intervals.ts'
import { taskOf, type ProtectionProps } from './planText.ts'

/** Check-ins as they are typed: the first one by day and hour of this machine. */
const Asked = z.strictObject({
  every: z.enum(intervals),
  grace: z.enum(graces),
  day: Day,
  time: z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/),
  first: Note.min(1),
  second: Note,
  third: Note,
})
type Asked = z.input<typeof Asked>

const hoursIn = <Id extends string>(options: readonly Id[], hours: number | undefined): Id | null =>
  options.find(option => Number(option) === hours) ?? null

const beginning = (plan: CheckInPlan | undefined): Typed<Asked> => ({
  every: hoursIn(intervals, plan?.everyHours),
  grace: hoursIn(graces, plan?.graceHours ?? 1),
  day: null,
  time: null,
  first: plan?.first ?? '',
  second: plan?.second ?? '',
  third: plan?.third ?? '',
})

/** Agrees with one person when they will be in touch, and what is done, in order, when they are not. */
export function CheckInForm({ view, person }: ProtectionProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const code = person.label
  const back = taskOf({ view, person }, 'person')
  const plan = view.protection.checkInPlans.find(({ id }) => id === person.id)
  const form = useForm(Asked, {
    name: 'plan.checkIn',
    initial: beginning(plan),
    draft: `plan:checkin:${person.id}`,
  })
  const save = async (asked: Asked) => {
    const saved = await done('plan.agreeCheckIns', { personId: person.id, checkIns: agreed(asked) })
    if (saved) leave(back, text('plan.checkIn.saved', { code }))
    return saved
  }
  return (
    <CasePage
      view={view}
      title={text('plan.checkIn.formOf', { code })}
      lead={text('plan.checkIn.formLead')}
      under={{ label: text('plan.ofPerson', { code }), href: back }}
    >
      <FormBody form={form} save={text('plan.checkIn.save')} back={back} onSave={save}>
        <Rhythm form={form} />
        <Steps form={form} />
      </FormBody>
    </CasePage>
  )
}

/** What was typed, as it is kept: the hour of this machine as a moment. */
function agreed({ every, grace, day, time, first, second, third }: Asked) {
  const [hour = '00', minute = '00'] = time.split(':')
  const local = new Date(`${day}T${hour.padStart(2, '0')}:${minute}:00`)
  return {
    everyHours: Number(every),
    graceHours: Number(grace),
    nextDue: Instant.parse(local.toISOString()),
    first,
    second,
    third,
  }
}

interface AskedFields {
  readonly form: Form<Asked>
}

function Rhythm({ form }: AskedFields) {
  const text = useText()
  const { value, set, error } = form
  return (
    <Section title={text('plan.checkIn.rhythm')}>
      <Select
        id="every"
        label={text('plan.checkIn.everyQuestion')}
        placeholder={text('form.pick')}
        error={error('every')}
        options={intervals.map(id => ({ id, label: every(text, Number(id)) }))}
        value={value.every}
        onChange={chosen => set('every', chosen)}
      />
      <First form={form} />
      <Select
        id="grace"
        label={text('plan.checkIn.graceQuestion')}
        hint={text('plan.checkIn.graceHint')}
        placeholder={text('form.pick')}
        error={error('grace')}
        options={graces.map(id => ({ id, label: text('plan.checkIn.graceHours', { hours: Number(id) }) }))}
        value={value.grace}
        onChange={chosen => set('grace', chosen)}
      />
    </Section>
  )
}

function First({ form: { value, set, error } }: AskedFields) {
  const text = useText()
  const day = useDaySlot(value.day, chosen => set('day', chosen))
  return (
    <Row gap={24}>
      <DateText
        id="day"
        label={text('plan.checkIn.day')}
        hint={text('plan.checkIn.dayHint')}
        error={error('day')}
        {...day}
      />
      <TextField
        id="time"
        label={text('plan.checkIn.time')}
        hint={text('plan.checkIn.timeHint')}
        width="short"
        note={null}
        error={error('time')}
        value={value.time ?? ''}
        onChange={time => set('time', time)}
      />
    </Row>
  )
}

const rungs = ['first', 'second', 'third'] as const

function Steps({ form: { value, set, error } }: AskedFields) {
  const text = useText()
  return (
    <Section title={text('plan.checkIn.ladder')} lead={text('plan.checkIn.ladderLead')}>
      {rungs.map(rung => (
        <TextArea
          key={rung}
          id={rung}
          label={text(`plan.checkIn.${rung}`)}
          hint={text(`plan.checkIn.${rung}Hint`)}
          {...(rung === 'first' ? {} : { optional: text('form.optional') })}
          error={error(rung)}
          maxLength={4_000}
          value={value[rung] ?? ''}
          onChange={step => set(rung, step)}
        />
      ))}
    </Section>
  )
}
