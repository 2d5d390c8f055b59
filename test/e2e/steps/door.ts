import type { Page } from 'playwright-core'
import type { Sent } from '../../../shared/contract.ts'
import type { CaseId, PersonId, BriefId } from '../../../shared/model.ts'
import { intake, person } from '../../support.ts'
import type { Launched } from '../launch.ts'
import { get } from './get.ts'

export { get } from './get.ts'

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)

const consent = (personId: PersonId) =>
  ({
    personId,
    purpose: 'share_UN_country_presence',
    recipient: 'UN_entity',
    channel: 'encrypted_message',
    identityLevel: 'role_and_region',
    scope: 'whole_case',
    facts: [],
    document: '',
    decision: 'given',
    form: { value: 'oral_witnessed' },
    givenBy: { value: 'victim' },
    decidedOn: day(-1),
    askedBy: 'FP-1',
    language: { value: 'ar' },
    interpreter: { value: false },
    risksExplained: { value: true },
    conditions: [],
    validUntil: day(100),
    reviewOn: null,
    evidence: '',
  }) as const

const risk = (personId: PersonId): Sent<'risk.assess'> => ({
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
  confidence: 'low',
  why: '',
  ownView: { none: 'not-asked' },
})

const draft = (bottomLine: string) => ({
  forRole: 'Head of presence',
  purpose: 'share_UN_country_presence',
  recipient: 'UN_entity',
  channel: 'encrypted_message',
  language: 'en',
  marking: 'strictly_confidential',
  caveats: [],
  validUntil: day(20),
  asked: 'decision',
  bottomLine,
  answerBy: null,
  unknowns: '',
  stateView: '',
  riskOfActing: '',
  riskOfNotActing: '',
  actionsSoFar: '',
  options: [],
  talkingPoints: [],
  followUp: '',
  withheld: [],
  conditionsMet: [],
})

interface Made {
  readonly caseId: CaseId
  readonly briefId: BriefId
}

/** A case with a brief that lacks nothing but its approval, made without the screens: they are not what is tested. */
export async function writtenCase(page: Page, bottomLine: string): Promise<Made> {
  const { caseId } = await get(page, 'case.start', { intake: intake(), fileId: null })
  const { personId } = await get(page, 'person.add', { caseId, person: person() })
  await get(page, 'consent.record', consent(personId))
  await get(page, 'risk.assess', risk(personId))
  const { briefId } = await get(page, 'brief.start', { caseId, draft: draft(bottomLine) })
  const answers = Array.from({ length: 12 }, () => ({ answer: 'yes', note: '' }))
  const check = { caseId, itemId: briefId, answers, decidedBy: '', decisionReason: '', validUntil: day(2) }
  await get(page, 'risk.checkHarm', check)
  return { caseId, briefId }
}

/** The same, and the brief may leave. */
export async function readyCase(page: Page, bottomLine: string): Promise<Made> {
  const made = await writtenCase(page, bottomLine)
  await get(page, 'brief.approve', { briefId: made.briefId, sole: true, statement: 'Nobody else is here.' })
  return made
}

/** The same, and the brief has left. */
export async function sentCase(
  { page, answer }: Launched,
  sent: { readonly path: string; readonly passphrase: string; readonly bottomLine: string },
): Promise<Made> {
  const ready = await readyCase(page, sent.bottomLine)
  answer(sent.path)
  const sealFor = { passphrase: sent.passphrase }
  await get(page, 'brief.export', { briefId: ready.briefId, sealFor })
  return ready
}
