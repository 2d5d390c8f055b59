import { memo, useMemo } from 'react'
import { useKept } from '../kept.ts'
import { CaseState, type CaseLine } from '../../shared/case/model.ts'
import type { CaseId } from '../../shared/model.ts'
import { SortColumn, type CaseFilter, type FilterCount, type LineSort } from '../../shared/lines/model.ts'
import { useAnswer } from '../asking.ts'
import { Behind } from '../Behind.tsx'
import { HiddenCases } from '../HiddenCases.tsx'
import { useText } from '../text.tsx'
import {
  EmptyState,
  FilterToggle,
  Link,
  Page,
  Progress,
  Quiet,
  Row,
  SearchField,
  Stack,
  TextButton,
  Unseen,
  VirtualTable,
  type Sort,
} from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import styles from './case.module.css'
import { caseColumns } from './caseColumns.tsx'
import { lineAt } from '../pages.ts'
import { useCasePages, type Pages, type Wanted } from './casePages.ts'

/** Every case of the desk, one line each. */
export function CaseList() {
  const text = useText()
  const [wanted, change] = useWanted()
  const { pages, refusal, isStuck, look } = useCasePages(wanted)
  const isEmpty = pages !== null && pages.page.all === 0 && pages.page.behind === 0
  return (
    <Page
      width="wide"
      title={text('caseList.title')}
      lead={text('caseList.lead')}
      actions={
        pages !== null && !isEmpty ? (
          <Link href="/cases/new" kind="button">
            {text('caseList.start')}
          </Link>
        ) : undefined
      }
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      {pages === null && !refusal && <Progress label={text('caseList.loading')} />}
      <HiddenCases counted="list" />
      {isEmpty && <NoCases />}
      {pages !== null && !isEmpty && <Cases {...{ pages, wanted, change, look }} />}
      {pages !== null && <Behind count={pages.page.behind} isStuck={isStuck} />}
    </Page>
  )
}

interface Change {
  readonly filters: (filters: readonly CaseFilter[]) => void
  readonly code: (code: string) => void
  readonly sort: (sort: LineSort) => void
}

/** What the list was narrowed to and put in order by, which comes back. */
function useWanted(): [Wanted, Change] {
  const [filters, setFilters] = useKept<readonly CaseFilter[]>('list.filters', [])
  const [code, setCode] = useKept('list.code', '')
  const [sort, setSort] = useKept<LineSort>('list.sort', { column: 'changed', ascending: false })
  return [
    { filters, code, sort },
    { filters: setFilters, code: setCode, sort: setSort },
  ]
}

function NoCases() {
  const text = useText()
  return (
    <EmptyState
      title={text('caseList.empty')}
      actions={
        <Link href="/cases/new" kind="button">
          {text('caseList.start')}
        </Link>
      }
    >
      {text('caseList.emptyHint')}
    </EmptyState>
  )
}

interface CasesProps {
  readonly pages: Pages
  readonly wanted: Wanted
  readonly change: Change
  readonly look: (from: number, to: number) => void
}

function Cases({ pages, wanted, change, look }: CasesProps) {
  const text = useText()
  const limited = useAnswer('access.overview', {}).value?.yours ?? none
  // Rows are drawn again only when something of them changed.
  const columns = useMemo(() => caseColumns(text, limited), [text, limited])
  const { filters, code, sort } = wanted
  const { total, all } = pages.page
  const order = (next: Sort) => {
    const column = SortColumn.safeParse(next.column)
    if (column.success) change.sort({ column: column.data, ascending: next.ascending })
  }
  const clear = () => {
    change.filters([])
    change.code('')
  }
  return (
    <Stack>
      <SearchField
        label={text('caseList.search')}
        clearLabel={text('caseList.clearSearch')}
        value={code}
        onChange={change.code}
      />
      <Filters counts={pages.page.counts} on={filters} onChange={change.filters} />
      <Row apart>
        <output aria-live="polite">
          <Quiet>{text('caseList.shown', { shown: total, all })}</Quiet>
        </output>
        {(filters.length > 0 || code !== '') && (
          <TextButton onPress={clear}>{text('caseList.clear')}</TextButton>
        )}
      </Row>
      <VirtualTable
        caption={text('caseList.title')}
        columns={columns}
        count={total}
        rowAt={index => lineAt(pages, index)}
        onRange={look}
        rowKey={idOf}
        rowHref={placeOf}
        sort={sort}
        onSort={order}
        empty={<EmptyState title={text('caseList.noneMatch')}>{text('caseList.noneMatchHint')}</EmptyState>}
      />
    </Stack>
  )
}

const none: readonly CaseId[] = []

const idOf = ({ id }: CaseLine): string => id

const placeOf = ({ id }: CaseLine): string => `/case/${id}`

interface FiltersProps {
  readonly counts: readonly FilterCount[]
  readonly on: readonly CaseFilter[]
  readonly onChange: (on: readonly CaseFilter[]) => void
}

const isState = (filter: CaseFilter): boolean => CaseState.options.some(state => state === filter)

/** Drawn again when a count changes, not at every key in the field above. */
const Filters = memo(function Filters({ counts, on, onChange }: FiltersProps) {
  const text = useText()
  return (
    <fieldset className={styles.filters}>
      <legend>
        <Unseen>{text('caseList.filters')}</Unseen>
      </legend>
      <Row gap={8}>
        {counts.map(({ filter, count }) => (
          <FilterToggle
            key={filter}
            on={on.includes(filter)}
            onChange={now => onChange(now ? [...on, filter] : on.filter(other => other !== filter))}
            count={count}
          >
            {text(isState(filter) ? `case.state.${filter}` : `caseList.filter.${filter}`)}
          </FilterToggle>
        ))}
      </Row>
    </fieldset>
  )
})
