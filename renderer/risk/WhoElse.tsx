import type { CaseView } from '../../shared/case/model.ts'
import type { PartInCase, Person } from '../../shared/person/model.ts'
import { riskTrack, situationOf } from '../../shared/risk/rules.ts'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { Code, Link, Notice, Section, Status, Table, type Column, type Standing } from '../ui/index.ts'

/** Those who can be harmed for what somebody else said or did, and are easily forgotten. */
const beside: readonly PartInCase[] = ['relative', 'source', 'interpreter', 'staff']

/** Everybody of the case with how great the danger is for them; and the question who else there is, while nobody else was named. */
export function WhoElse({ view, current }: { readonly view: CaseView; readonly current: Person }) {
  const text = useText()
  const named = view.persons.some(({ parts }) => parts.some(part => beside.includes(part)))
  return (
    <Section title={text('risk.everybody')} lead={text('risk.everybodyLead')}>
      {view.persons.length > 1 && (
        <Table
          caption={text('risk.everybody')}
          columns={columns(text, view)}
          rows={view.persons.filter(({ id }) => id !== current.id)}
          rowKey={({ id }) => id}
          rowHref={({ id }) => placeOf(view, 'risk', `person-${id}`)}
          empty={null}
        />
      )}
      {!named && (
        <Notice
          tone="note"
          title={text('risk.whoElse')}
          actions={<Link href={placeOf(view, 'persons', 'new')}>{text('person.add')}</Link>}
        >
          {text('risk.whoElseHow')}
        </Notice>
      )}
    </Section>
  )
}

const standings: Readonly<Record<ReturnType<typeof riskTrack>, Standing>> = {
  none: 'not-started',
  current: 'done',
  due: 'in-progress',
  overdue: 'overdue',
}

const columns = (text: Text, view: CaseView): readonly Column<Person>[] => [
  { id: 'code', header: text('risk.who'), cell: ({ label }) => <Code>{label}</Code> },
  {
    id: 'parts',
    header: text('risk.whoIs'),
    wide: true,
    cell: ({ parts }) => parts.map(part => text(`person.part.${part}`)).join(text('form.listComma')),
  },
  {
    id: 'band',
    header: text('risk.ours'),
    cell: ({ id }) => {
      const last = situationOf(view.risks, id)
      return (
        <Status
          standing={standings[riskTrack(last, eventsOf(view, id))]}
          word={text(last ? `risk.band.${last.band}` : 'acting.none')}
        />
      )
    },
  },
]

const eventsOf = ({ events, now }: CaseView, personId: Person['id']) => ({
  events: events.filter(event => event.personId === personId),
  now,
})
