import { briefDefaults } from '../../shared/brief/defaults.ts'
import { documentOf } from '../../shared/brief/document.ts'
import { linesOf, type BriefContent } from '../../shared/brief/lines.ts'
import type { BriefDocument, BriefDraft } from '../../shared/brief/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import { nothingVerified } from '../../shared/evidence/rules.ts'
import { gate } from '../../shared/gate/rules.ts'
import {
  ActId,
  CaseId,
  Day,
  EngagementId,
  Instant,
  PerpetratorId,
  PersonId,
  RiskId,
  type PartialDate,
} from '../../shared/model.ts'
import type { Person } from '../../shared/person/model.ts'
import type { RiskAssessment } from '../../shared/risk/model.ts'
import { openInput } from '../gate/support.ts'
import { intake, person } from '../support.ts'

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const now = Instant.parse('2026-11-21T12:00:00.000Z')
export const today = Day.parse('2026-11-21')
export const p1 = PersonId.parse(uuid(1))
export const p2 = PersonId.parse(uuid(2))
const caseId = CaseId.parse(uuid(9))

const lastMonth: PartialDate = {
  said: 'October 2026',
  precision: 'month',
  from: Day.parse('2026-10-01'),
  to: Day.parse('2026-10-31'),
}

const personOf = (id: PersonId, label: string): Person => ({
  ...person({
    wishes: { value: `wish of ${label} zqwx` },
    wishesLanguage: 'en',
    wishesTranslation: `wish of ${label} translated zqwx`,
    region: { value: 'caribbean' },
    gender: { value: 'woman' },
    situation: { value: 'detained' },
  }),
  id,
  caseId,
  label,
  hasIdentity: true,
  addedAt: now,
})

const riskOf = (personId: PersonId, label: string): RiskAssessment => ({
  id: RiskId.parse(uuid(label === 'P1' ? 31 : 32)),
  caseId,
  personId,
  about: 'situation',
  actionId: null,
  likelihood: 2,
  impact: 3,
  residualLikelihood: 2,
  residualImpact: 3,
  threats: [],
  vulnerabilities: [],
  capacities: [],
  uncertainties: [],
  confidence: 'medium',
  why: `reasons about ${label} zqwx`,
  ownView: {
    value: {
      band: 'critical',
      words: `view of ${label} zqwx`,
      language: 'en',
      translation: `view of ${label} translated zqwx`,
    },
  },
  inherentBand: 'medium',
  band: 'medium',
  differs: true,
  assessedAt: now,
  validUntil: Instant.parse('2026-12-05T12:00:00.000Z'),
})

const actOf = (personId: PersonId, label: string): CaseView['acts'][number] => ({
  id: ActId.parse(uuid(label === 'P1' ? 41 : 42)),
  caseId,
  personIds: [personId],
  form: 'threat_other',
  status: 'carried_out',
  when: lastMonth,
  domain: { none: 'unknown' },
  region: { value: 'caribbean' },
  legalTools: [],
  perpetratorIds: [],
  account: `account of ${label} zqwx`,
  addedAt: now,
})

/** A case with two persons, each with something of everything. Every free text ends in a word nobody would type. */
export const content: BriefContent = {
  case: {
    ...intake({ dangerWhy: 'why there is danger zqwx', account: 'account of the case zqwx' }),
    id: caseId,
    code: '2AB-3CD',
    state: 'open',
    startedAt: now,
    changedAt: now,
  },
  persons: [personOf(p1, 'P1'), personOf(p2, 'P2')],
  engagements: [
    {
      id: EngagementId.parse(uuid(51)),
      caseId,
      personIds: [p1],
      kind: 'attended_meeting',
      status: 'completed',
      entity: 'SG',
      when: lastMonth,
      locus: { none: 'unknown' },
      publicity: { none: 'unknown' },
      note: '',
      addedAt: now,
    },
  ],
  acts: [actOf(p1, 'P1'), actOf(p2, 'P2')],
  perpetrators: [
    {
      id: PerpetratorId.parse(uuid(61)),
      caseId,
      label: 'A1',
      class: 'state',
      kind: { value: 'police' },
      involvement: { none: 'unknown' },
      description: 'description of A1 zqwx',
      addedAt: now,
    },
  ],
  risks: [riskOf(p1, 'P1'), riskOf(p2, 'P2')],
  messages: [],
  attachments: [],
  verification: nothingVerified,
}

/** The name of each person, kept apart from everything else. */
export const names = new Map([
  [p1, 'name of P1 zqwx'],
  [p2, 'name of P2 zqwx'],
])

/** A brief as the author left it. */
export const draft = (change: Partial<BriefDraft> = {}): BriefDraft => ({
  ...briefDefaults(content, { today, language: 'en' }),
  forRole: 'Head of presence',
  bottomLine: 'Decide this week.',
  ...change,
})

/** The lines of the case, what the gate says of them for these answers, and the document made of it. */
export function assembled(
  log: readonly ConsentDecision[],
  change: Partial<BriefDraft> = {},
  of: BriefContent = content,
) {
  const lines = linesOf(of)
  const written = draft(change)
  const { purpose, recipient, channel, withheld, conditionsMet } = written
  const result = gate(
    openInput({
      now,
      today,
      purpose,
      recipient,
      channel,
      lines,
      withheld,
      log,
      conditionsMet,
      risks: of.risks,
      harmCheck: null,
      approval: null,
      author: 'FP-1',
      fingerprint: '',
    }),
  )
  const saidNames = lines.flatMap((line, index) =>
    line.element === 'name' && result.lines[index]?.verdict === 'said' ? line.personIds : [],
  )
  const document: BriefDocument = documentOf({
    draft: written,
    content: { ...of, consents: log },
    lines,
    verdicts: result.lines,
    names: new Map([...names].filter(([personId]) => saidNames.includes(personId))),
    copy: '2AB-3CD-1',
    author: 'FP-1',
    approval: { by: 'FP-1', sole: true },
    today,
  })
  return { lines, gate: result, document }
}
