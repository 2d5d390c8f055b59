import type { Output } from '../../shared/contract.ts'
import { useText, type Text } from '../text.tsx'
import { Notice, Stack, Table, type Column } from '../ui/index.ts'

type Brought = NonNullable<Output<'rescue.start'>>
type Kind = Brought['tables'][number]

/** What a rescue brought: in one sentence when nothing is missing, else kind by kind. */
export function Rescued({ rescued }: { readonly rescued: Brought }) {
  const text = useText()
  const sum = (pick: (kind: Kind) => number) => rescued.tables.reduce((all, kind) => all + pick(kind), 0)
  const missing = sum(({ lost, apart }) => lost + apart) + rescued.unplaced
  const isPart = missing + rescued.uncounted.length > 0
  const rows = rescued.tables.filter(({ rebuilt, lost, apart }) => rebuilt + lost + apart > 0)
  return (
    <Stack gap={16}>
      <Notice tone={isPart ? 'care' : 'safe'} live title={text(isPart ? 'rescue.part' : 'rescue.all')}>
        {text('rescue.sum', {
          found: sum(({ found }) => found),
          rebuilt: sum(({ rebuilt }) => rebuilt),
          missing,
        })}
      </Notice>
      {rescued.kept < rescued.entries && (
        <Notice>{text('rescue.record', { kept: rescued.kept, entries: rescued.entries })}</Notice>
      )}
      {rescued.uncounted.length > 0 && (
        <Notice tone="care">{text('rescue.uncounted', { kinds: kindNames(text, rescued.uncounted) })}</Notice>
      )}
      {rescued.unplaced > 0 && (
        <Notice tone="care">{text('rescue.unplaced', { count: rescued.unplaced })}</Notice>
      )}
      {rows.length > 0 && (
        <Table
          caption={text('rescue.kinds')}
          columns={columnsIn(text)}
          rows={rows}
          rowKey={({ table }) => table}
          empty={null}
        />
      )}
    </Stack>
  )
}

/** What the rows of a table are; what only Vigil itself works with goes by one name. */
function kindName(text: Text, table: string): string {
  if (text.has(`record.table.${table}`)) return text(`record.table.${table}`)
  return text.has(`rescue.table.${table}`) ? text(`rescue.table.${table}`) : text('rescue.table.inner')
}

/** Several kinds, each once. */
const kindNames = (text: Text, tables: readonly string[]) =>
  [...new Set(tables.map(table => kindName(text, table)))].join(text('rescue.and'))

const columnsIn = (text: Text): readonly Column<Kind>[] => {
  const count = (id: 'found' | 'rebuilt' | 'lost' | 'apart') => ({
    id,
    header: text(`rescue.count.${id}`),
    numeric: true,
    cell: (kind: Kind) => kind[id],
  })
  return [
    { id: 'kind', header: text('rescue.count.kind'), wide: true, cell: ({ table }) => kindName(text, table) },
    count('found'),
    count('rebuilt'),
    count('apart'),
    count('lost'),
  ]
}
