import type { WaitingDisposal } from '../../shared/retention/model.ts'
import { useAnswer } from '../asking.ts'
import { useText, type Text } from '../text.tsx'
import { Code, Section, Table, type Column } from '../ui/index.ts'

/** Requests to destroy a case that whoever is at the desk may answer; nothing when there are none. */
export function DisposalsWaiting() {
  const text = useText()
  const { value: requests } = useAnswer('retention.waiting', {})
  if (requests === null || requests.length === 0) return null
  return (
    <Section title={text('retention.waiting')} lead={text('forget.waitingLead')}>
      <Table
        caption={text('retention.waiting')}
        rows={requests}
        rowKey={({ caseId }) => caseId}
        rowHref={({ caseId }) => `/case/${caseId}/dispose`}
        columns={columnsIn(text)}
        empty={null}
      />
    </Section>
  )
}

const columnsIn = (text: Text): Column<WaitingDisposal>[] => [
  { id: 'case', header: text('forget.column.case'), cell: ({ code }) => <Code>{code}</Code> },
  {
    id: 'ground',
    header: text('retention.groundShort'),
    cell: ({ ground }) => text(`retention.ground.${ground}`),
    wide: true,
  },
  { id: 'by', header: text('forget.column.by'), cell: ({ by }) => <Code>{by}</Code> },
  { id: 'at', header: text('forget.column.at'), cell: ({ at }) => text.moment(at) },
]
