import { useState } from 'react'
import type { CaseView } from '../../shared/case/model.ts'
import type { Identity, Person } from '../../shared/person/model.ts'
import { CasePage } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
import { SafeContactCard } from '../SafeContactCard.tsx'
import { useText } from '../text.tsx'
import { WhoKnows } from '../WhoKnows.tsx'
import { ForgetSection } from './ForgetSection.tsx'
import { IdentityForm } from './IdentityForm.tsx'
import { IdentityHistory } from './IdentityHistory.tsx'
import { KeepBlocked, KeptOnNothing, useMayIdentify } from './KeepNotice.tsx'
import { RevealIdentity } from './RevealIdentity.tsx'

const nothing: Identity = { name: '', otherNames: '', contact: '', documents: '' }

interface IdentityPageProps {
  readonly view: CaseView
  readonly person: Person
}

/** Who one person is, kept apart from the case: written here, shown for a reason, or asked to be destroyed for good. */
export function IdentityPage({ view, person }: IdentityPageProps) {
  const text = useText()
  const [changing, setChanging] = useState<Identity | null>(null)
  const writing = changing ?? (person.hasIdentity ? null : nothing)
  return (
    <CasePage
      view={view}
      title={text('identity.title', { code: person.label })}
      lead={text('identity.lead')}
      under={{ label: text('person.one', { code: person.label }), href: placeOf(view, 'persons', person.id) }}
    >
      {writing ? (
        <Writing view={view} person={person} initial={writing} />
      ) : (
        <Kept view={view} person={person} onChange={setChanging} />
      )}
      {changing === null && <WhoKnows view={view} person={person} />}
      {changing === null && <ForgetSection view={view} person={person} />}
      <IdentityHistory view={view} person={person} />
    </CasePage>
  )
}

function Writing(props: IdentityPageProps & { readonly initial: Identity }) {
  return useMayIdentify(props) ? <IdentityForm {...props} /> : <KeepBlocked {...props} />
}

function Kept({
  view,
  person,
  onChange,
}: IdentityPageProps & { readonly onChange: (identity: Identity) => void }) {
  return (
    <>
      <KeptOnNothing view={view} person={person} />
      <SafeContactCard view={view} person={person} />
      <RevealIdentity person={person} onChange={onChange} />
    </>
  )
}
