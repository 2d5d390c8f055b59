import type { WaitingAction } from '../../shared/action/model.ts'
import { useAnswer } from '../asking.ts'
import { useText, type Text } from '../text.tsx'
import { Code, Section, Table, type Column } from '../ui/index.ts'

/** Actions of others that wait for whoever is at the desk; nothing when there are none. */
export function ActionsWaiting() {
  const text = useText()
  const { value: actions } = useAnswer('action.waiting', {})
  if (actions === null || actions.length === 0) return null
  return (
    <Section title={text('action.waiting')} lead={text('action.waiting.lead')}>
      <Table
        caption={text('action.waiting')}
        rows={actions}
        rowKey={({ actionId }) => actionId}
        rowHref={({ caseId, actionId }) => `/case/${caseId}/actions/${actionId}/approve`}
        columns={columnsIn(text)}
        empty={null}
      />
    </Section>
  )
}

const columnsIn = (text: Text): Column<WaitingAction>[] => [
  { id: 'label', header: text('action.column.label'), cell: ({ label }) => <Code>{label}</Code> },
  { id: 'by', header: text('handover.askedBy'), cell: ({ by }) => <Code>{by}</Code> },
  {
    id: 'what',
    header: text('action.column.what'),
    cell: ({ kind }) => text.code('action', kind),
    wide: true,
  },
  { id: 'at', header: text('handover.askedAt'), cell: ({ at }) => text.moment(at) },
]
