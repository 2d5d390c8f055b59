import type { Plan } from '../../shared/plan/model.ts'
import { lifeSaving } from '../../shared/gate/override.ts'
import { consentHeld } from '../../shared/plan/consent.ts'
import type { Measure, MeasureStatus } from '../../shared/plan/measure.ts'
import { inOrder, isUrgent, worksOn, type Placed } from '../../shared/plan/rules.ts'
import { placeOf } from '../part.ts'
import { recordedWord } from '../recorded.tsx'
import { useText, type Text } from '../text.tsx'
import {
  Badge,
  Card,
  DescriptionList,
  Link,
  Quiet,
  Row,
  Stack,
  Status,
  type Description,
  type Tone,
} from '../ui/index.ts'
import styles from './plan.module.css'
import { taskOf, type ProtectionProps } from './planText.ts'

interface MeasuresProps extends ProtectionProps {
  readonly plan: Plan
}

/** The measures of a plan, urgent ones first when danger is imminent; what is over comes last. */
export function Measures({ view, person, plan }: MeasuresProps) {
  const text = useText()
  const shared = { view, person }
  return (
    <Stack gap={16}>
      {plan.measures.length === 0 && <Quiet>{text('plan.measure.none')}</Quiet>}
      {inOrder(plan.measures, view.case.danger).map(placed => (
        <OneMeasure key={placed.place} {...shared} placed={placed} />
      ))}
      <div>
        <Link href={taskOf(shared, 'measure', 'new')}>{text('plan.measure.add')}</Link>
      </div>
    </Stack>
  )
}

const tones: Readonly<Record<MeasureStatus, Tone>> = {
  proposed: 'neutral',
  agreed: 'note',
  in_progress: 'note',
  done: 'safe',
  stopped: 'neutral',
}

function OneMeasure({ view, person, placed }: ProtectionProps & { readonly placed: Placed }) {
  const text = useText()
  const { measure, place } = placed
  const name = recordedWord(text, view, {
    row: `plan:${person.id}`,
    list: 'action',
    code: measure.action,
  })
  const change = (
    <Link
      href={taskOf({ view, person }, 'measure', String(place))}
      name={text('plan.measure.changeThis', { name })}
    >
      {text('app.change')}
    </Link>
  )
  return (
    <Card title={name} actions={change}>
      <Stack gap={12}>
        <Row gap={8}>
          <Badge tone={tones[measure.status]}>{text(`plan.status.${measure.status}`)}</Badge>
          {isUrgent(measure) && <Badge tone="stop">{text('plan.measure.urgent')}</Badge>}
          <Badge>{text(`plan.worksOn.${worksOn[measure.action] ?? 'capacity'}`)}</Badge>
        </Row>
        {measure.detail !== '' && (
          <p dir="auto" className={styles.said}>
            {measure.detail}
          </p>
        )}
        <DescriptionList rows={rowsOf(text, measure)} />
        {measure.needs.map(purpose => (
          <Needed key={purpose} view={view} person={person} measure={measure} purpose={purpose} />
        ))}
      </Stack>
    </Card>
  )
}

function rowsOf(text: Text, { owner, due, trigger, riskOfActing }: Measure): Description[] {
  const said = (id: string, words: string) =>
    words === ''
      ? []
      : [{ id, label: text(`plan.measure.${id}`), value: <bdi className={styles.said}>{words}</bdi> }]
  return [
    {
      id: 'owner',
      label: text('plan.measure.ownerShort'),
      value: owner === '' ? text('plan.measure.ownerNone') : <bdi>{owner}</bdi>,
    },
    ...(due === null ? [] : [{ id: 'due', label: text('plan.measure.dueShort'), value: text.day(due) }]),
    ...said('triggerShort', trigger),
    ...said('riskOfActing', riskOfActing),
  ]
}

interface NeededProps extends ProtectionProps {
  readonly measure: Measure
  readonly purpose: Measure['needs'][number]
}

/** Whether the person agreed to what a measure needs, for whom; if not, why not, and where to ask. */
function Needed({ view, person, measure, purpose }: NeededProps) {
  const text = useText()
  const held = consentHeld({
    personId: person.id,
    purpose,
    log: view.consents,
    talks: view.talks,
    today: view.today,
    lifeSaving: lifeSaving.includes(measure.action),
  })
  const what = text.code('purpose', purpose)
  if (held.held) {
    const to = held.to.map(({ recipient, channel }) =>
      text('plan.consent.to', {
        recipient: text.code('recipientClass', recipient),
        channel: text.code('channel', channel),
      }),
    )
    return (
      <Status
        standing="done"
        word={text('plan.consent.held', { what, to: to.join(text('plan.listBreak')) })}
      />
    )
  }
  return (
    <Stack gap={4}>
      <Status
        standing="blocked"
        word={text('plan.consent.notHeld', { what, why: text(`plan.consent.${held.reason}`) })}
      />
      <span>
        <Link
          href={placeOf(view, 'consent', `new-${person.id}`)}
          name={text('plan.consent.askFor', { what })}
        >
          {text('plan.consent.ask')}
        </Link>
      </span>
    </Stack>
  )
}
