import { GonePage } from '../CasePage.tsx'
import type { PartProps } from '../part.ts'
import { IdentityPage } from './IdentityPage.tsx'
import { PersonForm } from './PersonForm.tsx'
import { PersonList } from './PersonList.tsx'

const identity = 'identity-'

/** The persons of a case: the list, one person, or (`identity-<id>`) who a person is. */
export function PersonsPart({ view, item }: PartProps) {
  if (item === null) return <PersonList view={view} />
  if (item === 'new') return <PersonForm view={view} person={null} />
  const apart = item.startsWith(identity)
  const person = view.persons.find(({ id }) => id === (apart ? item.slice(identity.length) : item))
  if (!person) return <GonePage view={view} code="person/gone" />
  return apart ? <IdentityPage view={view} person={person} /> : <PersonForm view={view} person={person} />
}
