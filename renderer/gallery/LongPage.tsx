import { useMemo, useState } from 'react'
import { EmptyState, Page, VirtualTable, type Sort } from '../ui/index.ts'
import { columnsOf, type Line } from './CasesPage.tsx'
import type { Words } from './words.ts'

/** A table of very many cases. Its rows come a moment after they are asked for, as they do from a vault. */
export function LongPage({ words, count }: { readonly words: Words; readonly count: number }) {
  const [sort, setSort] = useState<Sort>({ column: '0', ascending: true })
  const columns = useMemo(() => columnsOf(words), [words])
  const { rowAt, ask } = useLateRows(words, count, sort.ascending)
  return (
    <Page width="wide" title={words.casesTitle} lead={words.casesLead}>
      <VirtualTable
        caption={words.casesTitle}
        columns={columns}
        count={count}
        rowAt={rowAt}
        onRange={ask}
        rowKey={keyOf}
        rowHref={caseAddress}
        sort={sort}
        onSort={setSort}
        empty={<EmptyState title={words.empty}>{words.emptyHint}</EmptyState>}
      />
    </Page>
  )
}

const keyOf = (row: Line) => row[0] ?? ''
const caseAddress = () => '/case'

/** Rows made up from the few there are. @param ascending else the last comes first. */
function useLateRows(words: Words, count: number, ascending: boolean) {
  const [came, setCame] = useState<ReadonlyMap<string, Line>>(new Map())
  const name = (place: number) => `${words.name} ${words.casesTitle} ${place}`
  const placeOf = (index: number) => (ascending ? index : count - 1 - index)
  const ask = (from: number, to: number) => {
    const places = Array.from({ length: to - from }, (_, at) => placeOf(from + at))
    const lines = places.map(place => [name(place), lineAt(words, place)] as const)
    window.setTimeout(() => setCame(new Map(lines)), 20)
  }
  return { rowAt: (index: number) => came.get(name(placeOf(index))), ask }
}

function lineAt({ rows }: Words, place: number): Line {
  const [, ...others] = rows[place % rows.length] ?? []
  return [`2026-${String(place + 1).padStart(6, '0')}`, ...others]
}
