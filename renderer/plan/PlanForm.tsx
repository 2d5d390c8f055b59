import { PlanDraft } from '../../shared/plan/model.ts'
import { emptyPlan } from '../../shared/plan/rules.ts'
import type { z } from '../../shared/zod.ts'
import { AnswerText } from '../answers.tsx'
import { CasePage, PersonsField } from '../CasePage.tsx'
import { useDaySlot } from '../dateReader.ts'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Form } from '../form.ts'
import { useText } from '../text.tsx'
import { DateText, Notice, Section } from '../ui/index.ts'
import { planFor, planWords, taskOf, type ProtectionProps } from './planText.ts'

type PlanTyped = z.input<typeof PlanDraft>

/** The plan of one person, made with them: every question can stay unanswered but what it is for and what must not be. */
export function PlanForm({ view, person }: ProtectionProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const shared = { view, person }
  const code = person.label
  const plan = planFor(view, person)
  const back = taskOf(shared, 'person')
  const form = useForm(PlanDraft, {
    name: 'plan',
    initial: plan ? PlanDraft.strip().parse(plan) : emptyPlan,
    draft: `plan:${person.id}`,
  })
  const save = async (draft: PlanTyped) => {
    // What came back after a lock may be older than the measures, which have pages of their own.
    const measures = plan?.measures ?? []
    const saved = await done('plan.write', { personId: person.id, plan: { ...draft, measures } })
    if (saved) leave(back, text('plan.saved', { code }))
    return saved
  }
  return (
    <CasePage
      view={view}
      title={text('plan.formOf', { code })}
      lead={text('plan.formLead')}
      under={{ label: text('plan.ofPerson', { code }), href: back }}
    >
      {plan && plan.state !== 'drafted' && (
        <Notice tone="care">{text('plan.changesAgreed', { code })}</Notice>
      )}
      <FormBody form={form} save={text('plan.save')} back={back} onSave={save}>
        <Heart form={form} />
        <Ready form={form} />
        <Others {...shared} form={form} />
      </FormBody>
    </CasePage>
  )
}

interface PlanFields {
  readonly form: Form<PlanTyped>
}

type Answers = 'objective' | 'mustNot' | (typeof planWords)[number]

function Words({ form, field }: PlanFields & { readonly field: Answers }) {
  const text = useText()
  return (
    <AnswerText
      id={field}
      label={text(`plan.${field}Question`)}
      hint={text(`plan.${field}Hint`)}
      error={form.error(field)}
      answer={form.value[field]}
      onChange={answer => form.set(field, answer)}
    />
  )
}

function Heart({ form }: PlanFields) {
  const text = useText()
  return (
    <Section title={text('plan.heart')} lead={text('plan.heartLead')}>
      <Words form={form} field="objective" />
      <Words form={form} field="mustNot" />
    </Section>
  )
}

function Ready({ form }: PlanFields) {
  const text = useText()
  return (
    <Section title={text('plan.ready')} lead={text('plan.readyLead')}>
      {planWords.map(field => (
        <Words key={field} form={form} field={field} />
      ))}
    </Section>
  )
}

function Others({ view, person, form }: ProtectionProps & PlanFields) {
  const text = useText()
  const { value, set, error } = form
  const review = useDaySlot(value.reviewOn, reviewOn => set('reviewOn', reviewOn))
  const others = { ...view, persons: view.persons.filter(({ id }) => id !== person.id) }
  return (
    <Section title={text('plan.others')}>
      <PersonsField
        id="trusted"
        view={others}
        label={text('plan.trustedQuestion')}
        hint={text('plan.trustedHint')}
        error={error('trusted')}
        values={others.persons.map(({ id }) => id).filter(id => value.trusted?.includes(id))}
        onChange={trusted => set('trusted', trusted)}
      />
      <DateText
        id="reviewOn"
        label={text('plan.reviewOnQuestion')}
        hint={text('plan.reviewOnHint')}
        error={error('reviewOn')}
        {...review}
      />
    </Section>
  )
}
