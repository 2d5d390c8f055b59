import type { WaitingFile } from '../../shared/approval/asking.ts'
import { useAnswer } from '../asking.ts'
import { colleagueName } from '../colleagueWords.ts'
import { itemName, overridePart } from '../overrideWords.ts'
import { useText, type Text } from '../text.tsx'
import { Badge, Code, Section, Table, type Column } from '../ui/index.ts'

/** What colleagues elsewhere were asked by file and have not answered; nothing when there is none. */
export function FilesWaiting() {
  const text = useText()
  const { value: waiting } = useAnswer('approval.waiting', {})
  if (waiting === null || waiting.length === 0) return null
  return (
    <Section title={text('approval.waiting')} lead={text('approval.waitingLead')}>
      <Table
        caption={text('approval.waiting')}
        rows={waiting}
        rowKey={({ id }) => id}
        rowHref={({ caseId, kind, itemId }) => `/case/${caseId}/${overridePart[kind]}/${itemId}`}
        columns={columnsIn(text)}
        empty={null}
      />
    </Section>
  )
}

const columnsIn = (text: Text): Column<WaitingFile>[] => [
  { id: 'case', header: text('override.column.case'), cell: ({ caseCode }) => <Code>{caseCode}</Code> },
  { id: 'item', header: text('override.for'), cell: one => itemName(text, one) },
  {
    id: 'whom',
    header: text('approval.column.whom'),
    cell: one => <bdi>{colleagueName(text, one)}</bdi>,
    wide: true,
  },
  {
    id: 'standing',
    header: text('override.standing'),
    cell: ({ same, asks }) => (
      <Badge tone={same ? 'note' : 'care'}>{text(same ? `approval.asks.${asks}` : 'approval.changed')}</Badge>
    ),
  },
  { id: 'at', header: text('override.column.at'), cell: ({ at }) => text.moment(at) },
]
