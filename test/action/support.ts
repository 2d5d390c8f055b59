import type { ActionDraft } from '../../shared/action/model.ts'
import { Day } from '../../shared/model.ts'
import type { ActionId, CaseId, PersonId } from '../../shared/model.ts'
import type { Duty } from '../../shared/vault/model.ts'
import { intake, person, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

export const day = (text: string) => Day.parse(text)
const theirs = () => new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')

/** A word to the State without a name. */
export const address = {
  purpose: 'bilateral_with_state_without_name',
  recipient: 'member_state_concerned',
  channel: 'in_person',
} as const

/** Quiet diplomacy for some people, as it would be typed. */
export const draftFor = (personIds: PersonId[], change: Partial<ActionDraft> = {}): ActionDraft => ({
  ...address,
  kind: 'confidential_quiet_diplomacy',
  detail: '',
  personIds,
  to: 'Permanent Mission, deputy',
  identityLevel: 'group_only',
  facts: ['who', 'danger'],
  withheld: [],
  conditionsMet: [],
  expected: 'The travel ban is looked at again.',
  riskOfActing: '',
  riskOfNotActing: '',
  safetyReason: '',
  owner: 'FP-1',
  deadline: day('2026-03-10'),
  answerBy: null,
  ...change,
})

/** A case with one person and one planned action; nothing else is done yet. */
export async function planned(change: Partial<ActionDraft> = {}) {
  const app = testApp()
  await app.create()
  const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
  const { personId } = await app.get('person.add', { caseId, person: person() })
  const { actionId } = await app.get('action.plan', { caseId, draft: draftFor([personId], change) })
  return { ...app, caseId, personId, actionId }
}

export type Planned = Awaited<ReturnType<typeof planned>>

/** The person's answer to the address of the action. */
export const answer = (
  { get }: Pick<TestApp, 'get'>,
  personId: PersonId,
  decision: 'given' | 'refused' | 'withdrawn' = 'given',
) =>
  get('consent.record', {
    ...address,
    personId,
    identityLevel: 'group_only',
    scope: 'whole_case',
    facts: [],
    document: '',
    decision,
    form: { value: 'oral_witnessed' },
    givenBy: { value: 'victim' },
    decidedOn: day('2026-03-01'),
    askedBy: 'FP-1',
    language: { value: 'ar' },
    interpreter: { value: false },
    risksExplained: { value: true },
    conditions: [],
    validUntil: day('2026-09-01'),
    reviewOn: null,
    evidence: '',
  })

export const assess = ({ get }: Pick<TestApp, 'get'>, personId: PersonId) =>
  get('risk.assess', {
    personId,
    about: 'situation',
    actionId: null,
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

export const checkHarm = (
  { get }: Pick<TestApp, 'get'>,
  { caseId, actionId }: { readonly caseId: CaseId; readonly actionId: ActionId },
) =>
  get('risk.checkHarm', {
    caseId,
    itemId: actionId,
    answers: Array.from({ length: 12 }, () => ({ answer: 'yes' as const, note: '' })),
    decidedBy: '',
    decisionReason: '',
    validUntil: day('2026-03-10'),
  })

/** An action that lacks nothing but an approval. */
export async function ready() {
  const app = await planned()
  await answer(app, app.personId)
  await assess(app, app.personId)
  await checkHarm(app, app)
  return app
}

/** Another person of the vault. */
export const addOther = ({ get }: Pick<TestApp, 'get'>, duties: Duty[] = ['head_of_presence']) =>
  get('vault.addPerson', { role: 'HOP-1', duties, passphrase: theirs() })

/** The laptop is handed over: one locks, the other opens. */
export async function handOver(
  { get, unlock }: Pick<TestApp, 'get' | 'unlock'>,
  to: 'author' | 'other',
): Promise<void> {
  await get('vault.lock', {})
  await (to === 'author' ? unlock() : get('vault.unlock', { passphrase: theirs() }))
}

/** An action that somebody else approved; its author is at the desk again. */
export async function approved() {
  const app = await ready()
  await addOther(app)
  await handOver(app, 'other')
  await app.get('action.approve', { actionId: app.actionId, sole: false, statement: 'agreed' })
  await handOver(app, 'author')
  return app
}

/** An action that went out. */
export async function sent() {
  const app = await approved()
  await app.get('action.record', { actionId: app.actionId, event: sentToday })
  return app
}

export const sentToday = { what: 'sent', on: day('2026-03-02'), note: '' } as const

export const reply = {
  what: 'reply',
  on: day('2026-03-02'),
  response: 'acknowledged_only',
  language: { value: 'fr' },
  text: 'Receipt is acknowledged.',
} as const
