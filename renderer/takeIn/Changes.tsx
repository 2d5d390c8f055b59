import { useState, type ReactNode } from 'react'
import type { MergeChange, MergePreview } from '../../shared/exchange/preview.ts'
import { fieldName, fieldValue, type FieldPlace } from '../fieldWords.ts'
import { useText, type Text } from '../text.tsx'
import {
  Button,
  DescriptionList,
  Disclosure,
  EmptyState,
  Quiet,
  Section,
  Stack,
  Table,
  type Column,
} from '../ui/index.ts'
import { useCodeOf } from './codes.ts'
import { rowName } from './rowName.ts'

type CodeOf = FieldPlace['codeOf']

/** How many rows of a list are shown before somebody asks for more. */
const atOnce = 25

/** Everything that would change by itself, folded: fields, new rows, rows taken off, new codes. */
export function Changes({ preview }: { readonly preview: MergePreview }) {
  const text = useText()
  const codeOf = useCodeOf(preview)
  const of = (...kinds: readonly MergeChange['kind'][]) =>
    preview.changes.filter(({ kind }) => kinds.includes(kind))
  const [changed, added] = [of('changed'), of('added')]
  const others = [
    { name: 'renumbered', changes: of('renumbered') },
    { name: 'identities', changes: of('identity') },
    { name: 'gone', changes: of('gone') },
    { name: 'kept', changes: of('kept') },
  ] as const
  return (
    <Section title={text('takeIn.changes')}>
      {preview.changes.length === 0 && <Quiet>{text('takeIn.changes.none')}</Quiet>}
      <Stack gap={8}>
        {changed.length > 0 && (
          <Disclosure
            label={text('takeIn.changed', { count: changed.length })}
            startsOpen={changed.length <= 10}
          >
            <Fields changes={changed} codeOf={codeOf} />
          </Disclosure>
        )}
        {added.length > 0 && (
          <Disclosure label={text('takeIn.added', { count: added.length })}>
            <Added changes={added} codeOf={codeOf} />
          </Disclosure>
        )}
        {others
          .filter(({ changes }) => changes.length > 0)
          .map(({ name, changes }) => (
            <Disclosure key={name} label={text(`takeIn.${name}`, { count: changes.length })}>
              <Stack gap={8}>
                <Quiet>{text(`takeIn.${name}.means`)}</Quiet>
                <Paged all={changes}>{some => <Lines changes={some} />}</Paged>
              </Stack>
            </Disclosure>
          ))}
      </Stack>
    </Section>
  )
}

interface PagedProps<T> {
  readonly all: readonly T[]
  readonly children: (shown: readonly T[]) => ReactNode
}

/** A long list, a piece at a time. */
function Paged<T>({ all, children }: PagedProps<T>) {
  const text = useText()
  const [shown, setShown] = useState(atOnce)
  return (
    <Stack gap={12}>
      {children(all.slice(0, shown))}
      {all.length > shown && (
        <p>
          <Button onPress={() => setShown(shown + atOnce)}>
            {text('takeIn.more', { count: all.length - shown })}
          </Button>
        </p>
      )}
    </Stack>
  )
}

interface ListProps {
  readonly changes: readonly MergeChange[]
  readonly codeOf: CodeOf
}

function Fields({ changes, codeOf }: ListProps) {
  const text = useText()
  return (
    <Paged all={changes.toSorted((a, b) => a.label.localeCompare(b.label))}>
      {some => (
        <Table
          caption={text('takeIn.changed', { count: changes.length })}
          rows={some}
          rowKey={({ key }) => key}
          columns={columnsIn(text, codeOf)}
          empty={<EmptyState title={text('takeIn.changes.none')}>{''}</EmptyState>}
        />
      )}
    </Paged>
  )
}

const columnsIn = (text: Text, codeOf: CodeOf): Column<MergeChange>[] => {
  const value = ({ table, field }: MergeChange, said: unknown) => (
    <bdi>{fieldValue(text, { table, field, codeOf }, said)}</bdi>
  )
  return [
    { id: 'row', header: text('takeIn.column.row'), cell: change => rowName(text, change) },
    {
      id: 'field',
      header: text('takeIn.column.field'),
      cell: ({ field }) => fieldName(text, field) ?? field,
    },
    {
      id: 'ours',
      header: text('takeIn.column.ours'),
      cell: change => value(change, change.ours),
      wide: true,
    },
    {
      id: 'theirs',
      header: text('takeIn.column.theirs'),
      cell: change => value(change, change.theirs),
      wide: true,
    },
  ]
}

/** New rows by their kind; each can be opened. */
function Added({ changes, codeOf }: ListProps) {
  const text = useText()
  return (
    <Stack gap={8}>
      {[...Map.groupBy(changes, ({ table }) => table)].map(([table, some]) => (
        <Disclosure
          key={table}
          level={4}
          label={text('takeIn.added.of', { table: text(`record.table.${table}`), count: some.length })}
        >
          <Paged all={some}>
            {shown => shown.map(change => <AddedRow key={change.key} change={change} codeOf={codeOf} />)}
          </Paged>
        </Disclosure>
      ))}
    </Stack>
  )
}

function AddedRow({ change, codeOf }: Pick<ListProps, 'codeOf'> & { readonly change: MergeChange }) {
  const text = useText()
  const { table, theirs, label } = change
  const fields = typeof theirs === 'object' && theirs !== null ? Object.entries(theirs) : []
  const rows = fields.flatMap(([field, value]) => {
    const name = fieldName(text, field)
    const words = fieldValue(text, { table, field, codeOf }, value)
    const isSaid = name !== null && words !== text('field.nothing')
    return isSaid ? [{ id: field, label: name, value: <bdi>{words}</bdi> }] : []
  })
  return (
    <div>
      {label !== '' && <p>{rowName(text, change)}</p>}
      <DescriptionList rows={rows} />
    </div>
  )
}

function Lines({ changes }: Pick<ListProps, 'changes'>) {
  const text = useText()
  return (
    <ul>
      {changes.map(change => (
        <li key={change.key}>
          {change.kind === 'renumbered'
            ? text('takeIn.renumbered.one', {
                from: fieldValue(text, { ...change, codeOf: () => null }, change.ours),
                to: fieldValue(text, { ...change, codeOf: () => null }, change.theirs),
              })
            : rowName(text, change)}
        </li>
      ))}
    </ul>
  )
}
