import * as fc from 'fast-check'
import { Day, Instant } from '../../shared/model.ts'
import type { Measure } from '../../shared/plan/measure.ts'
import { MeasureStatus, protectiveActions } from '../../shared/plan/measure.ts'
import type { CheckInDraft, PlanDraft, SafeContactDraft } from '../../shared/plan/model.ts'
import { emptyPlan } from '../../shared/plan/rules.ts'
import { intake, person, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

/** A measure somebody sees to. */
export const measure = (over: Partial<Measure> = {}): Measure => ({
  action: 'emergency_relocation',
  detail: '',
  owner: 'Focal point',
  due: null,
  trigger: '',
  status: 'proposed',
  needs: [],
  riskOfActing: '',
  ...over,
})

/** A plan with all it takes to be agreed. */
export const plan = (over: Partial<PlanDraft> = {}): PlanDraft => ({
  ...emptyPlan,
  objective: { value: 'P1 sleeps in a safe place' },
  mustNot: { value: 'No visit to the family' },
  measures: [measure()],
  reviewOn: Day.parse('2026-03-16'),
  ...over,
})

/** A card on which everything is answered. */
export const card = (over: Partial<SafeContactDraft> = {}): SafeContactDraft => ({
  channel: { value: 'encrypted_message' },
  hours: { value: 'Evenings' },
  language: { value: 'ar' },
  mayLeaveMessage: { value: 'no' },
  wording: '',
  whoMayAnswer: { none: 'declined' },
  never: { value: 'The telephone at home' },
  alternative: { none: 'not-asked' },
  alternativeAgreed: { none: 'not-asked' },
  lastProofOn: null,
  lastProofHow: '',
  device: { none: 'unknown' },
  ...over,
})

/** Every day at six in the evening, one hour allowed. */
export const checkIns = (over: Partial<CheckInDraft> = {}): CheckInDraft => ({
  everyHours: 24,
  graceHours: 1,
  nextDue: Instant.parse('2026-03-02T18:00:00.000Z'),
  first: 'One message in the agreed words',
  second: 'Ask P2 in person',
  third: 'Tell the head of office',
  ...over,
})

/** An open vault with one case and one victim, who said what they want. */
export async function oneVictim(change: Parameters<typeof intake>[0] = {}) {
  const app: TestApp = testApp()
  await app.create()
  const { caseId } = await app.get('case.start', { intake: intake(change), fileId: null })
  const { personId } = await app.get('person.add', {
    caseId,
    person: person({ wishes: { value: 'أريد أن أعمل بأمان' }, wishesLanguage: 'ar' }),
  })
  const view = () => app.get('case.view', { caseId })
  return { ...app, caseId, personId, view }
}

/** Any measure there can be. */
export const anyMeasure: fc.Arbitrary<Measure> = fc
  .record({
    action: fc.constantFrom(...protectiveActions),
    status: fc.constantFrom(...MeasureStatus.options),
    owner: fc.constantFrom('', 'Focal point'),
  })
  .map(over => measure({ ...over, detail: 'As agreed' }))

const day = Instant.parse('2026-03-02T18:00:00.000Z')

/** The moment so many hours after the first check-in is due. */
export const after = (hours: number): Instant =>
  Instant.parse(new Date(Date.parse(day) + hours * 3_600_000).toISOString())
