import type { CaseView } from '../shared/case/model.ts'
import type { Person } from '../shared/person/model.ts'
import { CasePage } from './CasePage.tsx'
import { placeOf } from './part.ts'
import { useText } from './text.tsx'
import { Code, EmptyState, Link, Row } from './ui/index.ts'

interface PersonSwitchProps {
  readonly view: CaseView
  readonly part: 'consent' | 'risk' | 'protection'
  /** The person shown now. */
  readonly current: Person
}

/** From one person of the case to another, by code. Nothing when there is only one. */
export function PersonSwitch({ view, part, current }: PersonSwitchProps) {
  const text = useText()
  if (view.persons.length < 2) return null
  return (
    <nav aria-label={text('person.switch')}>
      <Row gap={16}>
        {view.persons.map(({ id, label }) =>
          id === current.id ? (
            <strong key={id} aria-current="page">
              <Code>{label}</Code>
            </strong>
          ) : (
            <Link key={id} href={placeOf(view, part, `person-${id}`)}>
              <Code>{label}</Code>
            </Link>
          ),
        )}
      </Row>
    </nav>
  )
}

/** The person an item names, or the first victim, or whoever is first. */
export function personFor(view: CaseView, personId: string | null): Person | undefined {
  if (personId !== null) return view.persons.find(person => person.id === personId)
  return view.persons.find(person => person.parts.includes('victim')) ?? view.persons[0]
}

/** In place of what belongs to a person while the case has none. */
export function NobodyYet({ view, title }: { readonly view: CaseView; readonly title: string }) {
  const text = useText()
  const add = (
    <Link kind="button" href={placeOf(view, 'persons', 'new')}>
      {text('person.add')}
    </Link>
  )
  return (
    <CasePage view={view} title={title}>
      <EmptyState title={text('person.empty')} actions={add}>
        {text('person.neededFirst')}
      </EmptyState>
    </CasePage>
  )
}
