import { GonePage } from '../CasePage.tsx'
import { NobodyYet, personFor } from '../PersonSwitch.tsx'
import type { PartProps } from '../part.ts'
import { useText } from '../text.tsx'
import { AssessRisk } from './AssessRisk.tsx'
import { AssessmentPage } from './AssessmentPage.tsx'
import { PersonRisk } from './PersonRisk.tsx'
import { RecordEvent } from './RecordEvent.tsx'

/**
 * Risk, person by person. An item is `person-<person>`, `new-<person>`, `new-<person>-<action>-<acting or not_acting>`,
 * `event-<person>` or `risk-<assessment>`.
 */
export function RiskPart({ view, item }: PartProps) {
  const text = useText()
  const { task, id, actionId, about } = placeIn(item)
  if (view.persons.length === 0) return <NobodyYet view={view} title={text('risk.title')} />

  const risk = view.risks.find(one => one.id === id)
  const person = personFor(view, risk?.personId ?? id)
  if (!person) return <GonePage view={view} code="person/gone" />
  const action = view.actions.find(one => one.id === actionId)
  if (actionId !== null && !action) return <GonePage view={view} code="action/gone" />
  if (task === 'new')
    return <AssessRisk view={view} person={person} of={action && about ? { action, about } : null} />
  if (task === 'event') return <RecordEvent view={view} person={person} />
  if (risk) return <AssessmentPage view={view} person={person} risk={risk} />
  return <PersonRisk view={view} person={person} />
}

const uuid = String.raw`[\da-f-]{36}`
const address = new RegExp(`^([a-z]+)(?:-(${uuid}))?(?:-(${uuid})-(acting|not_acting))?$`)

/** What an item says: what to do, for whom (or which assessment), and of which action. */
function placeIn(item: string | null) {
  const [, task = 'person', id = null, actionId = null, side] = address.exec(item ?? '') ?? []
  const about: 'acting' | 'not_acting' | null = side === 'acting' || side === 'not_acting' ? side : null
  return { task, id, actionId, about }
}
