import type { Plan } from '../../shared/plan/model.ts'
import {
  capacityOnly,
  clearThreat,
  isUrgent,
  lengthOf,
  onePage,
  planBlocks,
  planMove,
  reviewIsPast,
} from '../../shared/plan/rules.ts'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { EmptyState, Link, Notice, Row, Section, Status } from '../ui/index.ts'
import { Measures } from './Measures.tsx'
import { Missing } from './Missing.tsx'
import { PlanSheet } from './PlanSheet.tsx'
import {
  dangerTo,
  isPressing,
  planFor,
  planStandings,
  taskOf,
  trackOf,
  type ProtectionProps,
} from './planText.ts'

/** The plan of one person, or how to begin one. When danger is imminent, measures come before everything else. */
export function PlanSection({ view, person }: ProtectionProps) {
  const text = useText()
  const shared = { view, person }
  const plan = planFor(view, person)
  const imminent = view.case.danger === 'imminent'
  const underWay = plan?.measures.some(one => isUrgent(one) && one.status !== 'stopped') ?? false
  return (
    <Section
      title={text('plan.section', { code: person.label })}
      actions={
        plan && (
          <Row gap={16}>
            <Link href={placeOf(view, 'paper', `plan-${person.id}`)}>{text('papers.plan.prepare')}</Link>
            <Link href={taskOf(shared, 'plan')}>{text('plan.change')}</Link>
          </Row>
        )
      }
    >
      {plan && <Standing {...shared} plan={plan} />}
      {imminent && !underWay && <UrgentFirst {...shared} />}
      {plan && <Warnings {...shared} plan={plan} />}
      {plan && imminent && <Measures {...shared} plan={plan} />}
      {plan && <PlanSheet {...shared} plan={plan} />}
      {plan && !imminent && <Measures {...shared} plan={plan} />}
      {plan && <Missing {...shared} plan={plan} />}
      {!plan && <NoPlan {...shared} />}
    </Section>
  )
}

function NoPlan(props: ProtectionProps) {
  const text = useText()
  const code = props.person.label
  const make = (
    <Link kind="button" href={taskOf(props, 'plan')}>
      {text('plan.make', { code })}
    </Link>
  )
  return (
    <EmptyState title={text('plan.empty', { code })} actions={make}>
      {text('plan.emptyHow')}
    </EmptyState>
  )
}

function UrgentFirst(props: ProtectionProps) {
  const text = useText()
  return (
    <Notice
      tone="stop"
      title={text('plan.urgentFirst')}
      actions={<Link href={taskOf(props, 'measure', 'new')}>{text('plan.measure.addUrgent')}</Link>}
    >
      {text('plan.urgentFirstWhy')}
    </Notice>
  )
}

interface PlanProps extends ProtectionProps {
  readonly plan: Plan
}

function Standing({ view, person, plan }: PlanProps) {
  const text = useText()
  const to = planMove(plan.state)
  const ready = planBlocks(plan, { wishes: person.wishes, to }).length === 0
  return (
    <Row gap={16} apart>
      <Row gap={16}>
        <Status standing={planStandings[plan.state]} word={text(`plan.state.${plan.state}`)} />
        <span>
          {plan.reviewOn === null
            ? text('plan.reviewNone')
            : text('plan.reviewBy', { day: text.day(plan.reviewOn) })}
        </span>
      </Row>
      {ready && (
        <Link
          kind={isPressing(trackOf({ view, person })) ? 'text' : 'button'}
          href={taskOf({ view, person }, 'move')}
        >
          {text(`plan.move.${to}`)}
        </Link>
      )}
    </Row>
  )
}

/** What must be thought about: a threat that capacity alone does not meet, a review that is late, a plan too long to keep in mind. */
function Warnings({ view, person, plan }: PlanProps) {
  const text = useText()
  const alone = clearThreat(dangerTo({ view, person })) && capacityOnly(plan.measures)
  return (
    <>
      {alone && (
        <Notice tone="stop" title={text('plan.alone')}>
          {text('plan.aloneWhy')}
        </Notice>
      )}
      {reviewIsPast(plan, view.today) && plan.reviewOn !== null && (
        <Notice tone="care">{text('plan.reviewPast', { day: text.day(plan.reviewOn) })}</Notice>
      )}
      {lengthOf(plan) > onePage && <Notice tone="care">{text('plan.tooLong')}</Notice>}
    </>
  )
}
