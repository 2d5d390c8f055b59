import { CircleCheck, OctagonX, PencilLine } from 'lucide-react'
import { useLocation } from 'wouter'
import { levels } from '../../shared/report/coverage.ts'
import type { ReportLine, ReportOverview } from '../../shared/report/model.ts'
import { useAnswer } from '../asking.ts'
import { HiddenCases } from '../HiddenCases.tsx'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText, type Text } from '../text.tsx'
import {
  Badge,
  Code,
  DescriptionList,
  EmptyState,
  Link,
  Page,
  Progress,
  Quiet,
  Row,
  Section,
  Select,
  Table,
  type Column,
} from '../ui/index.ts'
import { reportName, reportPlace } from './place.ts'
import { SentList } from './SentList.tsx'

/** What would be handed in for one annual report: every case, how openly, and why no more openly. */
export function ContributionPage({ ordinal }: { readonly ordinal: number | null }) {
  const text = useText()
  const { value, refusal } = useAnswer('report.overview', { ordinal })
  return (
    <Page
      title={text('report.title')}
      lead={text('report.lead')}
      width="wide"
      actions={
        value && (
          <Link kind="button" href={reportPlace(value.window.ordinal, 'send')}>
            {text('report.toSend')}
          </Link>
        )
      }
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      {value === null && !refusal && <Progress label={text('report.loading')} />}
      {value && <Overview of={value} />}
    </Page>
  )
}

interface OfOverview {
  readonly of: ReportOverview
}

function Overview({ of }: OfOverview) {
  const text = useText()
  return (
    <>
      <HiddenCases counted="report" />
      <Row gap={24}>
        <ChooseWindow of={of} />
        <Link href="/report/received">{text('report.toReceived')}</Link>
      </Row>
      <Section title={text('report.counts')} lead={text('report.counts.lead')}>
        <DescriptionList
          rows={levels.map(level => ({
            id: level,
            label: text(`report.level.${level}`),
            value: text('report.cases', { count: of.lines.filter(line => line.level === level).length }),
          }))}
        />
      </Section>
      <Section title={text('report.everyCase')}>
        <Table
          caption={text('report.everyCase')}
          columns={columns(text)}
          rows={of.lines}
          rowKey={({ caseId }) => caseId}
          rowHref={({ caseId }) => reportPlace(of.window.ordinal, 'case', caseId)}
          empty={<EmptyState title={text('report.noCases')} />}
        />
      </Section>
      <SentList sent={of.sent} />
    </>
  )
}

function ChooseWindow({ of: { windows, window } }: OfOverview) {
  const text = useText()
  const [, navigate] = useLocation()
  return (
    <Select
      id="window"
      label={text('report.window')}
      value={String(window.ordinal)}
      onChange={chosen => navigate(reportPlace(Number(chosen)))}
      options={windows.toReversed().map(one => ({ id: String(one.ordinal), label: reportName(text, one) }))}
      placeholder={text('report.window')}
      width="full"
    />
  )
}

const columns = (text: Text): readonly Column<ReportLine>[] => [
  { id: 'case', header: text('report.case'), cell: ({ code }) => <Code>{code}</Code> },
  {
    id: 'level',
    header: text('report.howOpenly'),
    cell: line => <LevelOf line={line} />,
  },
  { id: 'why', header: text('report.why'), wide: true, cell: ({ why }) => text(`report.why.${why}`) },
  { id: 'entry', header: text('report.entry'), cell: line => <EntryMark line={line} /> },
]

/** How openly a case appears, and in which annex. */
export function LevelOf({ line: { level, annex } }: { readonly line: Pick<ReportLine, 'level' | 'annex'> }) {
  const text = useText()
  const isTold = level === 'named' || level === 'anonymised'
  return (
    <>
      {text(`report.level.${level}`)}
      {isTold && (
        <>
          {' '}
          <Quiet>{text(`report.annex.${annex}`)}</Quiet>
        </>
      )}
    </>
  )
}

/** How far the entry of a case is; nothing where it has none. */
export function EntryMark({
  line: { level, entry },
}: {
  readonly line: Pick<ReportLine, 'level' | 'entry'>
}) {
  const text = useText()
  if (level !== 'named' && level !== 'anonymised') return null
  const standing = entry?.standing ?? 'none'
  const word = text(`report.entry.${standing}`)
  if (standing === 'ready')
    return (
      <Badge tone="safe" icon={CircleCheck}>
        {word}
      </Badge>
    )
  if (standing === 'gives-away' || standing === 'other-level')
    return (
      <Badge tone="stop" icon={OctagonX}>
        {word}
      </Badge>
    )
  return (
    <Badge tone="note" icon={PencilLine}>
      {word}
    </Badge>
  )
}
