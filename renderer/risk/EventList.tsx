import type { CaseView } from '../../shared/case/model.ts'
import type { Person } from '../../shared/person/model.ts'
import type { RiskEvent } from '../../shared/risk/model.ts'
import { ShortDate } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { Link, Section, Table, type Column } from '../ui/index.ts'

/** What happened to a person since, the newest first, and the way to record more. */
export function EventList({ view, person }: { readonly view: CaseView; readonly person: Person }) {
  const text = useText()
  const events = view.events.filter(({ personId }) => personId === person.id).toReversed()
  return (
    <Section title={text('riskEvent.list')} lead={text('riskEvent.listLead')}>
      <Table
        caption={text('riskEvent.list')}
        columns={columns(text)}
        rows={events}
        rowKey={({ id }) => id}
        empty={null}
      />
      <Link href={placeOf(view, 'risk', `event-${person.id}`)}>{text('riskEvent.add')}</Link>
    </Section>
  )
}

const columns = (text: Text): readonly Column<RiskEvent>[] => [
  { id: 'kind', header: text('riskEvent.what'), cell: ({ kind }) => text.code('riskEvent', kind) },
  {
    id: 'when',
    header: text('riskEvent.when'),
    cell: ({ happenedOn }) => <ShortDate date={happenedOn} />,
  },
  {
    id: 'note',
    header: text('riskEvent.noteShort'),
    wide: true,
    cell: ({ note }) => (note === '' ? text('risk.noneNoted') : <bdi>{note}</bdi>),
  },
]
