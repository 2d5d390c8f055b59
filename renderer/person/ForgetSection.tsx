import type { CaseView } from '../../shared/case/model.ts'
import { waitingForget } from '../../shared/person/forget.ts'
import type { Person } from '../../shared/person/model.ts'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { Link, Notice, Section, Stack } from '../ui/index.ts'

interface ForgetProps {
  readonly view: CaseView
  readonly person: Person
}

/** Whether there is anything of a person that can be destroyed. */
export const isForgettable = ({ view, person }: ForgetProps): boolean =>
  person.hasIdentity || view.protection.wordsOf.includes(person.id)

/** The way to asking that an identity be destroyed, or to the request that waits. */
export function ForgetSection(props: ForgetProps) {
  const text = useText()
  const { view, person } = props
  if (!isForgettable(props)) return null
  const waiting = waitingForget(view.forgettings, person.id)
  const place = placeOf(view, 'persons', `forget-${person.id}`)
  return (
    <Section title={text('identity.destroyTitle')} lead={text('identity.destroyLead')}>
      {waiting ? (
        <Notice
          tone="care"
          title={text('forget.waits', {
            by: waiting.by,
            code: person.label,
            moment: text.moment(waiting.at),
          })}
          actions={<Link href={place}>{text('forget.look')}</Link>}
        >
          <p dir="auto">{waiting.words}</p>
        </Notice>
      ) : (
        <>
          <WhatGoes person={person} />
          <div>
            <Link href={place}>{text('identity.destroy')}</Link>
          </div>
        </>
      )}
    </Section>
  )
}

/** Exactly what would go and what would stay. */
export function WhatGoes({ person }: { readonly person: Person }) {
  const text = useText()
  return (
    <Stack gap={8}>
      <p>{text('forget.goes')}</p>
      <p>{text('forget.stays', { code: person.label })}</p>
    </Stack>
  )
}
