import { Measure, MeasureStatus, isProtective } from '../../shared/plan/measure.ts'
import { PlanDraft } from '../../shared/plan/model.ts'
import { emptyPlan } from '../../shared/plan/rules.ts'
import type { z } from '../../shared/zod.ts'
import { CodesField, held } from '../answers.tsx'
import { CasePage } from '../CasePage.tsx'
import { useDaySlot } from '../dateReader.ts'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Form, type Typed } from '../form.ts'
import { groupsOf } from '../options.ts'
import { useText, type Text } from '../text.tsx'
import { DateText, RadioGroup, Section, Select, TextArea, TextField } from '../ui/index.ts'
import { planFor, taskOf, type ProtectionProps } from './planText.ts'

type MeasureTyped = z.input<typeof Measure>

const nothingYet: Typed<MeasureTyped> = {
  action: null,
  detail: '',
  owner: '',
  due: null,
  trigger: '',
  status: 'proposed',
  needs: [],
  riskOfActing: '',
}

interface MeasureFormProps extends ProtectionProps {
  /** Its place in the plan; `null` for a new one. */
  readonly place: number | null
}

/** One measure: what, who, when, on what sign, what it needs and what it may set off. */
export function MeasureForm({ view, person, place }: MeasureFormProps) {
  const text = useText()
  const back = taskOf({ view, person }, 'person')
  const measure = place === null ? undefined : planFor(view, person)?.measures[place]
  const form = useForm(Measure, {
    name: 'plan.measure',
    initial: measure ?? nothingYet,
    draft: `plan:measure:${person.id}:${place ?? 'new'}`,
  })
  const save = useSave({ view, person, place })
  return (
    <CasePage
      view={view}
      title={text(measure ? 'plan.measure.one' : 'plan.measure.new', { code: person.label })}
      lead={text('plan.measure.lead')}
      under={{ label: text('plan.ofPerson', { code: person.label }), href: back }}
    >
      <FormBody form={form} save={text('plan.measure.save')} back={back} onSave={save}>
        <What form={form} />
        <When form={form} />
        <Price form={form} />
      </FormBody>
    </CasePage>
  )
}

function useSave({ view, person, place }: MeasureFormProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const kept = planFor(view, person)
  const plan = kept ? PlanDraft.strip().parse(kept) : emptyPlan
  return async (measure: MeasureTyped) => {
    const measures =
      place === null
        ? [...plan.measures, measure]
        : plan.measures.map((one, index) => (index === place ? measure : one))
    const saved = await done('plan.write', { personId: person.id, plan: { ...plan, measures } })
    if (saved) leave(taskOf({ view, person }, 'person'), text('plan.measure.saved'))
    return saved
  }
}

interface MeasureFields {
  readonly form: Form<MeasureTyped>
}

/** The protective measures in their groups, the urgent ones first, and "other". */
const choices = (text: Text, now: string | null) =>
  groupsOf(text, 'action', held(now))
    .map(group => ({
      ...group,
      options: group.options.filter(({ id }) => isProtective(id, text.editions.action)),
    }))
    .filter(group => group.options.length > 0)

function What({ form: { value, set, error } }: MeasureFields) {
  const text = useText()
  return (
    <Section title={text('plan.measure.what')}>
      <Select
        id="action"
        label={text('plan.measure.action')}
        hint={text('plan.measure.actionHint')}
        placeholder={text('form.pick')}
        width="full"
        error={error('action')}
        options={choices(text, value.action)}
        value={value.action}
        onChange={action => set('action', action)}
      />
      <TextArea
        id="detail"
        label={text('plan.measure.detail')}
        hint={text('plan.measure.detailHint')}
        error={error('detail')}
        maxLength={4_000}
        value={value.detail ?? ''}
        onChange={detail => set('detail', detail)}
      />
      <RadioGroup
        id="status"
        label={text('plan.measure.status')}
        error={error('status')}
        inline
        options={MeasureStatus.options.map(id => ({ id, label: text(`plan.status.${id}`) }))}
        value={value.status}
        onChange={status => set('status', status)}
      />
    </Section>
  )
}

function When({ form: { value, set, error } }: MeasureFields) {
  const text = useText()
  const due = useDaySlot(value.due, day => set('due', day))
  return (
    <Section title={text('plan.measure.when')}>
      <TextField
        id="owner"
        label={text('plan.measure.owner')}
        hint={text('plan.measure.ownerHint')}
        width="medium"
        maxLength={200}
        error={error('owner')}
        value={value.owner ?? ''}
        onChange={owner => set('owner', owner)}
      />
      <DateText
        id="due"
        label={text('plan.measure.due')}
        hint={text('plan.measure.dueHint')}
        optional={text('form.optional')}
        error={error('due')}
        {...due}
      />
      <TextArea
        id="trigger"
        label={text('plan.measure.trigger')}
        hint={text('plan.measure.triggerHint')}
        optional={text('form.optional')}
        error={error('trigger')}
        maxLength={4_000}
        value={value.trigger ?? ''}
        onChange={trigger => set('trigger', trigger)}
      />
    </Section>
  )
}

function Price({ form: { value, set, error } }: MeasureFields) {
  const text = useText()
  return (
    <Section title={text('plan.measure.price')} lead={text('plan.measure.priceLead')}>
      <TextArea
        id="riskOfActing"
        label={text('plan.measure.riskOfActing')}
        hint={text('plan.measure.riskOfActingHint')}
        optional={text('form.optional')}
        error={error('riskOfActing')}
        maxLength={4_000}
        value={value.riskOfActing ?? ''}
        onChange={riskOfActing => set('riskOfActing', riskOfActing)}
      />
      <CodesField
        id="needs"
        list="purpose"
        label={text('plan.measure.needs')}
        hint={text('plan.measure.needsHint')}
        optional={text('form.optional')}
        error={error('needs')}
        values={value.needs ?? []}
        onChange={needs => set('needs', needs)}
      />
    </Section>
  )
}
