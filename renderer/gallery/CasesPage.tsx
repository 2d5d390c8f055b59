import { useState } from 'react'
import {
  Badge,
  Button,
  Code,
  EmptyState,
  FilterChips,
  FilterToggle,
  Page,
  Row,
  SearchField,
  Stack,
  Table,
  type Column,
  type Sort,
} from '../ui/index.ts'
import type { Words } from './words.ts'

/** What stands in the columns of one case. */
export type Line = readonly string[]

const tones = ['stop', 'stop', 'care', 'safe'] as const

/** The table of cases, its filters, and what it says when it is empty. */
export function CasesPage({ words }: { readonly words: Words }) {
  const [chips, setChips] = useState<readonly string[]>(words.chips)
  const [on, setOn] = useState(true)
  const [sort, setSort] = useState<Sort>({ column: '0', ascending: false })
  const [said, setSaid] = useState('')
  const rows = words.rows.filter(row => row.join(' ').includes(said))
  return (
    <Page
      width="wide"
      title={words.casesTitle}
      lead={words.casesLead}
      actions={<Button kind="primary">{words.begin}</Button>}
    >
      <Stack>
        <SearchField label={words.searchCases} clearLabel={words.clear} value={said} onChange={setSaid} />
        <Row gap={8}>
          {words.tasks.slice(2, 5).map(([name, word], index) => (
            <FilterToggle key={name} on={on && index === 1} onChange={setOn} count={index * 7 + 2}>
              {word ?? ''}
            </FilterToggle>
          ))}
        </Row>
        <FilterChips
          label={words.filters}
          chips={chips.map(label => ({ id: label, label }))}
          removeLabel={words.remove}
          onRemove={id => setChips(chips.filter(chip => chip !== id))}
          clear={{ label: words.clear, onPress: () => setChips([]) }}
        />
        <Table
          caption={words.casesTitle}
          columns={columnsOf(words)}
          rows={rows}
          rowKey={row => row[0] ?? ''}
          rowHref={() => '/case'}
          sort={sort}
          onSort={setSort}
          empty={
            <EmptyState title={words.empty} actions={<Button>{words.begin}</Button>}>
              {words.emptyHint}
            </EmptyState>
          }
        />
      </Stack>
    </Page>
  )
}

/** The columns of the table of cases. */
export const columnsOf = (words: Words): readonly Column<Line>[] =>
  words.headers.map((header, index) => ({
    id: String(index),
    header,
    sortable: index !== 4,
    numeric: index === 5,
    wide: index === 1,
    cell: row => cellOf(words, row, index),
  }))

function cellOf(words: Words, row: Line, index: number) {
  if (index === 0) return <Code>{row[0]}</Code>
  if (index !== 3) return row[index]
  return <Badge tone={tones[words.rows.findIndex(other => other[0] === row[0])]}>{row[3]}</Badge>
}
