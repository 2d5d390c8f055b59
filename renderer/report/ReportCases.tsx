import { CircleCheck, OctagonX, PencilLine } from 'lucide-react'
import { useMemo } from 'react'
import type { EntryStanding, ReportLine, ReportListed, ReportOverview } from '../../shared/report/model.ts'
import type { ReportFilter } from '../../shared/report/row.ts'
import { isTold } from '../../shared/report/row.ts'
import { lineAt } from '../pages.ts'
import { useText, type Text } from '../text.tsx'
import {
  Badge,
  Code,
  EmptyState,
  FilterToggle,
  Quiet,
  Row,
  Stack,
  TextButton,
  Unseen,
  VirtualTable,
  type Column,
} from '../ui/index.ts'
import { reportPlace } from './place.ts'
import styles from './report.module.css'
import type { ReportPagesOf } from './reportPages.ts'

interface Props {
  readonly pages: ReportPagesOf
  readonly filters: readonly ReportFilter[]
  readonly onFilter: (filters: readonly ReportFilter[]) => void
  readonly look: (from: number, to: number) => void
}

/** The cases of one report, of which only those in sight are asked for. */
export function ReportCases({ pages, filters, onFilter, look }: Props) {
  const text = useText()
  const columns = useMemo(() => columnsIn(text), [text])
  const { total, all, counts, window } = pages.page
  return (
    <Stack>
      <Filters counts={counts} on={filters} onChange={onFilter} />
      <Row apart>
        <output aria-live="polite">
          {all > 0 && <Quiet>{text('report.shown', { shown: total, all })}</Quiet>}
        </output>
        {filters.length > 0 && <TextButton onPress={() => onFilter([])}>{text('report.showAll')}</TextButton>}
      </Row>
      <VirtualTable
        caption={text('report.everyCase')}
        columns={columns}
        count={total}
        rowAt={index => lineAt(pages, index)}
        onRange={look}
        rowKey={({ caseId }) => caseId}
        rowHref={({ caseId }) => reportPlace(window.ordinal, 'case', caseId)}
        empty={<NoneShown all={all} behind={pages.page.behind} />}
      />
    </Stack>
  )
}

/** No case is shown: there is none, none is like that, or none was looked at yet. */
function NoneShown({ all, behind }: Pick<ReportOverview, 'all' | 'behind'>) {
  const text = useText()
  if (all === 0 && behind > 0) return null
  return <EmptyState title={text(all === 0 ? 'report.noCases' : 'report.noneMatch')} />
}

interface FiltersProps {
  readonly counts: ReportOverview['counts']
  readonly on: readonly ReportFilter[]
  readonly onChange: (on: readonly ReportFilter[]) => void
}

function Filters({ counts, on, onChange }: FiltersProps) {
  const text = useText()
  const some = counts.filter(({ filter, count }) => count > 0 || on.includes(filter))
  if (some.length === 0) return null
  return (
    <fieldset className={styles.filters}>
      <legend>
        <Unseen>{text('report.filters')}</Unseen>
      </legend>
      <Row gap={8}>
        {some.map(({ filter, count }) => (
          <FilterToggle
            key={filter}
            on={on.includes(filter)}
            onChange={now => onChange(now ? [...on, filter] : on.filter(other => other !== filter))}
            count={count}
          >
            {text(filter === 'unwritten' ? 'report.filter.unwritten' : `report.level.${filter}`)}
          </FilterToggle>
        ))}
      </Row>
    </fieldset>
  )
}

const columnsIn = (text: Text): readonly Column<ReportListed>[] => [
  { id: 'case', header: text('report.case'), cell: ({ code }) => <Code>{code}</Code> },
  { id: 'level', header: text('report.howOpenly'), cell: line => <LevelOf line={line} /> },
  { id: 'why', header: text('report.why'), wide: true, cell: ({ why }) => text(`report.why.${why}`) },
  {
    id: 'entry',
    header: text('report.entry'),
    cell: ({ entry }) => entry !== null && <EntryMark standing={entry} />,
  },
]

/** How openly a case appears, and in which annex. */
export function LevelOf({ line: { level, annex } }: { readonly line: Pick<ReportLine, 'level' | 'annex'> }) {
  const text = useText()
  return (
    <>
      {text(`report.level.${level}`)}
      {isTold(level) && (
        <>
          {' '}
          <Quiet>{text(`report.annex.${annex}`)}</Quiet>
        </>
      )}
    </>
  )
}

/** How far the entry of a case is. */
export function EntryMark({ standing }: { readonly standing: EntryStanding }) {
  const text = useText()
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
