import * as fc from 'fast-check'
import { Fact, type ConsentDecision } from '../../shared/consent/model.ts'
import { Told, type ConsentTalk } from '../../shared/consent/talk.ts'
import { Element, type Outgoing } from '../../shared/gate/model.ts'
import type { ConsentQuestion } from '../../shared/gate/consent.ts'
import type { GateInput } from '../../shared/gate/rules.ts'
import {
  BriefId,
  CaseId,
  ConsentId,
  ConsentTalkId,
  Day,
  HarmCheckId,
  Instant,
  PersonId,
  RiskEventId,
  RiskId,
} from '../../shared/model.ts'
import type { HarmCheck, RiskAssessment, RiskEvent } from '../../shared/risk/model.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'

let made = 0
const uuid = () => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`

/** Two persons of one case. */
export const p1 = PersonId.parse(uuid())
export const p2 = PersonId.parse(uuid())
const caseId = CaseId.parse(uuid())

/** The moment at which everything in these tests is judged, and its day. */
export const now = Instant.parse('2026-11-21T12:00:00.000Z')
export const today = Day.parse('2026-11-21')
export const yesterday = Day.parse('2026-11-20')
export const tomorrow = Day.parse('2026-11-22')

/** To whom, for what and how, unless a test says otherwise. */
export const address = {
  purpose: 'share_UN_country_presence',
  recipient: 'UN_entity',
  channel: 'encrypted_message',
} as const

/** A plain "yes" to the whole case, with role and region, given long ago and valid for good. */
export function answer(over: Partial<ConsentDecision> = {}): ConsentDecision {
  return {
    id: ConsentId.parse(uuid()),
    caseId,
    personId: p1,
    ...address,
    identityLevel: 'role_and_region',
    scope: 'whole_case',
    facts: [],
    document: '',
    decision: 'given',
    form: { value: 'oral_witnessed' },
    givenBy: { value: 'victim' },
    decidedOn: Day.parse('2026-03-01'),
    askedBy: 'Officer A',
    language: { value: 'ar' },
    interpreter: { value: false },
    risksExplained: { value: true },
    conditions: [],
    validUntil: null,
    reviewOn: null,
    evidence: '',
    talkId: null,
    reviewWhen: [],
    recordedAt: now,
    ...over,
  }
}

/** A talk in which nothing was left out. */
export const talk = (over: Partial<ConsentTalk> = {}): ConsentTalk => ({
  id: ConsentTalkId.parse(uuid()),
  caseId,
  personId: p1,
  heldOn: Day.parse('2026-03-01'),
  askedBy: 'Officer A',
  givenBy: { value: 'victim' },
  capacity: { value: 'adult' },
  capacityNote: '',
  guardianMayHarm: { none: 'not-asked' },
  representation: '',
  language: { value: 'ar' },
  understood: { value: true },
  interpreter: { value: false },
  interpreterCode: '',
  readBack: { value: true },
  privatePlace: { value: true },
  othersPresent: '',
  told: [...Told.options],
  withdrawHow: '',
  form: { value: 'written' },
  whyNotWritten: '',
  evidence: '',
  recordedAt: now,
  ...over,
})

/** The same for chosen facts only. */
export const onlyFacts = (facts: readonly Fact[], over: Partial<ConsentDecision> = {}) =>
  answer({ scope: 'selected_facts', facts: [...facts], ...over })

/** A line that would leave. */
export const line = (over: Partial<Outgoing> = {}): Outgoing => ({
  key: 'line',
  fact: 'acts',
  element: 'group',
  personIds: [p1],
  ...over,
})

/** The question put to a log of answers. */
export const asked = (log: readonly ConsentDecision[], over: Partial<ConsentQuestion> = {}) => ({
  ...address,
  log,
  talks: [],
  conditionsMet: [],
  today,
  ...over,
})

/** An assessment of a person's situation that is current. */
export const risk = (over: Partial<RiskAssessment> = {}): RiskAssessment => ({
  id: RiskId.parse(uuid()),
  caseId,
  personId: p1,
  about: 'situation',
  actionId: null,
  likelihood: 4,
  impact: 3,
  residualLikelihood: 4,
  residualImpact: 3,
  threats: [],
  vulnerabilities: [],
  capacities: [],
  uncertainties: [],
  confidence: 'medium',
  why: '',
  ownView: { none: 'not-asked' },
  inherentBand: 'high',
  band: 'high',
  differs: false,
  assessedAt: now,
  validUntil: Instant.parse('2026-11-22T12:00:00.000Z'),
  ...over,
})

/** Something that happened to the person after these assessments. */
export const event = (...overtaken: readonly RiskAssessment[]): RiskEvent => ({
  id: RiskEventId.parse(uuid()),
  caseId,
  personId: p1,
  kind: 'threat',
  happenedOn: { said: 'today', precision: 'day', from: today, to: today },
  note: '',
  overtakes: overtaken.map(({ id }) => id),
  recordedAt: now,
})

/** A do-no-harm check with every answer "yes". */
export const harm = (over: Partial<HarmCheck> = {}): HarmCheck => ({
  id: HarmCheckId.parse(uuid()),
  caseId,
  itemId: BriefId.parse(uuid()),
  answers: Array.from({ length: 12 }, () => ({ answer: 'yes', note: '' })),
  decidedBy: '',
  decisionReason: '',
  validUntil: today,
  about: 'to the security officials',
  checkedAt: now,
  ...over,
})

/** Something that may leave: every part of the gate is content. */
export const openInput = (over: Partial<GateInput> = {}): GateInput => ({
  ...address,
  gate: 'G3',
  content: 'made of',
  proof: { link: 'strong', acts: [{ status: 'corroborated_one_independent', support: 2 }] },
  contact: { isSafe: true, afterWithdrawal: null, hasSafetyReason: false },
  publication: { of: 'abc', unrecognisable: true, secondReader: 'Officer C', checkedOn: today },
  publicationWindow: { from: Day.parse('2026-01-01'), recheckDays: 14 },
  overrides: [],
  log: [answer()],
  talks: [],
  conditionsMet: [],
  now,
  today,
  lines: [line()],
  withheld: [],
  risks: [risk(), risk({ personId: p2 })],
  events: [],
  harmCheck: harm(),
  approval: { by: 'Officer B', sole: false, statement: '', of: 'abc', at: now },
  author: 'Officer A',
  fingerprint: 'abc',
  ...over,
})

const facts = ['acts', 'documents', 'who'] as const
const content = fc.oneof(
  fc.constant({ scope: 'whole_case', facts: [], document: '' } as const),
  fc
    .subarray([...facts], { minLength: 1 })
    .map(chosen => ({ scope: 'selected_facts', facts: chosen, document: '' }) as const),
  fc.constant({ scope: 'one_document', facts: [], document: 'certificate' } as const),
  fc.constant({ scope: 'outcome_only', facts: [], document: '' } as const),
)
const condition = fc.constantFrom(
  { kind: 'show_me_text_first', after: null, note: '' } as const,
  { kind: 'only_after_date', after: tomorrow, note: '' } as const,
)

/** Any answer there can be to a few questions that touch each other. */
export const anyAnswer: fc.Arbitrary<ConsentDecision> = fc
  .record({
    personId: fc.constantFrom(p1, p2),
    channel: fc.constantFrom('encrypted_message' as const, 'phone' as const),
    identityLevel: fc.constantFrom(...codesOf('identityLevel')),
    content,
    decision: fc.constantFrom('given', 'given_with_conditions', 'refused', 'withdrawn', 'not_asked'),
    condition,
    validUntil: fc.constantFrom(null, yesterday, today, tomorrow),
  })
  .map(({ content, condition, decision, ...rest }) =>
    answer({
      ...rest,
      ...content,
      decision,
      conditions: decision === 'given_with_conditions' ? [condition] : [],
      facts: [...content.facts],
    }),
  )

/** Any history of answers, in the order of recording. */
export const anyLog = fc.array(anyAnswer, { maxLength: 9 })

/** Any line about the first person. */
export const anyLine = fc
  .record({ fact: fc.constantFrom(...facts), element: fc.constantFrom(...Element.options) })
  .map(over => line(over))
