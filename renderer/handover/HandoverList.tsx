import type { HandoverLine } from '../../shared/handover/model.ts'
import { useAnswer } from '../asking.ts'
import { colleagueName } from '../colleagueWords.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import type { Text } from '../text.tsx'
import { EmptyState, Link, Page, Progress, Table } from '../ui/index.ts'

const placeOf = ({ id, standing }: HandoverLine) =>
  standing === 'received' ? `/handover/caseload/taken/${id}` : `/handover/caseload/${id}`

/** Every handover of a caseload, newest first. */
export function HandoverList() {
  const text = useText()
  const { value: lines, refusal } = useAnswer('handover.list', {})
  const start = (
    <Link kind="button" href="/handover/caseload/new">
      {text('caseload.new')}
    </Link>
  )
  return (
    <Page
      title={text('caseload.open')}
      lead={text('caseload.lead')}
      back={{ label: text('app.handover'), href: '/handover' }}
      actions={lines && lines.length > 0 ? start : undefined}
    >
      {refusal && <RefusalNotice refusal={refusal} live />}
      {lines === null && !refusal && <Progress label={text('caseload.loading')} />}
      {lines && (
        <Table
          caption={text('caseload.open')}
          rows={lines}
          rowKey={({ id }) => id}
          rowHref={placeOf}
          columns={[
            {
              id: 'who',
              header: text('caseload.list.who'),
              cell: line => whoOf(text, line),
              wide: true,
            },
            {
              id: 'standing',
              header: text('caseload.list.standing'),
              cell: ({ standing }) => text(`caseload.standing.${standing}`),
            },
            {
              id: 'cases',
              header: text('caseload.list.cases'),
              cell: ({ cases }) => cases ?? '–',
              numeric: true,
            },
            { id: 'at', header: text('caseload.list.at'), cell: ({ at }) => text.moment(at) },
          ]}
          empty={
            <EmptyState title={text('caseload.none')} actions={start}>
              {text('caseload.none.how')}
            </EmptyState>
          }
        />
      )}
    </Page>
  )
}

const whoOf = (text: Text, line: HandoverLine) => <bdi>{colleagueName(text, line)}</bdi>
