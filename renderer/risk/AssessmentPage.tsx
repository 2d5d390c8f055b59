import type { CaseView } from '../../shared/case/model.ts'
import type { Person } from '../../shared/person/model.ts'
import type { RiskAssessment } from '../../shared/risk/model.ts'
import { CasePage } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { AssessmentFacts } from './AssessmentFacts.tsx'
import { Views } from './Views.tsx'

interface AssessmentPageProps {
  readonly view: CaseView
  readonly person: Person
  readonly risk: RiskAssessment
}

/** One assessment as it was made; it is never changed. */
export function AssessmentPage({ view, person, risk }: AssessmentPageProps) {
  const text = useText()
  return (
    <CasePage
      view={view}
      title={text('risk.one', { code: person.label, about: text(`risk.about.${risk.about}`) })}
      lead={text('risk.madeUntil', {
        made: text.moment(risk.assessedAt),
        until: text.moment(risk.validUntil),
      })}
      under={{
        label: text('risk.ofPerson', { code: person.label }),
        href: placeOf(view, 'risk', `person-${person.id}`),
      }}
    >
      <Views risk={risk} code={person.label} />
      <AssessmentFacts risk={risk} />
    </CasePage>
  )
}
