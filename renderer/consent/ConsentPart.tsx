import type { CaseView } from '../../shared/case/model.ts'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'
import { GonePage } from '../CasePage.tsx'
import { NobodyYet, personFor } from '../PersonSwitch.tsx'
import type { PartProps } from '../part.ts'
import { useText } from '../text.tsx'
import { AnswerPage } from './AnswerPage.tsx'
import { PersonConsent } from './PersonConsent.tsx'
import { RecordAnswer } from './RecordAnswer.tsx'
import { WithdrawAnswer } from './WithdrawAnswer.tsx'

/**
 * Consent, person by person. An item is `person-<person>`, `new-<person>`, `answer-<answer>`, `again-<answer>`,
 * `withdraw-<answer>`, or `ask-<answer>-<level>`: the same question at another level of identity.
 */
export function ConsentPart({ view, item }: PartProps) {
  const text = useText()
  const [, task = 'person', id = null, level = ''] =
    /^([a-z]+)(?:-([\da-f-]{36})(?:-(\w+))?)?$/.exec(item ?? '') ?? []
  if (view.persons.length === 0) return <NobodyYet view={view} title={text('consent.title')} />

  const decision = view.consents.find(one => one.id === id)
  const person = personFor(view, decision?.personId ?? id)
  if (!person) return <GonePage view={view} code="person/gone" />
  if (task === 'new') return <RecordAnswer view={view} person={person} />
  if (!decision) return <PersonConsent view={view} person={person} />
  return <OfAnswer view={view} task={task} decision={decision} level={level} />
}

interface OfAnswerProps {
  readonly view: CaseView
  readonly task: string
  readonly decision: ConsentDecision
  readonly level: string
}

function OfAnswer({ view, task, decision, level }: OfAnswerProps) {
  const person = personFor(view, decision.personId)
  if (!person) return <GonePage view={view} code="person/gone" />
  const identityLevel = codesOf('identityLevel').find(code => code === level) ?? decision.identityLevel
  const shared = { view, person, question: { ...decision, identityLevel } }
  if (task === 'withdraw') return <WithdrawAnswer {...shared} />
  if (task === 'again' || task === 'ask') return <RecordAnswer {...shared} />
  return <AnswerPage view={view} person={person} decision={decision} />
}
