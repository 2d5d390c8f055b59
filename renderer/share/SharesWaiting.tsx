import type { WaitingShare } from '../../shared/share/model.ts'
import { useAnswer } from '../asking.ts'
import { colleagueName } from '../colleagueWords.ts'
import { useText, type Text } from '../text.tsx'
import { Code, Section, Stack, Table, type Column } from '../ui/index.ts'

/**
 * Shares that wait for whoever is at the desk: those of others to approve, and their own that came back. Nothing when there
 * are none.
 */
export function SharesWaiting() {
  const text = useText()
  const { value: shares } = useAnswer('share.waiting', {})
  if (shares === null || shares.length === 0) return null
  const groups = (['asked', 'back'] as const).map(of => ({
    of,
    rows: shares.filter(({ kind }) => (kind === 'asked') === (of === 'asked')),
  }))
  return (
    <Stack gap={24}>
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ of, rows }) => (
          <Section key={of} title={text(`share.waiting.${of}`)} lead={text(`share.waiting.${of}.lead`)}>
            <Table
              caption={text(`share.waiting.${of}`)}
              rows={rows}
              rowKey={({ shareId }) => shareId}
              rowHref={({ caseId, shareId }) => `/case/${caseId}/share/${shareId}`}
              columns={columnsIn(text, of)}
              empty={null}
            />
          </Section>
        ))}
    </Stack>
  )
}

const columnsIn = (text: Text, of: 'asked' | 'back'): Column<WaitingShare>[] => [
  { id: 'case', header: text('handover.case'), cell: ({ code }) => <Code>{code}</Code> },
  { id: 'to', header: text('share.column.to'), cell: one => <bdi>{colleagueName(text, one)}</bdi> },
  of === 'asked'
    ? { id: 'by', header: text('handover.askedBy'), cell: ({ by }) => <Code>{by}</Code>, wide: true }
    : {
        id: 'what',
        header: text('today.what'),
        cell: ({ kind, by }) => text(`share.waiting.${kind}`, { by }),
        wide: true,
      },
  { id: 'at', header: text('handover.askedAt'), cell: ({ at }) => text.moment(at) },
]
