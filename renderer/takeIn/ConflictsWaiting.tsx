import { useAnswer } from '../asking.ts'
import { useCaseCodes } from '../caseCodes.ts'
import { useText } from '../text.tsx'
import { Code, Section, Table } from '../ui/index.ts'

/** Cases with something two offices wrote apart. Nothing when there are none. */
export function ConflictsWaiting() {
  const text = useText()
  const { value: conflicts } = useAnswer('exchange.conflicts', { caseId: null })
  const codes = useCaseCodes((conflicts ?? []).map(({ caseId }) => caseId))
  if (conflicts === null || conflicts.length === 0) return null
  const counts = [...Map.groupBy(conflicts, ({ caseId }) => caseId)].map(([caseId, some]) => ({
    caseId,
    count: some.length,
    code: codes.get(caseId) ?? '',
  }))
  return (
    <Section title={text('conflict.waiting')} lead={text('conflict.waiting.lead')}>
      <Table
        caption={text('conflict.waiting')}
        rows={counts}
        rowKey={({ caseId }) => caseId}
        rowHref={({ caseId }) => `/case/${caseId}/conflicts`}
        columns={[
          { id: 'case', header: text('handover.case'), cell: codeOf },
          {
            id: 'count',
            header: text('today.what'),
            cell: ({ count }) => text('conflict.count', { count }),
            wide: true,
          },
        ]}
        empty={null}
      />
    </Section>
  )
}

const codeOf = ({ code }: { readonly code: string }) => <Code>{code}</Code>
