import type { Plan } from '../../shared/plan/model.ts'
import { planBlocks, planMove, type PlanBlock } from '../../shared/plan/rules.ts'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { Link, Notice, Stack } from '../ui/index.ts'
import { taskOf, type ProtectionProps } from './planText.ts'

interface MissingProps extends ProtectionProps {
  readonly plan: Plan
}

/** What is still missing before the plan can go on, who can give it, and the place to write it down. */
export function Missing({ view, person, plan }: MissingProps) {
  const text = useText()
  const to = planMove(plan.state)
  const blocks = planBlocks(plan, { wishes: person.wishes, to })
  if (blocks.length === 0) return null
  return (
    <Notice tone="care" title={text(`plan.missing.${to}`, { code: person.label })}>
      <Stack gap={8}>
        <ul>
          {blocks.map(block => (
            <li key={block}>
              {text(`plan.block.${block}`)}{' '}
              <Link href={wayOf({ view, person }, block)} name={text(`plan.blockWay.${block}`)}>
                {text(`plan.blockWay.${block}`)}
              </Link>
            </li>
          ))}
        </ul>
        <span>{text('plan.missingWho', { code: person.label })}</span>
      </Stack>
    </Notice>
  )
}

function wayOf(props: ProtectionProps, block: PlanBlock): string {
  if (block === 'no-wishes') return placeOf(props.view, 'persons', props.person.id)
  if (block === 'no-measure') return taskOf(props, 'measure', 'new')
  if (block !== 'no-owner') return taskOf(props, 'plan')
  const plan = props.view.protection.plans.find(({ id }) => id === props.person.id)
  const place = plan?.measures.findIndex(({ owner, status }) => owner === '' && status !== 'stopped') ?? 0
  return taskOf(props, 'measure', String(place))
}
