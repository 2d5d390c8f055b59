import { GonePage } from '../CasePage.tsx'
import { NobodyYet, personFor } from '../PersonSwitch.tsx'
import type { PartProps } from '../part.ts'
import { useText } from '../text.tsx'
import { CheckInForm } from './CheckInForm.tsx'
import { ContactForm } from './ContactForm.tsx'
import { MeasureForm } from './MeasureForm.tsx'
import { MovePlan } from './MovePlan.tsx'
import { PersonProtection } from './PersonProtection.tsx'
import { PlanForm } from './PlanForm.tsx'
import { mostPressing, planFor } from './planText.ts'
import { WordsPage } from './WordsPage.tsx'

/**
 * Protection, person by person. An item is `<task>-<person>`, the task being `person`, `plan`, `move`, `contact`,
 * `words` or `checkin`; or `measure-<person>-<place>`, where the place may be `new`.
 */
export function ProtectionPart({ view, item }: PartProps) {
  const text = useText()
  const [, task = 'person', id = null, place = 'new'] =
    /^([a-z]+)(?:-([\da-f-]{36})(?:-(\w+))?)?$/.exec(item ?? '') ?? []
  if (view.persons.length === 0) return <NobodyYet view={view} title={text('plan.title')} />

  const person = (id === null ? mostPressing(view) : undefined) ?? personFor(view, id)
  if (!person) return <GonePage view={view} code="person/gone" />
  const shared = { view, person }
  const plan = planFor(view, person)
  if (task === 'plan') return <PlanForm {...shared} />
  if (task === 'measure') return <MeasureForm {...shared} place={place === 'new' ? null : Number(place)} />
  if (task === 'move' && plan) return <MovePlan {...shared} plan={plan} />
  if (task === 'contact') return <ContactForm {...shared} />
  if (task === 'words') return <WordsPage {...shared} />
  if (task === 'checkin') return <CheckInForm {...shared} />
  return <PersonProtection {...shared} />
}
