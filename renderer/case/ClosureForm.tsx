import { known, needed, notMet } from '../../shared/case/closing.ts'
import { ClosureReason, Criterion, CriterionAnswer } from '../../shared/case/course.ts'
import type { CasePart, CaseView } from '../../shared/case/model.ts'
import { Line } from '../../shared/model.ts'
import { z } from '../../shared/zod.ts'
import { FormBody } from '../FormPage.tsx'
import { useForm, type Form } from '../form.ts'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { Link, Notice, RadioGroup, Section, Select, Stack } from '../ui/index.ts'
import { ReasonField } from './moveForms.tsx'
import type { MoveFormProps } from './MovePage.tsx'
import { OpenThings } from './OpenThings.tsx'

const Answers = z.strictObject(
  Object.fromEntries(Criterion.options.map(one => [one, CriterionAnswer])) as Record<
    Criterion,
    typeof CriterionAnswer
  >,
)
const Closing = Answers.extend({ closing: ClosureReason, reason: Line })
type ClosingForm = Form<z.input<typeof Closing>>

const unanswered = Object.fromEntries(Criterion.options.map(one => [one, 'unknown'])) as Record<
  Criterion,
  CriterionAnswer
>

/** Why the case is to be closed, and how every criterion stands: told by the case where it knows, asked where it does not. */
export function ClosureForm({ view, draft, onMove, ...page }: MoveFormProps) {
  const text = useText()
  const form = useForm(Closing, {
    name: 'caseClosure',
    initial: { ...unanswered, closing: null, reason: '' },
    draft,
  })
  return (
    <FormBody
      {...page}
      form={form}
      onSave={({ closing, reason, ...answers }) =>
        onMove(reason, { asks: 'closure', reason: closing, answers })
      }
    >
      <Select
        id="closing"
        label={text('case.closure.reason')}
        placeholder={text('form.pick')}
        error={form.error('closing')}
        value={form.value.closing}
        onChange={closing => form.set('closing', closing)}
        options={ClosureReason.options.map(id => ({ id, label: text(`case.closure.${id}`) }))}
      />
      <Section title={text('case.criteria')} lead={text('case.criteria.lead')}>
        <Stack gap={16}>
          {Criterion.options.map(criterion => (
            <CriterionField key={criterion} view={view} form={form} criterion={criterion} />
          ))}
        </Stack>
      </Section>
      <StillMissing view={view} form={form} />
      <ReasonField
        value={form.value.reason}
        error={form.error('reason')}
        onChange={reason => form.set('reason', reason)}
      />
    </FormBody>
  )
}

/** Where the case keeps what tells how a criterion stands. */
const toldBy: Readonly<Partial<Record<Criterion, CasePart>>> = {
  quiet: 'acts',
  actions_finished: 'actions',
  state_response: 'actions',
  retention_decided: 'consent',
}

interface CriterionProps {
  readonly view: CaseView
  readonly form: ClosingForm
  readonly criterion: Criterion
}

function CriterionField({ view, form, criterion }: CriterionProps) {
  const text = useText()
  const told = known(view)[criterion]
  const closing = form.value.closing
  const isNeeded = closing === null || needed[closing].includes(criterion)
  const facts = { months: view.thresholds.quietMonths }
  const label = text(`case.criterion.${criterion}`, facts)
  const hint = isNeeded ? text(`case.criterion.${criterion}.hint`) : text('case.criterion.notNeeded')
  if (told) {
    const part = toldBy[criterion] ?? 'intake'
    return (
      <Notice
        tone={told === 'met' ? 'safe' : isNeeded ? 'care' : 'neutral'}
        title={label}
        actions={
          <Link href={placeOf(view, part)}>
            {text('case.move.goTo', { part: text(`case.part.${part}`) })}
          </Link>
        }
      >
        {text(`case.criterion.${criterion}.${told}`, facts)}{' '}
        {told === 'not_met' && <OpenThings view={view} criterion={criterion} />}
      </Notice>
    )
  }
  return (
    <RadioGroup
      id={criterion}
      inline
      label={label}
      hint={hint}
      error={form.error(criterion)}
      value={form.value[criterion] ?? 'unknown'}
      onChange={answer => form.set(criterion, answer)}
      options={CriterionAnswer.options.map(id => ({ id, label: text(`case.criterionAnswer.${id}`) }))}
    />
  )
}

/** What this reason still needs. */
function StillMissing({ view, form }: Omit<CriterionProps, 'criterion'>) {
  const text = useText()
  const { closing } = form.value
  if (closing === null) return null
  const answers = Object.fromEntries(
    Criterion.options.map(one => [one, form.value[one] ?? 'unknown']),
  ) as Record<Criterion, CriterionAnswer>
  const missing = notMet(view, { reason: closing, answers })
  if (missing.length === 0) return <Notice tone="safe">{text('case.criteria.all')}</Notice>
  return (
    <Notice tone="care" title={text('case.criteria.missing')}>
      {missing
        .map(one => text(`case.criterion.${one}`, { months: view.thresholds.quietMonths }))
        .join(text('form.listComma'))}
    </Notice>
  )
}
