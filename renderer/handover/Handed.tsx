import type { HandedOver } from '../../shared/handover/model.ts'
import { useText } from '../text.tsx'
import { Code, Quiet, Section, Table } from '../ui/index.ts'

/** The cases that left or came. */
export function Handed({ cases }: { readonly cases: readonly HandedOver[] }) {
  const text = useText()
  return (
    <Section title={text('caseload.handed', { count: cases.length })}>
      <Table
        caption={text('caseload.cases')}
        rows={cases}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/case/${id}`}
        columns={[
          { id: 'code', header: text('caseload.col.code'), cell: codeOf },
          {
            id: 'state',
            header: text('caseload.col.state'),
            cell: ({ state }) => text(`case.state.${state}`),
            wide: true,
          },
        ]}
        empty={<Quiet>{text('caseList.noneMatch')}</Quiet>}
      />
    </Section>
  )
}

const codeOf = ({ code }: { readonly code: string }) => <Code>{code}</Code>
