import { GonePage } from '../CasePage.tsx'
import type { PartProps } from '../part.ts'
import { ForgetPage } from './ForgetPage.tsx'
import { IdentityPage } from './IdentityPage.tsx'
import { PersonForm } from './PersonForm.tsx'
import { PersonList } from './PersonList.tsx'

/**
 * The persons of a case: the list, one person, or (`identity-<id>`) who a person is, or (`forget-<id>`) destroying
 * that.
 */
export function PersonsPart({ view, item }: PartProps) {
  if (item === null) return <PersonList view={view} />
  if (item === 'new') return <PersonForm view={view} person={null} />
  const [, task = '', id = ''] = /^(?:(identity|forget)-)?(.*)$/.exec(item) ?? []
  const person = view.persons.find(one => one.id === id)
  if (!person) return <GonePage view={view} code="person/gone" />
  if (task === 'identity') return <IdentityPage view={view} person={person} />
  if (task === 'forget') return <ForgetPage view={view} person={person} />
  return <PersonForm view={view} person={person} />
}
