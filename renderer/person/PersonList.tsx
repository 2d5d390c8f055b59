import type { CaseView } from '../../shared/case/model.ts'
import type { Person } from '../../shared/person/model.ts'
import { sayAnswer } from '../answers.tsx'
import { CasePage } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { Code, EmptyState, Link, Table, type Column } from '../ui/index.ts'

/** Everybody in the case, by code. */
export function PersonList({ view }: { readonly view: CaseView }) {
  const text = useText()
  const add = (
    <Link kind="button" href={placeOf(view, 'persons', 'new')}>
      {text('person.add')}
    </Link>
  )
  const some = view.persons.length > 0
  return (
    <CasePage
      view={view}
      width="wide"
      title={text('person.title')}
      lead={text('person.lead')}
      actions={some && add}
    >
      <Table
        caption={text('person.title')}
        columns={columns(text, view)}
        rows={view.persons}
        rowKey={person => person.id}
        rowHref={person => placeOf(view, 'persons', person.id)}
        empty={
          <EmptyState title={text('person.empty')} actions={add}>
            {text('person.emptyHow')}
          </EmptyState>
        }
      />
    </CasePage>
  )
}

const columns = (text: Text, view: CaseView): readonly Column<Person>[] => [
  { id: 'code', header: text('person.code'), cell: person => <Code>{person.label}</Code> },
  {
    id: 'parts',
    header: text('person.parts'),
    wide: true,
    cell: ({ parts }) => parts.map(part => text(`person.part.${part}`)).join(text('form.listComma')),
  },
  { id: 'unit', header: text('person.unitShort'), cell: ({ unit }) => text.code('victimUnit', unit) },
  {
    id: 'situation',
    header: text('person.situationShort'),
    cell: ({ situation }) => sayAnswer(text, situation, code => text.code('victimSituation', code)),
  },
  {
    id: 'region',
    header: text('person.region'),
    cell: ({ region }) => sayAnswer(text, region, code => text.code('region', code)),
  },
  {
    id: 'identity',
    header: text('identity.short'),
    cell: person => <IdentityLink view={view} person={person} />,
  },
]

function IdentityLink({ view, person }: { readonly view: CaseView; readonly person: Person }) {
  const text = useText()
  const words = text(person.hasIdentity ? 'identity.kept' : 'identity.none')
  return (
    <Link
      kind="quiet"
      href={placeOf(view, 'persons', `identity-${person.id}`)}
      name={text('identity.linkName', { words, code: person.label })}
    >
      {words}
    </Link>
  )
}
