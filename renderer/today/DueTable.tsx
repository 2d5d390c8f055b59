import type { DueLine } from '../../shared/case/due.ts'
import { endWords, placeOfDue } from '../dues.ts'
import { useText, type Text } from '../text.tsx'
import { Code, Link, Table, type Column } from '../ui/index.ts'

interface DueTableProps {
  readonly caption: string
  readonly dues: readonly DueLine[]
  readonly overdue: boolean
}

/** One line for each thing: the case, what is to be done and the way there, since or by when. */
export function DueTable({ caption, dues, overdue }: DueTableProps) {
  const text = useText()
  return (
    <Table
      caption={caption}
      columns={columns(text, overdue)}
      rows={dues}
      rowKey={due => `${due.caseId} ${due.kind} ${due.personId} ${due.item}`}
      empty={null}
    />
  )
}

const columns = (text: Text, overdue: boolean): readonly Column<DueLine>[] => [
  { id: 'code', header: text('today.case'), cell: ({ code }) => <Code>{code}</Code> },
  {
    id: 'what',
    header: text('today.what'),
    wide: true,
    cell: due => {
      const words = text(`due.${due.kind}`)
      return (
        <Link
          href={placeOfDue(due.caseId, due)}
          name={text('today.open', { what: words, code: due.code, person: due.person ?? '' })}
        >
          {words}
        </Link>
      )
    },
  },
  { id: 'person', header: text('today.person'), cell: ({ person }) => person && <Code>{person}</Code> },
  {
    id: 'when',
    header: text(overdue ? 'today.since' : 'today.by'),
    cell: due => endWords(text, due),
  },
]
