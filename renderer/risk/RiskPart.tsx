import { GonePage } from '../CasePage.tsx'
import { NobodyYet, personFor } from '../PersonSwitch.tsx'
import type { PartProps } from '../part.ts'
import { useText } from '../text.tsx'
import { AssessRisk } from './AssessRisk.tsx'
import { AssessmentPage } from './AssessmentPage.tsx'
import { PersonRisk } from './PersonRisk.tsx'
import { RecordEvent } from './RecordEvent.tsx'

/** Risk, person by person. An item is `person-<person>`, `new-<person>`, `event-<person>` or `risk-<assessment>`. */
export function RiskPart({ view, item }: PartProps) {
  const text = useText()
  const [, task = 'person', id = null] = /^([a-z]+)(?:-([\da-f-]{36}))?$/.exec(item ?? '') ?? []
  if (view.persons.length === 0) return <NobodyYet view={view} title={text('risk.title')} />

  const risk = view.risks.find(one => one.id === id)
  const person = personFor(view, risk?.personId ?? id)
  if (!person) return <GonePage view={view} code="person/gone" />
  if (task === 'new') return <AssessRisk view={view} person={person} />
  if (task === 'event') return <RecordEvent view={view} person={person} />
  if (risk) return <AssessmentPage view={view} person={person} risk={risk} />
  return <PersonRisk view={view} person={person} />
}
