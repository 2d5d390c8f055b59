import type { Change } from '../../shared/record/model.ts'
import { useText, type Text } from '../text.tsx'
import { Code, EmptyState, Quiet, Table } from '../ui/index.ts'
import styles from './record.module.css'

interface Props {
  readonly changes: readonly Change[]
  readonly shown: boolean
}

/** The fields one entry changed. While values are hidden they are not in the page. */
export function ChangeTable({ changes, shown }: Props) {
  const text = useText()
  const value = ({ col }: Change, stored: string | null) =>
    col === null ? <Quiet>{text('record.destroyed')}</Quiet> : <Value stored={stored} shown={shown} />
  return (
    <Table
      caption={text('record.changes')}
      rows={changes.map((change, index) => ({ ...change, index }))}
      rowKey={({ index }) => String(index)}
      columns={[
        { id: 'field', header: text('record.field'), cell: change => fieldOf(text, change) },
        { id: 'old', header: text('record.before'), cell: change => value(change, change.old), wide: true },
        { id: 'new', header: text('record.after'), cell: change => value(change, change.new), wide: true },
      ]}
      empty={<EmptyState title={text('record.changes.none')}>{text('record.changes.none.why')}</EmptyState>}
    />
  )
}

/** Which thing in words, and the field by the name it has in the vault. */
function fieldOf(text: Text, { tbl, col }: Change) {
  return (
    <>
      {text(`record.table.${tbl}`)}
      {col !== null && (
        <>
          : <Code>{col.replaceAll('_', ' ')}</Code>
        </>
      )}
    </>
  )
}

function Value({ stored, shown }: { readonly stored: string | null; readonly shown: boolean }) {
  const text = useText()
  if (stored === null) return <Quiet>{text('record.nothing')}</Quiet>
  if (!shown) return <Quiet>{text('record.hidden')}</Quiet>
  return (
    <span dir="auto" className={styles.value}>
      {stored}
    </span>
  )
}
