import type { CaseView } from '../../shared/case/model.ts'
import type { Person } from '../../shared/person/model.ts'
import type { RiskAssessment } from '../../shared/risk/model.ts'
import { CasePage } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
import { actionName } from '../recorded.tsx'
import { useText } from '../text.tsx'
import { Link } from '../ui/index.ts'
import { AssessmentFacts } from './AssessmentFacts.tsx'
import { aboutWords } from './riskText.ts'
import { Views } from './Views.tsx'

interface AssessmentPageProps {
  readonly view: CaseView
  readonly person: Person
  readonly risk: RiskAssessment
}

/** One assessment as it was made; it is never changed. */
export function AssessmentPage({ view, person, risk }: AssessmentPageProps) {
  const text = useText()
  const action = view.actions.find(({ id }) => id === risk.actionId)
  return (
    <CasePage
      view={view}
      title={text('risk.one', { code: person.label, about: aboutWords(text, risk, view.actions) })}
      lead={text('risk.madeUntil', {
        made: text.moment(risk.assessedAt),
        until: text.moment(risk.validUntil),
      })}
      under={{
        label: text('risk.ofPerson', { code: person.label }),
        href: placeOf(view, 'risk', `person-${person.id}`),
      }}
    >
      {action && (
        <p>
          <Link href={placeOf(view, 'actions', action.id)}>{actionName(text, action)}</Link>
        </p>
      )}
      <Views risk={risk} code={person.label} />
      <AssessmentFacts risk={risk} />
    </CasePage>
  )
}
