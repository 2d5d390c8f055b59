import type { BriefState, BriefSummary, Decision } from '../../shared/brief/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { CasePage } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { Badge, Code, EmptyState, Link, Table, type Column, type Tone } from '../ui/index.ts'

/** The briefs of a case, and the way to a new one. */
export function BriefList({ view }: { readonly view: CaseView }) {
  const text = useText()
  const begin = (
    <Link kind="button" href={placeOf(view, 'brief', 'new')}>
      {text('brief.prepare')}
    </Link>
  )
  const some = view.briefs.length > 0
  return (
    <CasePage
      view={view}
      title={text('brief.title')}
      lead={text('brief.lead')}
      actions={some && begin}
      width="wide"
    >
      <Table
        caption={text('brief.title')}
        columns={columnsIn(text)}
        rows={view.briefs.toReversed()}
        rowKey={brief => brief.id}
        rowHref={brief => placeOf(view, 'brief', brief.id)}
        empty={
          <EmptyState title={text('brief.none')} actions={begin}>
            {text('brief.noneHow')}
          </EmptyState>
        }
      />
    </CasePage>
  )
}

const columnsIn = (text: Text): Column<BriefSummary>[] => [
  { id: 'copy', header: text('brief.column.copy'), cell: brief => <Code>{brief.copy}</Code> },
  { id: 'for', header: text('brief.column.for'), cell: brief => <bdi>{brief.forRole}</bdi> },
  { id: 'asked', header: text('brief.column.asked'), cell: brief => text(`brief.asked.${brief.asked}`) },
  { id: 'state', header: text('brief.column.state'), cell: brief => <StateBadge brief={brief} /> },
  { id: 'changed', header: text('brief.column.changed'), cell: brief => text.moment(brief.changedAt) },
]

const tones: Readonly<Record<BriefState | Decision, Tone>> = {
  draft: 'neutral',
  approved: 'note',
  sent: 'care',
  decided: 'safe',
  approve: 'safe',
  approve_with_conditions: 'care',
  decline: 'stop',
  ask: 'note',
}

function StateBadge({ brief: { state, reply } }: { readonly brief: BriefSummary }) {
  const text = useText()
  const words = text(reply ? `brief.decision.${reply.decision}` : `brief.state.${state}`)
  return <Badge tone={tones[reply?.decision ?? state]}>{words}</Badge>
}
