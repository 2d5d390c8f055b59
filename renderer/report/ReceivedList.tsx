import type { ReceivedSummary } from '../../shared/report/model.ts'
import { useAnswer } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText, type Text } from '../text.tsx'
import { EmptyState, Link, Page, Progress, Section, Stack, Table, type Column } from '../ui/index.ts'
import { Newest } from './SentList.tsx'

/** What presences handed in, by report, the latest report first. Nothing of it is a case of this office. */
export function ReceivedList() {
  const text = useText()
  const { value, refusal } = useAnswer('report.received', {})
  return (
    <Page
      title={text('report.received')}
      lead={text('report.received.lead')}
      width="wide"
      back={{ label: text('report.title'), href: '/report' }}
      actions={
        <Link kind="button" href="/take-in">
          {text('report.takeInFile')}
        </Link>
      }
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      {value === null && !refusal && <Progress label={text('report.loading')} />}
      {value?.length === 0 && (
        <EmptyState title={text('report.noneReceived')}>{text('report.noneReceived.how')}</EmptyState>
      )}
      {value && <ByReport all={value} />}
    </Page>
  )
}

function ByReport({ all }: { readonly all: readonly ReceivedSummary[] }) {
  const text = useText()
  const groups = Map.groupBy(all, ({ ordinal }) => ordinal)
  const ordinals = [...groups.keys()].toSorted((a, b) => b - a)
  return (
    <Stack gap={32}>
      {ordinals.map(ordinal => (
        <Section key={ordinal} title={text('windows.report', { ordinal })}>
          <Table
            caption={text('windows.report', { ordinal })}
            rows={groups.get(ordinal) ?? []}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/report/received/${id}`}
            columns={columns(text)}
            empty={null}
          />
        </Section>
      ))}
    </Stack>
  )
}

const columns = (text: Text): readonly Column<ReceivedSummary>[] => [
  { id: 'presence', header: text('report.presence'), cell: one => <bdi>{one.presence}</bdi> },
  {
    id: 'from',
    header: text('report.signedBy'),
    wide: true,
    cell: ({ from, office }) => <bdi>{office === '' ? from : `${from}, ${office}`}</bdi>,
  },
  { id: 'sent', header: text('report.sentAt'), cell: ({ sentAt }) => text.moment(sentAt) },
  {
    id: 'entries',
    header: text('report.entries'),
    numeric: true,
    cell: ({ entries }) => entries,
  },
  {
    id: 'newest',
    header: text('report.standing'),
    cell: ({ newest }) => <Newest newest={newest} />,
  },
]
