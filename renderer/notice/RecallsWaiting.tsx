import type { WaitingRecall } from '../../shared/notice/model.ts'
import { useAnswer } from '../asking.ts'
import { packagePlace } from '../packageWords.ts'
import { useText, type Text } from '../text.tsx'
import { Code, Section, Table, type Column } from '../ui/index.ts'

/** What colleagues called back and somebody here must still decide or act on. Nothing when there is none. */
export function RecallsWaiting() {
  const text = useText()
  const { value: waiting } = useAnswer('notice.waiting', {})
  if (waiting === null || waiting.length === 0) return null
  return (
    <Section title={text('notice.waiting')} lead={text('notice.waiting.lead')}>
      <Table
        caption={text('notice.waiting')}
        rows={waiting}
        rowKey={({ id, caseId }) => `${id} ${caseId}`}
        rowHref={({ id }) => packagePlace(id)}
        columns={columnsIn(text)}
        empty={null}
      />
    </Section>
  )
}

const columnsIn = (text: Text): Column<WaitingRecall>[] => [
  {
    id: 'what',
    header: text('notice.column.what'),
    cell: ({ kind, role }) => text('notice.name.received', { kind: text(`notice.kind.${kind}`), who: role }),
  },
  {
    id: 'case',
    header: text('notice.column.case'),
    cell: ({ code }) => (code === '' ? null : <Code>{code}</Code>),
  },
  {
    id: 'why',
    header: text('notice.recall.reason'),
    cell: ({ reason }) => text(`notice.reason.${reason}`),
    wide: true,
  },
  { id: 'todo', header: text('notice.column.todo'), cell: ({ standing }) => text(`notice.todo.${standing}`) },
  {
    id: 'tellBy',
    header: text('notice.column.tellBy'),
    cell: ({ tellBy }) => tellBy && text.day(tellBy),
  },
]
