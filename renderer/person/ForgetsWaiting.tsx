import type { WaitingForget } from '../../shared/person/forget.ts'
import { useAnswer } from '../asking.ts'
import { useText, type Text } from '../text.tsx'
import { Code, Section, Table, type Column } from '../ui/index.ts'

/** Requests to destroy an identity that whoever is at the desk may answer; nothing when there are none. */
export function ForgetsWaiting() {
  const text = useText()
  const { value: requests } = useAnswer('person.forgetsWaiting', {})
  if (requests === null || requests.length === 0) return null
  return (
    <Section title={text('forget.waiting')} lead={text('forget.waitingLead')}>
      <Table
        caption={text('forget.waiting')}
        rows={requests}
        rowKey={({ personId }) => personId}
        rowHref={({ caseId, personId }) => `/case/${caseId}/persons/forget-${personId}`}
        columns={columnsIn(text)}
        empty={null}
      />
    </Section>
  )
}

const columnsIn = (text: Text): Column<WaitingForget>[] => [
  { id: 'case', header: text('forget.column.case'), cell: ({ code }) => <Code>{code}</Code> },
  { id: 'person', header: text('forget.column.person'), cell: ({ label }) => <Code>{label}</Code> },
  { id: 'by', header: text('forget.column.by'), cell: ({ by }) => <Code>{by}</Code> },
  {
    id: 'why',
    header: text('forget.column.why'),
    cell: ({ words }) => <bdi>{words}</bdi>,
    wide: true,
  },
  { id: 'at', header: text('forget.column.at'), cell: ({ at }) => text.moment(at) },
]
