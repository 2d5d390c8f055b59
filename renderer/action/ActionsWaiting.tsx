import type { WaitingAction } from '../../shared/action/model.ts'
import { useAnswer } from '../asking.ts'
import { useText, type Text } from '../text.tsx'
import { Code, Section, Stack, Table, type Column } from '../ui/index.ts'

/**
 * Actions that wait for whoever is at the desk: those of others to approve, and their own that came back. Nothing when
 * there are none.
 */
export function ActionsWaiting() {
  const { value: actions } = useAnswer('action.waiting', {})
  if (actions === null || actions.length === 0) return null
  const isAsked = ({ kind }: WaitingAction) => kind === 'asked'
  return (
    <Stack gap={24}>
      <Waiting actions={actions.filter(isAsked)} of="waiting" columnsIn={askedColumnsIn} />
      <Waiting actions={actions.filter(one => !isAsked(one))} of="cameBack" columnsIn={backColumnsIn} />
    </Stack>
  )
}

interface WaitingProps {
  readonly actions: readonly WaitingAction[]
  readonly of: 'waiting' | 'cameBack'
  readonly columnsIn: (text: Text) => Column<WaitingAction>[]
}

function Waiting({ actions, of, columnsIn }: WaitingProps) {
  const text = useText()
  if (actions.length === 0) return null
  return (
    <Section title={text(`action.${of}`)} lead={text(`action.${of}.lead`)}>
      <Table
        caption={text(`action.${of}`)}
        rows={actions}
        rowKey={({ actionId }) => actionId}
        rowHref={placeOfWaiting}
        columns={columnsIn(text)}
        empty={null}
      />
    </Section>
  )
}

const placeOfWaiting = ({ caseId, actionId, kind }: WaitingAction) =>
  `/case/${caseId}/actions/${actionId}${kind === 'asked' ? '/approve' : ''}`

const label = (text: Text): Column<WaitingAction> => ({
  id: 'label',
  header: text('action.column.label'),
  cell: one => <Code>{one.label}</Code>,
})

const ofCase = (text: Text): Column<WaitingAction> => ({
  id: 'case',
  header: text('handover.case'),
  cell: ({ code }) => <Code>{code}</Code>,
})

const what = (text: Text): Column<WaitingAction> => ({
  id: 'what',
  header: text('action.column.what'),
  cell: one => text.code('action', one.what),
  wide: true,
})

const askedColumnsIn = (text: Text): Column<WaitingAction>[] => [
  label(text),
  ofCase(text),
  { id: 'by', header: text('handover.askedBy'), cell: ({ by }) => <Code>{by}</Code> },
  what(text),
  { id: 'at', header: text('handover.askedAt'), cell: ({ at }) => text.moment(at) },
]

const backColumnsIn = (text: Text): Column<WaitingAction>[] => [
  label(text),
  ofCase(text),
  what(text),
  {
    id: 'how',
    header: text('action.column.how'),
    cell: ({ kind, by }) => text(`action.cameBack.${kind}`, { by }),
    wide: true,
  },
  { id: 'at', header: text('handover.back.at'), cell: ({ at }) => text.moment(at) },
]
