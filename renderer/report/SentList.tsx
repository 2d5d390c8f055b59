import type { SentSummary } from '../../shared/report/model.ts'
import { useText, type Text } from '../text.tsx'
import { Badge, EmptyState, Section, Table, type Column } from '../ui/index.ts'

/** What was handed in for one report, newest first. */
export function SentList({ sent }: { readonly sent: readonly SentSummary[] }) {
  const text = useText()
  return (
    <Section title={text('report.sent')}>
      <Table
        caption={text('report.sent')}
        rows={sent}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/report/sent/${id}`}
        columns={columns(text)}
        empty={<EmptyState title={text('report.nothingSent')} />}
      />
    </Section>
  )
}

const columns = (text: Text): readonly Column<SentSummary>[] => [
  { id: 'at', header: text('report.sentAt'), cell: ({ sentAt }) => text.moment(sentAt) },
  { id: 'to', header: text('report.sentTo'), wide: true, cell: ({ to }) => <bdi>{to}</bdi> },
  {
    id: 'entries',
    header: text('report.entries'),
    numeric: true,
    cell: ({ entries }) => entries,
  },
  { id: 'by', header: text('report.sentBy'), cell: ({ by }) => <bdi>{by}</bdi> },
  {
    id: 'standing',
    header: text('report.standing'),
    cell: ({ newest }) => <Newest newest={newest} />,
  },
]

/** Whether a later one has taken its place. */
export function Newest({ newest }: { readonly newest: boolean }) {
  const text = useText()
  return (
    <Badge tone={newest ? 'safe' : 'neutral'}>{text(newest ? 'report.newest' : 'report.superseded')}</Badge>
  )
}
