import type { WaitingBrief } from '../../shared/brief/model.ts'
import { useAnswer } from '../asking.ts'
import { useText, type Text } from '../text.tsx'
import { Code, Section, Table, type Column } from '../ui/index.ts'

/** Briefs of others that wait for whoever is at the desk; nothing when there are none. */
export function ApprovalsWaiting() {
  const text = useText()
  const { value: briefs } = useAnswer('brief.waiting', {})
  if (briefs === null || briefs.length === 0) return null
  return (
    <Section title={text('handover.approvals')} lead={text('handover.approvals.lead')}>
      <Table
        caption={text('handover.approvals')}
        rows={briefs}
        rowKey={({ briefId }) => briefId}
        rowHref={({ caseId, briefId }) => `/case/${caseId}/brief/${briefId}/approve`}
        columns={columnsIn(text)}
        empty={null}
      />
    </Section>
  )
}

const columnsIn = (text: Text): Column<WaitingBrief>[] => [
  { id: 'copy', header: text('brief.column.copy'), cell: ({ copy }) => <Code>{copy}</Code> },
  { id: 'by', header: text('handover.askedBy'), cell: ({ by }) => <Code>{by}</Code> },
  { id: 'for', header: text('brief.column.for'), cell: ({ forRole }) => <bdi>{forRole}</bdi>, wide: true },
  { id: 'at', header: text('handover.askedAt'), cell: ({ at }) => text.moment(at) },
]
