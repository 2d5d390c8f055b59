import type { ConsentDraft } from '../../shared/consent/model.ts'
import { Day } from '../../shared/model.ts'
import type { CaseId, PaperId, PersonId } from '../../shared/model.ts'
import { SheetPart, type PaperDraft } from '../../shared/paper/model.ts'
import type { PlanDraft } from '../../shared/plan/model.ts'
import { measure, plan } from '../plan/support.ts'
import { intake, person, testApp, type TestApp } from '../support.ts'

const day = (text: string) => Day.parse(text)

/** What one person answered; the usual question is whether they want a paper handed to them. */
export const answer = (app: Pick<TestApp, 'get'>, personId: PersonId, change: Partial<ConsentDraft> = {}) =>
  app.get('consent.record', {
    purpose: 'contact_victim_again',
    recipient: 'person_concerned',
    channel: 'in_person',
    identityLevel: 'group_only',
    scope: 'whole_case',
    facts: [],
    document: '',
    decision: 'given',
    form: { value: 'oral_witnessed' },
    givenBy: { value: 'victim' },
    decidedOn: day('2026-03-01'),
    askedBy: 'FP-1',
    language: { value: 'ar' },
    interpreter: { value: false },
    risksExplained: { value: true },
    conditions: [],
    validUntil: null,
    reviewOn: null,
    evidence: '',
    ...change,
    personId,
  })

export const assess = ({ get }: Pick<TestApp, 'get'>, personId: PersonId) =>
  get('risk.assess', {
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

export const checkHarm = (
  { get }: Pick<TestApp, 'get'>,
  { caseId, paperId }: { readonly caseId: CaseId; readonly paperId: PaperId },
) =>
  get('risk.checkHarm', {
    caseId,
    itemId: paperId,
    answers: Array.from({ length: 12 }, () => ({ answer: 'yes' as const, note: '' })),
    decidedBy: '',
    decisionReason: '',
    validUntil: day('2026-03-10'),
  })

export const sheetDraft = (change: Partial<PaperDraft> = {}): PaperDraft => ({
  kind: 'sheet',
  language: 'en',
  channel: 'in_person',
  parts: [...SheetPart.options],
  withCode: false,
  conditionsMet: [],
  safetyReason: '',
  ...change,
})

export const planDraft = (change: Partial<PaperDraft> = {}): PaperDraft =>
  sheetDraft({ kind: 'plan', parts: ['objective', 'mustNot', 'measures'], ...change })

/** A plan without any code in its words. */
export const plainPlan = (change: Partial<PlanDraft> = {}): PlanDraft =>
  plan({
    objective: { value: 'Sleep in a safe place' },
    measures: [measure({ detail: 'The flat near the school' })],
    ...change,
  })

/** A case of two persons that can be reached safely; the first has a plan and was assessed. */
export async function twoPersons() {
  const app = testApp()
  await app.create()
  const { caseId } = await app.get('case.start', {
    intake: intake({ safeContact: { value: 'usable' } }),
    fileId: null,
  })
  const { personId } = await app.get('person.add', { caseId, person: person() })
  const { personId: other } = await app.get('person.add', { caseId, person: person() })
  await app.get('plan.write', { personId, plan: plainPlan() })
  await assess(app, personId)
  const view = () => app.get('case.view', { caseId })
  return { ...app, caseId, personId, other, view }
}

/** The same with a paper that lacks nothing. */
export async function readyPaper(draft: PaperDraft = planDraft()) {
  const app = await twoPersons()
  await answer(app, app.personId)
  const { paperId } = await app.get('paper.start', { personId: app.personId, draft })
  await checkHarm(app, { caseId: app.caseId, paperId })
  return { ...app, paperId, paper: () => app.get('paper.view', { paperId }) }
}

/** Every text of a value, one a line. */
export function textIn(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null ? Object.values(value).map(textIn).join('\n') : ''
}
