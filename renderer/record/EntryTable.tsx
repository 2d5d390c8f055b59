import type { Entry } from '../../shared/record/model.ts'
import { useText, type Text } from '../text.tsx'
import { Badge, Code, EmptyState, Quiet, Table, TextButton } from '../ui/index.ts'
import type { Entries } from './entries.ts'

interface Props {
  readonly entries: Entries
  readonly onOpen: (entry: Entry) => void
}

/** The entries, one line each. */
export function EntryTable({ entries, onOpen }: Props) {
  const text = useText()
  return (
    <Table
      caption={text('record.title')}
      rows={entries.rows}
      rowKey={({ seq }) => String(seq)}
      columns={[
        { id: 'seq', header: text('record.number'), cell: ({ seq }) => seq, numeric: true },
        { id: 'at', header: text('record.at'), cell: entry => timeOf(text, entry) },
        { id: 'who', header: text('record.who'), cell: ({ actor }) => whoOf(text, actor) },
        { id: 'what', header: text('record.what'), cell: whatOf, wide: true },
        { id: 'case', header: text('record.case'), cell: ({ caseId }) => codeOf(entries, caseId) },
        { id: 'changes', header: text('record.changed'), cell: entry => changesOf(text, { entry, onOpen }) },
      ]}
      empty={<EmptyState title={text('record.empty')}>{text('record.empty.how')}</EmptyState>}
    />
  )
}

/** When, as the clock said; and what was odd about that. */
function timeOf(text: Text, { at, clock }: Entry) {
  return (
    <>
      {text.moment(at)} {clock && <Badge tone="care">{text(`record.clock.${clock}`)}</Badge>}
    </>
  )
}

/** An entry made before anybody was named says so. */
const whoOf = (text: Text, actor: string) =>
  actor === '' ? <Quiet>{text('record.nobody')}</Quiet> : <Code>{actor}</Code>

const codeOf = (entries: Entries, caseId: string | null) => {
  const code = entries.codeOf(caseId)
  return code && <Code>{code}</Code>
}

const whatOf = (entry: Entry) => <What entry={entry} />

function What({ entry }: { readonly entry: Entry }) {
  const text = useText()
  return (
    <>
      {text(`record.operation.${entry.operation}`)}
      {entry.reason && (
        <div dir="auto">
          <Quiet>{text('record.because', { reason: entry.reason })}</Quiet>
        </div>
      )}
    </>
  )
}

function changesOf(text: Text, { entry, onOpen }: { readonly entry: Entry } & Pick<Props, 'onOpen'>) {
  return (
    <TextButton
      onPress={() => onOpen(entry)}
      name={text('record.openEntry', { count: entry.changes, number: entry.seq })}
    >
      {text('record.fields', { count: entry.changes })}
    </TextButton>
  )
}
