import { useState } from 'react'
import type { CaseView } from '../../shared/case/model.ts'
import type { Identity, Person } from '../../shared/person/model.ts'
import { CasePage } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
import { SafeContactCard } from '../SafeContactCard.tsx'
import { useText } from '../text.tsx'
import { DestroyIdentity } from './DestroyIdentity.tsx'
import { IdentityForm } from './IdentityForm.tsx'
import { RevealIdentity } from './RevealIdentity.tsx'

const nothing: Identity = { name: '', otherNames: '', contact: '', documents: '' }

interface IdentityPageProps {
  readonly view: CaseView
  readonly person: Person
}

/** Who one person is, kept apart from the case: written here, shown for a reason, or destroyed for good. */
export function IdentityPage({ view, person }: IdentityPageProps) {
  const text = useText()
  return (
    <CasePage
      view={view}
      title={text('identity.title', { code: person.label })}
      lead={text('identity.lead')}
      under={{ label: text('person.one', { code: person.label }), href: placeOf(view, 'persons', person.id) }}
    >
      {person.hasIdentity ? (
        <Kept view={view} person={person} />
      ) : (
        <IdentityForm view={view} person={person} initial={nothing} />
      )}
    </CasePage>
  )
}

function Kept({ view, person }: IdentityPageProps) {
  const [changing, setChanging] = useState<Identity | null>(null)
  if (changing) return <IdentityForm view={view} person={person} initial={changing} />
  return (
    <>
      <SafeContactCard view={view} person={person} />
      <RevealIdentity person={person} onChange={setChanging} />
      <DestroyIdentity view={view} person={person} />
    </>
  )
}
