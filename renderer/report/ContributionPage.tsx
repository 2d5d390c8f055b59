import { useLocation } from 'wouter'
import type { ReportFilter } from '../../shared/report/row.ts'
import type { ReportOverview } from '../../shared/report/model.ts'
import { Behind } from '../Behind.tsx'
import { HiddenCases } from '../HiddenCases.tsx'
import { useKept } from '../kept.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { DescriptionList, Link, Page, Progress, Row, Section, Select } from '../ui/index.ts'
import { reportName, reportPlace } from './place.ts'
import { ReportCases } from './ReportCases.tsx'
import { useReportPages } from './reportPages.ts'
import { SentList } from './SentList.tsx'

/** What would be handed in for one annual report: every case, how openly, and why no more openly. */
export function ContributionPage({ ordinal }: { readonly ordinal: number | null }) {
  const text = useText()
  const [filters, setFilters] = useKept<readonly ReportFilter[]>('report.filters', [])
  const { pages, refusal, isStuck, look } = useReportPages(ordinal, filters)
  return (
    <Page
      title={text('report.title')}
      lead={text('report.lead')}
      width="wide"
      actions={
        pages && (
          <Link kind="button" href={reportPlace(pages.page.window.ordinal, 'send')}>
            {text('report.toSend')}
          </Link>
        )
      }
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      {pages === null && !refusal && <Progress label={text('report.loading')} />}
      {pages && (
        <>
          <HiddenCases counted="report" />
          <Row gap={24}>
            <ChooseWindow of={pages.page} />
            <Link href="/report/received">{text('report.toReceived')}</Link>
          </Row>
          <Behind count={pages.page.behind} isStuck={isStuck} />
          <Levels of={pages.page} />
          <SentList sent={pages.page.sent} />
          <Section title={text('report.everyCase')}>
            <ReportCases pages={pages} filters={filters} onFilter={setFilters} look={look} />
          </Section>
        </>
      )}
    </Page>
  )
}

interface OfOverview {
  readonly of: ReportOverview
}

function Levels({ of: { levels } }: OfOverview) {
  const text = useText()
  return (
    <Section title={text('report.counts')} lead={text('report.counts.lead')}>
      <DescriptionList
        rows={levels.map(({ level, cases }) => ({
          id: level,
          label: text(`report.level.${level}`),
          value: text('report.cases', { count: cases }),
        }))}
      />
    </Section>
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
