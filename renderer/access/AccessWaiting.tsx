import type { WaitingStep } from '../../shared/access/model.ts'
import { useAnswer } from '../asking.ts'
import { useText, type Text } from '../text.tsx'
import { Code, Section, Table, type Column } from '../ui/index.ts'

/** Decisions on who may read that wait for an answer of whoever is at the desk; nothing when there are none. */
export function AccessWaiting() {
  const text = useText()
  const { value } = useAnswer('access.waiting', {})
  const waiting = value?.filter(({ mayAgree }) => mayAgree) ?? []
  if (waiting.length === 0) return null
  return (
    <Section title={text('access.waiting')} lead={text('access.waitingLead')}>
      <Table
        caption={text('access.waiting')}
        rows={waiting}
        rowKey={({ id }) => id}
        rowHref={({ caseId, personId }) => `/case/${caseId}/access${personId ? `/${personId}` : ''}`}
        columns={columnsIn(text)}
        empty={null}
      />
    </Section>
  )
}

const columnsIn = (text: Text): Column<WaitingStep>[] => [
  {
    id: 'case',
    header: text('access.column.case'),
    cell: ({ code, label }) => <Code>{label ? `${code} ${label}` : code}</Code>,
  },
  {
    id: 'what',
    header: text('access.column.what'),
    cell: ({ what, role }) => text(`access.short.${what}`, { role: role ?? '' }),
  },
  { id: 'by', header: text('access.column.by'), cell: ({ by }) => <Code>{by}</Code> },
  {
    id: 'why',
    header: text('access.column.why'),
    cell: ({ words }) => <bdi>{words}</bdi>,
    wide: true,
  },
  { id: 'at', header: text('access.column.at'), cell: ({ at }) => text.moment(at) },
]
