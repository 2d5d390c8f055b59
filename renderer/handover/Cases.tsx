import { useState } from 'react'
import { useKept } from '../kept.ts'
import type { HandoverCase, HandoverDraft } from '../../shared/handover/model.ts'
import { Line } from '../../shared/model.ts'
import type { CaseId } from '../../shared/model.ts'
import { useText } from '../text.tsx'
import type { Text } from '../text.tsx'
import {
  Button,
  Checkbox,
  Code,
  Quiet,
  Row,
  SearchField,
  Section,
  Stack,
  Table,
  TextField,
  Unseen,
} from '../ui/index.ts'
import type { Column } from '../ui/index.ts'

interface Props {
  readonly cases: readonly HandoverCase[]
  readonly draft: HandoverDraft
  readonly onChange: (draft: HandoverDraft) => void
}

/** Every case, and whether it goes: marked ones are left out with a reason, or let go again. */
export function Cases({ cases, draft, onChange }: Props) {
  const text = useText()
  const [code, setCode] = useKept('handover.filter', '')
  const [ids, setIds] = useKept<readonly CaseId[]>('handover.marked', [])
  const marked: ReadonlySet<CaseId> = new Set(ids)
  const why = new Map(draft.leftOut.map(one => [one.caseId, one.why]))
  const shown = cases.filter(one => one.code.includes(code.trim().toUpperCase()))
  const mark = (id: CaseId, on: boolean) => setIds(on ? [...ids, id] : ids.filter(one => one !== id))
  const rest = draft.leftOut.filter(({ caseId }) => !marked.has(caseId))
  const put = (leftOut: HandoverDraft['leftOut']) => {
    onChange({ ...draft, leftOut })
    setIds([])
  }
  return (
    <Section title={text('caseload.cases')} lead={text('caseload.cases.lead')}>
      <Stack gap={16}>
        <SearchField
          label={text('caseload.search')}
          clearLabel={text('caseload.search.clear')}
          value={code}
          onChange={setCode}
        />
        <output aria-live="polite">
          <Quiet>{text('caseload.cases.count', { going: cases.length - why.size, all: cases.length })}</Quiet>
        </output>
        <LeaveOut
          isMarked={marked.size > 0}
          onLeave={reason => put([...rest, ...[...marked].map(caseId => ({ caseId, why: reason }))])}
          onBack={() => put(rest)}
        />
        <Table
          caption={text('caseload.cases')}
          rows={shown}
          rowKey={({ id }) => id}
          columns={columnsOf(text, { why, marked, mark })}
          empty={<Quiet>{text('caseList.noneMatch')}</Quiet>}
        />
      </Stack>
    </Section>
  )
}

interface LeaveOutProps {
  readonly isMarked: boolean
  readonly onLeave: (why: string) => void
  readonly onBack: () => void
}

function LeaveOut({ isMarked, onLeave, onBack }: LeaveOutProps) {
  const text = useText()
  const [reason, setReason] = useKept('handover.reason', '')
  const [isMissing, setMissing] = useState(false)
  const leave = () => {
    const said = Line.safeParse(reason)
    setMissing(!said.success || !isMarked)
    if (!said.success || !isMarked) return
    onLeave(said.data)
    setReason('')
  }
  return (
    <Stack gap={8}>
      <TextField
        id="leave-why"
        label={text('caseload.leave.why')}
        error={isMissing ? text('caseload.leave.missing') : undefined}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
      <Row>
        <Button onPress={leave}>{text('caseload.leave')}</Button>
        <Button disabled={!isMarked} onPress={onBack}>
          {text('caseload.back')}
        </Button>
      </Row>
    </Stack>
  )
}

interface Marking {
  readonly why: ReadonlyMap<CaseId, string>
  readonly marked: ReadonlySet<CaseId>
  readonly mark: (id: CaseId, on: boolean) => void
}

function columnsOf(text: Text, { why, marked, mark }: Marking): Column<HandoverCase>[] {
  return [
    { id: 'code', header: text('caseload.col.code'), cell: codeOf },
    {
      id: 'mark',
      header: text('caseload.col.mark'),
      cell: ({ id, code }) => (
        <Checkbox value={marked.has(id)} onChange={on => mark(id, on)}>
          <Unseen>{text('caseload.mark', { code })}</Unseen>
        </Checkbox>
      ),
    },
    {
      id: 'state',
      header: text('caseload.col.state'),
      cell: ({ state }) => text(`case.state.${state}`),
    },
    {
      id: 'danger',
      header: text('caseload.col.danger'),
      cell: ({ band, danger }) =>
        band ? text(`risk.band.${band}`) : <Quiet>{text(`caseList.danger.${danger}`)}</Quiet>,
    },
    { id: 'overdue', header: text('caseload.col.overdue'), cell: ({ overdue }) => overdue, numeric: true },
    { id: 'persons', header: text('caseload.col.persons'), cell: ({ persons }) => persons, numeric: true },
    {
      id: 'goes',
      header: text('caseload.col.goes'),
      wide: true,
      cell: line => <Goes line={line} why={why} />,
    },
  ]
}

function Goes({ line, why }: { readonly line: HandoverCase; readonly why: Marking['why'] }) {
  const text = useText()
  const reason = why.get(line.id)
  if (reason !== undefined) return <Quiet>{text('caseload.goes.no', { why: reason })}</Quiet>
  if (line.leaks) return <strong>{text('caseload.goes.leaks')}</strong>
  if (line.unnamed.length === 0) return text('caseload.goes.yes')
  return text('caseload.goes.unnamed', { who: line.unnamed.join(text('form.listComma')) })
}

const codeOf = ({ code }: { readonly code: string }) => <Code>{code}</Code>
