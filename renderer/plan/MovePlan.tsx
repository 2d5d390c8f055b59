import { Day, Note } from '../../shared/model.ts'
import type { Plan } from '../../shared/plan/model.ts'
import { planBlocks, planMove } from '../../shared/plan/rules.ts'
import { z } from '../../shared/zod.ts'
import { CasePage } from '../CasePage.tsx'
import { useDaySlot } from '../dateReader.ts'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Form } from '../form.ts'
import { useText } from '../text.tsx'
import { DateText, Section, TextArea } from '../ui/index.ts'
import { Measures } from './Measures.tsx'
import { Missing } from './Missing.tsx'
import { PlanSheet } from './PlanSheet.tsx'
import { taskOf, type ProtectionProps } from './planText.ts'

interface MovePlanProps extends ProtectionProps {
  readonly plan: Plan
}

const shape = z.strictObject({ on: Day, how: Note, reviewOn: Day.nullable() })
type Moving = z.input<typeof shape>

/** What must be written down when a plan is agreed, put into effect or reviewed. */
const asked = {
  agreed: shape.refine(({ how }) => how !== '', { path: ['how'] }),
  active: shape,
  reviewed: shape.refine(({ reviewOn }) => reviewOn !== null, { path: ['reviewOn'] }),
  drafted: shape,
} as const

/** Takes a plan one step on: the person agrees to it, it is put into effect, it is looked at together again. */
export function MovePlan({ view, person, plan }: MovePlanProps) {
  const text = useText()
  const to = planMove(plan.state)
  const code = person.label
  const back = taskOf({ view, person }, 'person')
  const blocked = planBlocks(plan, { wishes: person.wishes, to }).length > 0
  return (
    <CasePage
      view={view}
      title={text(`plan.moveOf.${to}`, { code })}
      lead={text(`plan.moveLead.${to}`, { code })}
      under={{ label: text('plan.ofPerson', { code }), href: back }}
    >
      {blocked ? (
        <Missing view={view} person={person} plan={plan} />
      ) : (
        <MoveForm view={view} person={person} plan={plan} />
      )}
      <PlanSheet view={view} person={person} plan={plan} />
      <Section title={text('plan.measures')}>
        <Measures view={view} person={person} plan={plan} />
      </Section>
    </CasePage>
  )
}

function MoveForm({ view, person, plan }: MovePlanProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const to = planMove(plan.state)
  const back = taskOf({ view, person }, 'person')
  const form = useForm(asked[to], {
    name: 'plan.move',
    initial: { on: view.today, how: '', reviewOn: to === 'reviewed' ? null : plan.reviewOn },
    draft: null,
  })
  const save = async (moving: Moving) => {
    const saved = await done('plan.move', { personId: person.id, to, ...moving })
    if (saved) leave(back, text(`plan.moved.${to}`, { code: person.label }))
    return saved
  }
  return (
    <FormBody form={form} save={text(`plan.move.${to}`)} back={back} onSave={save}>
      <On form={form} />
      {to === 'agreed' && <How form={form} />}
      {to === 'reviewed' && <Again form={form} />}
    </FormBody>
  )
}

interface MoveFields {
  readonly form: Form<Moving>
}

function On({ form: { value, set, error } }: MoveFields) {
  const text = useText()
  const on = useDaySlot(value.on, day => set('on', day))
  return <DateText id="on" label={text('plan.move.on')} error={error('on')} {...on} />
}

function How({ form: { value, set, error } }: MoveFields) {
  const text = useText()
  return (
    <TextArea
      id="how"
      label={text('plan.move.how')}
      hint={text('plan.move.howHint')}
      error={error('how')}
      maxLength={4_000}
      value={value.how ?? ''}
      onChange={how => set('how', how)}
    />
  )
}

function Again({ form: { value, set, error } }: MoveFields) {
  const text = useText()
  const review = useDaySlot(value.reviewOn, day => set('reviewOn', day))
  return (
    <DateText
      id="reviewOn"
      label={text('plan.move.reviewOn')}
      hint={text('plan.reviewOnHint')}
      error={error('reviewOn')}
      {...review}
    />
  )
}
