import * as fc from 'fast-check'
import { Day, PersonId } from '../../shared/model.ts'
import type { RiskDraft } from '../../shared/risk/model.ts'
import { ThresholdId, thresholdDefaults, type Thresholds } from '../../shared/settings/thresholds.ts'
import type { ReportWindow, WindowDraft } from '../../shared/settings/windows.ts'
import { intake, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

const theirs = () => new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')

/** An open vault with one case. */
export async function oneCase() {
  const app = testApp()
  await app.create()
  const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
  return { ...app, caseId, view: () => app.get('case.view', { caseId }) }
}

/** The same vault, with a first respondent at the desk. */
export async function atTheDeskOfAFirstRespondent(app: TestApp) {
  await app.get('vault.addPerson', { role: 'FR-1', duties: ['first_respondent'], passphrase: theirs() })
  await app.get('vault.lock', {})
  await app.get('vault.unlock', { passphrase: theirs() })
}

/** One assessment of somebody's situation, as weighed. */
export const assessment = (personId: string, change: Partial<RiskDraft> = {}): RiskDraft => ({
  personId: PersonId.parse(personId),
  about: 'situation',
  actionId: null,
  likelihood: 2,
  impact: 4,
  residualLikelihood: 2,
  residualImpact: 4,
  threats: [],
  vulnerabilities: [],
  capacities: [],
  uncertainties: [],
  confidence: 'medium',
  why: 'as told',
  ownView: { none: 'not-asked' },
  ...change,
})

/** Thresholds as anybody could try to set them: each out of its choices, in whatever order. */
export const anyThresholds: fc.Arbitrary<Thresholds> = fc.record(
  Object.fromEntries(
    ThresholdId.options.map(id => [id, fc.constantFrom(...thresholdDefaults[id].choices)]),
  ) as Record<ThresholdId, fc.Arbitrary<number>>,
)

/** The day so many days after 1 January 2020. */
export const dayAt = (number: number): Day =>
  Day.parse(new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10))

/** A window of these days. */
export const windowFrom = (ordinal: number, from: Day, to: Day): WindowDraft => ({
  ordinal,
  symbol: '',
  from,
  to,
  submissionsUntil: null,
  session: null,
  basis: 'K',
})

/** Windows one after another, with or without days between them, that do not overlap. */
export const anyWindows: fc.Arbitrary<ReportWindow[]> = fc
  .array(fc.record({ gap: fc.nat(3), length: fc.nat(20), used: fc.boolean() }), { maxLength: 8 })
  .map(steps => {
    let begin = 0
    return steps.map(({ gap, length, used }, at) => {
      const from = begin + gap
      begin = from + length + 1
      return { ...windowFrom(at + 1, dayAt(from), dayAt(from + length)), used }
    })
  })
