import { useDeferredValue, useMemo } from 'react'
import type { DueLine } from '../../shared/case/due.ts'
import { dueWords, endWords, placeOfDue } from '../dues.ts'
import { useText, type Text } from '../text.tsx'
import { Code, Link, Table, type Column } from '../ui/index.ts'
import styles from './today.module.css'

interface DueTableProps {
  readonly caption: string
  readonly dues: readonly DueLine[]
  readonly overdue: boolean
}

/** So many lines are drawn at once, as many as a window shows of one table; the others in the next moment. */
const atOnce = 8

/** One line for each thing: the case, what is to be done as the way there, since or by when. */
export function DueTable({ caption, dues, overdue }: DueTableProps) {
  const text = useText()
  const columns = useMemo(() => columnsIn(text, overdue), [text, overdue])
  const rows = useDeferredValue(dues, dues.slice(0, atOnce))
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={due => `${due.caseId} ${due.kind} ${due.personId} ${due.item}`}
      empty={null}
    />
  )
}

const columnsIn = (text: Text, overdue: boolean): readonly Column<DueLine>[] => [
  {
    id: 'code',
    header: text('today.case'),
    cell: ({ code }) => (
      <span className={styles.code}>
        <Code>{code}</Code>
      </span>
    ),
  },
  {
    id: 'what',
    header: text('today.what'),
    wide: true,
    cell: due => {
      const what = dueWords(text, due, due.person)
      return (
        <Link href={placeOfDue(due.caseId, due)} name={text('today.open', { code: due.code, what })}>
          {what}
        </Link>
      )
    },
  },
  {
    id: 'when',
    header: text(overdue ? 'today.since' : 'today.by'),
    cell: due => <span className={styles.when}>{endWords(text, due)}</span>,
  },
]
