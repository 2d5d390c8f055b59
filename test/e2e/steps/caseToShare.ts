import type { Page } from 'playwright-core'
import type { CaseId, PersonId } from '../../../shared/model.ts'
import { intake, person } from '../../support.ts'
import { get } from './get.ts'
import { agree } from './sharing.ts'

const situation = (personId: PersonId) => ({
  personId,
  about: 'situation',
  likelihood: 2,
  impact: 2,
  residualLikelihood: 2,
  residualImpact: 2,
  threats: [],
  vulnerabilities: [],
  capacities: [],
  uncertainties: [],
  confidence: 'medium',
  why: '',
  ownView: { none: 'not-asked' },
})

/** A case of one person who agreed to share it, and of another who was not asked. */
export async function caseToShare(page: Page): Promise<CaseId> {
  const { caseId } = await get(page, 'case.start', { intake: intake(), fileId: null })
  const { personId } = await get(page, 'person.add', { caseId, person: person() })
  await get(page, 'person.add', { caseId, person: person({ parts: ['source'] }) })
  await agree(page, [personId])
  await get(page, 'risk.assess', situation(personId))
  return caseId
}
