import { useKept } from '../kept.ts'
import { CheckInResult, type CheckIn, type CheckInPlan } from '../../shared/plan/model.ts'
import { useDo } from '../FormPage.tsx'
import { useCase } from '../openCase.ts'
import { RemoveWithReason } from '../RemoveWithReason.tsx'
import { toasts } from '../session.ts'
import { useText, type Text } from '../text.tsx'
import {
  Button,
  DescriptionList,
  EmptyState,
  Link,
  Row,
  Section,
  Stack,
  Table,
  TextArea,
  show,
  type Column,
} from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { every } from './intervals.ts'
import { Ladder } from './Ladder.tsx'
import { taskOf, trackOf, type ProtectionProps } from './planText.ts'

/** When the person will be in touch, what came of it, and what is done when they are not. */
export function CheckIns({ view, person }: ProtectionProps) {
  const text = useText()
  const shared = { view, person }
  const plan = view.protection.checkInPlans.find(({ id }) => id === person.id)
  const results = view.protection.checkIns.filter(({ personId }) => personId === person.id)
  const agree = taskOf(shared, 'checkin')
  const waiting = trackOf(shared).is === 'waiting'
  return (
    <Section
      title={text('plan.checkIn.title', { code: person.label })}
      actions={plan && waiting && <Link href={agree}>{text('plan.checkIn.change')}</Link>}
    >
      {plan && <Agreed {...shared} plan={plan} />}
      {!plan && (
        <EmptyState
          title={text('plan.checkIn.none')}
          actions={<Link href={agree}>{text('plan.checkIn.agree', { code: person.label })}</Link>}
        >
          {text('plan.checkIn.noneHow')}
        </EmptyState>
      )}
      {results.length > 0 && <Results results={results.toReversed().slice(0, 20)} />}
    </Section>
  )
}

interface AgreedProps extends ProtectionProps {
  readonly plan: CheckInPlan
}

function Agreed({ view, person, plan }: AgreedProps) {
  const text = useText()
  const track = trackOf({ view, person })
  const quiet = track.is === 'waiting' || track.is === 'due'
  const rows = [
    { id: 'every', label: text('plan.checkIn.every'), value: every(text, plan.everyHours) },
    {
      id: 'next',
      label: text(track.is === 'waiting' ? 'plan.checkIn.next' : 'plan.checkIn.dueAt'),
      value: text.moment(plan.nextDue),
    },
    {
      id: 'grace',
      label: text('plan.checkIn.grace'),
      value: text('plan.checkIn.graceHours', { hours: plan.graceHours }),
    },
    ...(quiet
      ? [{ id: 'ladder', label: text('plan.checkIn.ladder'), value: <Ladder plan={plan} track={track} /> }]
      : []),
  ]
  return (
    <Stack gap={24}>
      <DescriptionList rows={rows} />
      <RecordResult person={person} pressing={track.is !== 'waiting'} />
      <Stop person={person} />
    </Stack>
  )
}

/** What came of it, in one press; a note first when there is something to say. */
function RecordResult({
  person,
  pressing,
}: Pick<ProtectionProps, 'person'> & { readonly pressing: boolean }) {
  const text = useText()
  const done = useDo()
  const refusal = useCase(state => state.refusal)
  const [note, setNote] = useKept('checkIn.note', '')
  const record = async (result: CheckInResult) => {
    const saved = await done('plan.recordCheckIn', { personId: person.id, result, note })
    if (!saved) return
    setNote('')
    show(toasts, { text: text(`plan.checkIn.recorded.${result}`, { code: person.label }) })
  }
  return (
    <Stack gap={8}>
      {refusal && <RefusalNotice refusal={refusal} live />}
      <TextArea
        label={text('plan.checkIn.note')}
        hint={text('plan.checkIn.noteHint')}
        optional={text('form.optional')}
        maxLength={4_000}
        value={note}
        onChange={setNote}
      />
      <Row gap={12}>
        {CheckInResult.options.map(result => (
          <Button
            key={result}
            kind={pressing && result === 'reached' ? 'primary' : 'quiet'}
            onPress={() => void record(result)}
          >
            {text(`plan.checkIn.record.${result}`)}
          </Button>
        ))}
      </Row>
    </Stack>
  )
}

function Stop({ person }: Pick<ProtectionProps, 'person'>) {
  const text = useText()
  const done = useDo()
  return (
    <RemoveWithReason
      label={text('plan.checkIn.stop')}
      consequence={text('plan.checkIn.stopConsequence', { code: person.label })}
      keepLabel={text('plan.checkIn.keep')}
      onRemove={reason => void done('plan.stopCheckIns', { personId: person.id, reason })}
    />
  )
}

function Results({ results }: { readonly results: readonly CheckIn[] }) {
  const text = useText()
  return (
    <Table
      caption={text('plan.checkIn.results')}
      columns={columns(text)}
      rows={results}
      rowKey={({ id }) => id}
      empty={null}
    />
  )
}

const columns = (text: Text): readonly Column<CheckIn>[] => [
  { id: 'at', header: text('plan.checkIn.at'), cell: ({ recordedAt }) => text.moment(recordedAt) },
  {
    id: 'result',
    header: text('plan.checkIn.result'),
    cell: ({ result }) => text(`plan.checkIn.result.${result}`),
  },
  { id: 'due', header: text('plan.checkIn.dueAt'), cell: ({ dueAt }) => text.moment(dueAt) },
  { id: 'note', header: text('plan.checkIn.noteShort'), cell: ({ note }) => <bdi>{note}</bdi> },
]
