import type { CaseView } from '../../shared/case/model.ts'
import type { ShareSummary } from '../../shared/share/summary.ts'
import { CasePage } from '../CasePage.tsx'
import { colleagueName } from '../colleagueWords.ts'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { Badge, EmptyState, Link, Table, type Column } from '../ui/index.ts'

/** What of a case went to colleagues or is to go, and the way to a new share. */
export function ShareList({ view }: { readonly view: CaseView }) {
  const text = useText()
  const begin = (
    <Link kind="button" href={placeOf(view, 'share', 'new')}>
      {text('share.begin')}
    </Link>
  )
  return (
    <CasePage
      view={view}
      title={text('share.title')}
      lead={text('share.lead')}
      actions={view.shares.length > 0 && begin}
      width="wide"
    >
      <Table
        caption={text('share.title')}
        columns={columnsIn(text)}
        rows={view.shares.toReversed()}
        rowKey={({ id }) => id}
        rowHref={({ id }) => placeOf(view, 'share', id)}
        empty={
          <EmptyState title={text('share.none')} actions={begin}>
            {text('share.noneHow')}
          </EmptyState>
        }
      />
      <p>
        {text('share.came')} <Link href={placeOf(view, 'came')}>{text('share.toCame')}</Link>
      </p>
    </CasePage>
  )
}

const tones = { draft: 'neutral', approved: 'note', sent: 'safe' } as const

const columnsIn = (text: Text): Column<ShareSummary>[] => [
  { id: 'to', header: text('share.column.to'), cell: one => <bdi>{colleagueName(text, one)}</bdi> },
  {
    id: 'purpose',
    header: text('share.column.purpose'),
    cell: one => text.code('purpose', one.purpose),
    wide: true,
  },
  {
    id: 'state',
    header: text('share.column.state'),
    cell: ({ state }) => <Badge tone={tones[state]}>{text(`share.state.${state}`)}</Badge>,
  },
  {
    id: 'changed',
    header: text('share.column.changed'),
    cell: ({ sentAt, changedAt }) => text.moment(sentAt ?? changedAt),
  },
]
