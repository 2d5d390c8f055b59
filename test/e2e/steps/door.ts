import type { Page } from 'playwright-core'
import type { Name, Output, Sent } from '../../../shared/contract.ts'
import type { Reply } from '../../../shared/refusal.ts'
import type { CaseId, PersonId, BriefId } from '../../../shared/model.ts'
import { intake, person } from '../../support.ts'
import type { Launched } from '../launch.ts'

/** Asks the vault process from inside the page. Passphrases are given as text and cross as bytes. */
export async function get<N extends Name>(page: Page, name: N, input: unknown): Promise<Output<N>> {
  const reply = (await page.evaluate(
    ([name, input]) => {
      const bytes = (key: string, value: unknown) =>
        key === 'passphrase' && typeof value === 'string' ? [...new TextEncoder().encode(value)] : value
      const revived = JSON.parse(JSON.stringify(input, bytes), (key, value: unknown) =>
        key === 'passphrase' && Array.isArray(value) ? new Uint8Array(value as number[]) : value,
      ) as unknown
      const { vigil } = globalThis as unknown as {
        vigil: { call(name: string, input: unknown): Promise<unknown> }
      }
      return vigil.call(name, revived)
    },
    [name, input] as const,
  )) as Reply<Output<N>>
  if (!reply.ok) throw new Error(`${name}: ${reply.code}`)
  return reply.value
}

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
