import type { WaitingOverride } from '../../shared/override/model.ts'
import { useAnswer } from '../asking.ts'
import { itemName, overridePart } from '../overrideWords.ts'
import { useText, type Text } from '../text.tsx'
import { Code, Section, Table, type Column } from '../ui/index.ts'

/** Overrides that whoever is at the desk may answer; nothing when there are none. */
export function OverridesWaiting() {
  const text = useText()
  const { value: waiting } = useAnswer('override.waiting', {})
  if (waiting === null || waiting.length === 0) return null
  return (
    <Section title={text('override.waiting')} lead={text('override.waitingLead')}>
      <Table
        caption={text('override.waiting')}
        rows={waiting}
        rowKey={({ overrideId }) => overrideId}
        rowHref={({ caseId, kind, itemId }) => `/case/${caseId}/${overridePart[kind]}/${itemId}/override`}
        columns={columnsIn(text)}
        empty={null}
      />
    </Section>
  )
}

const columnsIn = (text: Text): Column<WaitingOverride>[] => [
  { id: 'case', header: text('override.column.case'), cell: ({ code }) => <Code>{code}</Code> },
  { id: 'item', header: text('override.for'), cell: one => itemName(text, one) },
  { id: 'by', header: text('override.asked'), cell: ({ by }) => <Code>{by}</Code> },
  { id: 'why', header: text('override.reason'), cell: ({ reason }) => <bdi>{reason}</bdi>, wide: true },
  { id: 'at', header: text('override.column.at'), cell: ({ at }) => text.moment(at) },
]
