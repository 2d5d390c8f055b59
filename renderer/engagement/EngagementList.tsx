import type { CaseView } from '../../shared/case/model.ts'
import type { Engagement } from '../../shared/engagement/model.ts'
import { CasePage, Persons, RowName, ShortDate } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
import { recordedWord } from '../recorded.tsx'
import { useText, type Text } from '../text.tsx'
import { EmptyState, Link, Table, type Column } from '../ui/index.ts'

/** Every contact with the United Nations that is on the case. */
export function EngagementList({ view }: { readonly view: CaseView }) {
  const text = useText()
  const add = (
    <Link kind="button" href={placeOf(view, 'engagements', 'new')}>
      {text('engagement.add')}
    </Link>
  )
  return (
    <CasePage
      view={view}
      width="wide"
      title={text('engagement.title')}
      lead={text('engagement.lead')}
      actions={view.engagements.length > 0 && add}
    >
      <Table
        caption={text('engagement.title')}
        columns={columns(text, view)}
        rows={view.engagements}
        rowKey={({ id }) => id}
        rowHref={({ id }) => placeOf(view, 'engagements', id)}
        empty={
          <EmptyState title={text('engagement.empty')} actions={add}>
            {text('engagement.emptyHow')}
          </EmptyState>
        }
      />
    </CasePage>
  )
}

const columns = (text: Text, view: CaseView): readonly Column<Engagement>[] => [
  {
    id: 'kind',
    header: text('engagement.kindShort'),
    cell: ({ id, kind }) => (
      <RowName>{recordedWord(text, view, { row: id, list: 'cooperationType', code: kind })}</RowName>
    ),
  },
  {
    id: 'who',
    header: text('engagement.whoShort'),
    cell: ({ personIds }) => <Persons view={view} ids={personIds} />,
  },
  {
    id: 'entity',
    header: text('engagement.entityShort'),
    cell: ({ id, entity }) => recordedWord(text, view, { row: id, list: 'unEntity', code: entity }),
  },
  {
    id: 'status',
    header: text('engagement.statusShort'),
    cell: ({ status }) => text.code('cooperationStatus', status),
  },
  { id: 'when', header: text('form.when'), cell: ({ when }) => <ShortDate date={when} /> },
]
