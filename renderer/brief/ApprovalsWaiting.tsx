import type { WaitingBrief } from '../../shared/brief/model.ts'
import { useAnswer } from '../asking.ts'
import { useText, type Text } from '../text.tsx'
import { Code, Section, Stack, Table, type Column } from '../ui/index.ts'

/**
 * Briefs that wait for whoever is at the desk: those of others to approve, and their own that came back. Nothing when
 * there are none.
 */
export function ApprovalsWaiting() {
  const text = useText()
  const { value: briefs } = useAnswer('brief.waiting', {})
  if (briefs === null || briefs.length === 0) return null
  const asked = briefs.filter(({ kind }) => kind === 'asked')
  const back = briefs.filter(({ kind }) => kind !== 'asked')
  return (
    <Stack gap={24}>
      {asked.length > 0 && (
        <Section title={text('handover.approvals')} lead={text('handover.approvals.lead')}>
          <Table
            caption={text('handover.approvals')}
            rows={asked}
            rowKey={({ briefId }) => briefId}
            rowHref={({ caseId, briefId }) => `/case/${caseId}/brief/${briefId}/approve`}
            columns={columnsIn(text)}
            empty={null}
          />
        </Section>
      )}
      {back.length > 0 && (
        <Section title={text('handover.back')} lead={text('handover.back.lead')}>
          <Table
            caption={text('handover.back')}
            rows={back}
            rowKey={({ briefId }) => briefId}
            rowHref={({ caseId, briefId, kind }) =>
              `/case/${caseId}/brief/${briefId}/${kind === 'approved' ? 'send' : 'approve'}`
            }
            columns={backColumnsIn(text)}
            empty={null}
          />
        </Section>
      )}
    </Stack>
  )
}

const columnsIn = (text: Text): Column<WaitingBrief>[] => [
  { id: 'copy', header: text('brief.column.copy'), cell: ({ copy }) => <Code>{copy}</Code> },
  { id: 'by', header: text('handover.askedBy'), cell: ({ by }) => <Code>{by}</Code> },
  { id: 'for', header: text('brief.column.for'), cell: ({ forRole }) => <bdi>{forRole}</bdi>, wide: true },
  { id: 'at', header: text('handover.askedAt'), cell: ({ at }) => text.moment(at) },
]

const backColumnsIn = (text: Text): Column<WaitingBrief>[] => [
  { id: 'copy', header: text('brief.column.copy'), cell: ({ copy }) => <Code>{copy}</Code> },
  {
    id: 'what',
    header: text('today.what'),
    cell: ({ kind, by }) => text(`handover.back.${kind}`, { by }),
    wide: true,
  },
  { id: 'at', header: text('handover.back.at'), cell: ({ at }) => text.moment(at) },
]
