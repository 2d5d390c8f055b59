import type { ReactNode } from 'react'
import type { ActionSummary } from '../../shared/action/model.ts'
import { ledgerOf, wantedBy } from '../../shared/action/ledger.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { CasePage, Persons, RowName } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { Code, EmptyState, Link, Quiet, Section, Stack, Table, type Column } from '../ui/index.ts'
import { StatusBadge, nameOf } from './actionText.tsx'

/** The ledger: urgent protective measures first, then what is open, then what is over. */
export function ActionList({ view }: { readonly view: CaseView }) {
  const text = useText()
  const plan = (
    <Link kind="button" href={placeOf(view, 'actions', 'new')}>
      {text('action.plan')}
    </Link>
  )
  const { urgent, open, over } = ledgerOf(view.actions)
  const some = view.actions.length > 0
  return (
    <CasePage
      view={view}
      title={text('action.title')}
      lead={text('action.lead')}
      actions={some && plan}
      width="wide"
    >
      {!some && (
        <EmptyState title={text('action.none')} actions={plan}>
          {text('action.noneHow')}
        </EmptyState>
      )}
      <Group view={view} title={text('action.urgent')} actions={urgent} />
      <Group view={view} title={text('action.open')} actions={open} />
      <Group view={view} title={text('action.over')} actions={over} />
    </CasePage>
  )
}

interface GroupProps {
  readonly view: CaseView
  readonly title: string
  readonly actions: readonly ActionSummary[]
}

function Group({ view, title, actions }: GroupProps) {
  const text = useText()
  if (actions.length === 0) return null
  return (
    <Section title={title}>
      <Table
        caption={title}
        columns={columnsIn(text, view)}
        rows={actions}
        rowKey={({ id }) => id}
        rowHref={({ id }) => placeOf(view, 'actions', id)}
        empty={null}
      />
    </Section>
  )
}

const columnsIn = (text: Text, view: CaseView): Column<ActionSummary>[] => [
  { id: 'label', header: text('action.column.label'), cell: ({ label }) => <Code>{label}</Code> },
  {
    id: 'what',
    header: text('action.column.whatTo'),
    cell: action => <Twice first={<RowName>{nameOf(text, action)}</RowName>} then={action.to} />,
  },
  {
    id: 'for',
    header: text('action.column.for'),
    cell: ({ personIds }) => <Persons view={view} ids={personIds} />,
  },
  {
    id: 'status',
    header: text('action.column.status'),
    cell: ({ status }) => <StatusBadge status={status} />,
  },
  {
    id: 'by',
    header: text('action.column.byWhom'),
    cell: action => <ByWhom action={action} />,
  },
]

/** By when and who; what is over is awaited on no day any more. */
function ByWhom({ action }: { readonly action: ActionSummary }) {
  const text = useText()
  const who = action.owner || text('action.nobody')
  if (action.ended !== null) return <bdi>{who}</bdi>
  const day = wantedBy(action)
  return <Twice first={day === null ? text('action.noDay') : text.day(day)} then={who} />
}

/** Two things of one row, the second quieter. */
const Twice = ({ first, then }: { readonly first: ReactNode; readonly then: string }) => (
  <Stack gap={4}>
    <span>{first}</span>
    <Quiet>
      <bdi>{then}</bdi>
    </Quiet>
  </Stack>
)
