import { useEffect, useState } from 'react'
import { useKept } from '../kept.ts'
import { CaseState, type CaseLine } from '../../shared/case/model.ts'
import { call } from '../api.ts'
import { useAnswer } from '../asking.ts'
import { HiddenCases } from '../HiddenCases.tsx'
import type { Refusal } from '../openCase.ts'
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
  Table,
  TextButton,
  Unseen,
  type Sort,
} from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import styles from './case.module.css'
import { caseColumns } from './caseColumns.tsx'
import { chosenFrom, countsOf, type CaseFilter } from './caseFilters.ts'

/** Every case of the desk, one line each. */
export function CaseList() {
  const text = useText()
  const { lines, refusal } = useLines()
  return (
    <Page
      width="wide"
      title={text('caseList.title')}
      lead={text('caseList.lead')}
      actions={
        lines && lines.length > 0 ? (
          <Link href="/cases/new" kind="button">
            {text('caseList.start')}
          </Link>
        ) : undefined
      }
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      {lines === null && !refusal && <Progress label={text('caseList.loading')} />}
      <HiddenCases counted="list" />
      {lines?.length === 0 && <NoCases />}
      {lines && lines.length > 0 && <Cases lines={lines} />}
    </Page>
  )
}

function useLines() {
  const [lines, setLines] = useState<readonly CaseLine[] | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  useEffect(() => {
    const load = async () => {
      const reply = await call('case.list', {})
      if (reply.ok) setLines(reply.value)
      else setRefusal(reply)
    }
    void load()
  }, [])
  return { lines, refusal }
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

function Cases({ lines }: { readonly lines: readonly CaseLine[] }) {
  const text = useText()
  const [filters, setFilters] = useKept<readonly CaseFilter[]>('list.filters', [])
  const [code, setCode] = useKept('list.code', '')
  const [sort, setSort] = useKept<Sort>('list.sort', { column: 'changed', ascending: false })
  const limited = useAnswer('access.overview', {}).value?.yours ?? []
  const rows = chosenFrom(lines, { filters, code, sort })
  const all = () => {
    setFilters([])
    setCode('')
  }
  return (
    <Stack>
      <SearchField
        label={text('caseList.search')}
        clearLabel={text('caseList.clearSearch')}
        value={code}
        onChange={setCode}
      />
      <Filters lines={lines} on={filters} onChange={setFilters} />
      <Row apart>
        <output aria-live="polite">
          <Quiet>{text('caseList.shown', { shown: rows.length, all: lines.length })}</Quiet>
        </output>
        {(filters.length > 0 || code !== '') && (
          <TextButton onPress={all}>{text('caseList.clear')}</TextButton>
        )}
      </Row>
      <Table
        caption={text('caseList.title')}
        columns={caseColumns(text, limited)}
        rows={rows}
        rowKey={line => line.id}
        rowHref={line => `/case/${line.id}`}
        sort={sort}
        onSort={setSort}
        empty={<EmptyState title={text('caseList.noneMatch')}>{text('caseList.noneMatchHint')}</EmptyState>}
      />
    </Stack>
  )
}

interface FiltersProps {
  readonly lines: readonly CaseLine[]
  readonly on: readonly CaseFilter[]
  readonly onChange: (on: readonly CaseFilter[]) => void
}

const isState = (filter: CaseFilter): boolean => CaseState.options.some(state => state === filter)

function Filters({ lines, on, onChange }: FiltersProps) {
  const text = useText()
  return (
    <fieldset className={styles.filters}>
      <legend>
        <Unseen>{text('caseList.filters')}</Unseen>
      </legend>
      <Row gap={8}>
        {countsOf(lines).map(({ filter, count }) => (
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
}
