import type { Act, Perpetrator } from '../../../shared/act/model.ts'
import type { Action } from '../../../shared/action/model.ts'
import { noCourse, type CaseCourse } from '../../../shared/case/course.ts'
import type { CaseFile, CaseState } from '../../../shared/case/model.ts'
import type { ConsentDecision } from '../../../shared/consent/model.ts'
import type { Engagement } from '../../../shared/engagement/model.ts'
import {
  ActId,
  ActionId,
  CaseId,
  ConsentId,
  Day,
  EngagementId,
  Instant,
  PerpetratorId,
  PersonId,
  RiskId,
} from '../../../shared/model.ts'
import type { PartialDate } from '../../../shared/model.ts'
import type { Identity, Person } from '../../../shared/person/model.ts'
import type { RiskAssessment } from '../../../shared/risk/model.ts'
import { bandOf, viewsDiffer } from '../../../shared/risk/rules.ts'
import type { ScopeTest } from '../../../shared/scope/model.ts'
import { scopeResult } from '../../../shared/scope/rules.ts'
import { codesOf } from '../../../shared/vocabulary/index.ts'
import type { Code, VocabularyId } from '../../../shared/vocabulary/index.ts'
import type { Language } from '../../samples/letters.ts'
import { planted } from './probes.ts'
import { chance, type Chance } from './seed.ts'
import { narrative } from './words.ts'

/** When it is in a made vault, and when its first case came. Three years of work lie between. */
export const today = Date.parse('2025-06-02T08:00:00.000Z')
export const firstDay = Date.parse('2022-06-01T08:00:00.000Z')

/** Who works there. */
export const officer = 'FP-1'

/** Everything of one case, as the repositories take it: the case, ten rows below it, who one person is, its course. */
export interface CaseRows {
  readonly file: CaseFile
  readonly course: (CaseCourse & { readonly id: CaseId }) | null
  readonly persons: readonly Person[]
  readonly identity: Identity
  readonly engagement: Engagement
  readonly perpetrator: Perpetrator
  readonly acts: readonly Act[]
  readonly scope: ScopeTest & { readonly id: CaseId }
  readonly consent: ConsentDecision
  readonly risk: RiskAssessment
  readonly action: Action
  /** The moment of its first row, milliseconds; each later row is a second later. */
  readonly at: number
}

const languages: readonly Language[] = ['en', 'ar', 'fr', 'ru', 'es', 'zh']

/** Of a hundred cases: most are over. */
const states: readonly CaseState[] = (
  [
    ['closed', 60],
    ['open', 20],
    ['follow_up', 6],
    ['triage', 5],
    ['intake', 4],
    ['draft', 3],
    ['on_hold', 2],
  ] as const
).flatMap(([state, times]) => Array.from({ length: times }, () => state))

const dayMs = 86_400_000
const instant = (at: number) => new Date(at).toISOString() as Instant
const day = (at: number) => new Date(at).toISOString().slice(0, 10) as Day
const onDay = (at: number): PartialDate => ({ said: day(at), precision: 'day', from: day(at), to: day(at) })

/** What every row of one case is drawn from. */
interface Drawing extends Chance {
  readonly caseId: CaseId
  readonly at: number
  readonly language: Language
  code<Id extends VocabularyId>(list: Id): Code<Id>
  said(words: number): string
}

function drawing(n: number, count: number): Drawing {
  const drawn = chance(n)
  const at = firstDay + Math.floor(((today - dayMs - firstDay) * n) / count)
  const language = languages[n % languages.length] ?? 'en'
  return {
    ...drawn,
    at,
    language,
    caseId: drawn.id(at) as CaseId,
    code: list => drawn.of(codesOf(list)),
    said: words => narrative(language, words, drawn),
  }
}

const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Six letters that no other number below 31⁵ gives; never those of invented cases for practice. */
function codeOf(n: number): string {
  const digits = Array.from({ length: 5 }, (_, i) => letters[Math.floor(n / 31 ** i) % 31]).join('')
  return `Z${digits.slice(0, 2)}-${digits.slice(2)}`
}

function fileOf(n: number, { caseId, at, language, code, said, of, below }: Drawing): CaseFile {
  const told = planted(n)
  const account = said(60 + below(241))
  return {
    id: caseId,
    code: codeOf(n),
    state: of(states),
    receivedOn: onDay(at),
    channel: code('intakeChannel'),
    language: { value: language },
    interpreter: { value: below(2) === 0 },
    reporterRelation: { value: code('reporterRelation') },
    mandateToAct: { none: 'not-asked' },
    firstEntity: { value: code('unEntity') },
    danger: code('immediateDanger'),
    dangerWhy: said(8),
    safeToWrite: 'yes',
    safeContact: { value: 'none' },
    account: told ? `${account} ${told}` : account,
    owner: of([officer, 'FP-2', 'FP-3', 'FP-4']),
    retentionReviewOn: day(at + 5 * 365 * dayMs),
    startedAt: instant(at),
    changedAt: instant(Math.min(at + below(250) * dayMs + below(dayMs), today - 1000)),
  }
}

function courseOf({ id, state, startedAt }: CaseFile, drawn: Drawing): CaseRows['course'] {
  const since = instant(drawn.at + 20_000)
  const urgent = drawn.below(40) === 0 ? { why: 'Followed home.', since, by: officer } : null
  if (state === 'on_hold')
    return {
      ...noCourse,
      id,
      urgent,
      hold: { why: 'person_asks', reviewOn: day(today + 30 * dayMs), since, before: 'open' },
    }
  if (state !== 'closed') return urgent && { ...noCourse, id, urgent }
  const met = 'met' as const
  const answers = { quiet: met, person_agrees: met, actions_finished: met, state_response: met }
  const closure = {
    reason: 'resolved_safe' as const,
    answers: { ...answers, report_disposition: met, retention_decided: met },
    proposedBy: officer,
    proposedAt: startedAt,
    approvedBy: 'HP-1',
    approvedAt: startedAt,
    sole: false,
  }
  return { ...noCourse, id, urgent, closure }
}

function personOf(place: number, { caseId, id, at, language, code, said, below }: Drawing): Person {
  return {
    id: id(at + place) as PersonId,
    caseId,
    label: `P${place}`,
    parts: place === 1 ? ['victim', 'reporter'] : ['relative'],
    unit: 'individual',
    gender: { value: code('gender') },
    ageBand: { value: code('ageBand') },
    roles: [code('victimRole')],
    characteristics: [code('characteristic')],
    linkToCooperator: { value: code('linkToCooperator') },
    region: { value: code('region') },
    remunerated: { value: 'no' },
    situation: { value: code('victimSituation') },
    wishes: { value: said(12 + below(30)) },
    wishesLanguage: language,
    wishesTranslation: '',
    note: '',
    hasIdentity: place === 1,
    addedAt: instant(at + place * 1000),
  }
}

const yearAt = (at: number): PartialDate => {
  const said = day(at).slice(0, 4)
  return { said, precision: 'year', from: `${said}-01-01` as Day, to: `${said}-12-31` as Day }
}

function actOf(
  place: number,
  persons: readonly Person[],
  perpetratorIds: readonly PerpetratorId[],
  drawn: Drawing,
): Act {
  const { caseId, id, at, code, said, below } = drawn
  return {
    id: id(at + place) as ActId,
    caseId,
    personIds: persons.slice(0, place).map(person => person.id),
    form: code('formOfAct'),
    status: code('actStatus'),
    when: onDay(at - (3 + below(60)) * dayMs),
    domain: { value: code('actDomain') },
    region: { value: code('region') },
    legalTools: [code('legalTool')],
    perpetratorIds: [...perpetratorIds],
    account: said(20 + below(30)),
    addedAt: instant(at + 5000 + place * 1000),
  }
}

function consentOf(personId: PersonId, { caseId, id, at, language }: Drawing): ConsentDecision {
  return {
    id: id(at) as ConsentId,
    caseId,
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
    decidedOn: day(at),
    askedBy: officer,
    language: { value: language },
    interpreter: { value: false },
    risksExplained: { value: true },
    conditions: [],
    validUntil: day(today + 180 * dayMs),
    reviewOn: null,
    evidence: '',
    recordedAt: instant(at + 9000),
    talkId: null,
    reviewWhen: [],
  }
}

function riskOf(personId: PersonId, { caseId, id, at, code, said, below }: Drawing): RiskAssessment {
  const [likelihood, impact] = [1 + below(5), 1 + below(5)]
  const [residualLikelihood, residualImpact] = [1 + below(likelihood), 1 + below(impact)]
  const band = bandOf(residualLikelihood, residualImpact)
  const ownView = { value: { band: 'high' as const, words: said(10), language: null, translation: '' } }
  return {
    id: id(at) as RiskId,
    caseId,
    personId,
    about: 'situation',
    actionId: null,
    likelihood,
    impact,
    residualLikelihood,
    residualImpact,
    threats: [code('riskThreat')],
    vulnerabilities: [code('riskVulnerability')],
    capacities: [],
    uncertainties: [],
    confidence: 'medium',
    why: said(20),
    ownView,
    inherentBand: bandOf(likelihood, impact),
    band,
    differs: viewsDiffer(band, ownView),
    assessedAt: instant(at + 10_000),
    validUntil: instant(Math.max(today + (below(200) - 20) * dayMs, at + 14 * dayMs)),
  }
}

function actionOf(personId: PersonId, { caseId, id, at, said }: Drawing): Action {
  return {
    id: id(at) as ActionId,
    caseId,
    label: 'M1',
    author: officer,
    draft: {
      kind: 'confidential_quiet_diplomacy',
      detail: '',
      personIds: [personId],
      to: 'Head of presence',
      purpose: 'share_UN_country_presence',
      recipient: 'UN_entity',
      channel: 'encrypted_message',
      identityLevel: 'role_and_region',
      facts: ['acts', 'engagement'],
      withheld: [],
      conditionsMet: [],
      expected: said(10),
      riskOfActing: '',
      riskOfNotActing: '',
      safetyReason: '',
      owner: officer,
      deadline: day(today + 20 * dayMs),
      answerBy: null,
    },
    approval: null,
    startedAt: instant(at + 11_000),
    changedAt: instant(at + 11_000),
  }
}

function scopeOf(code: Drawing['code']): ScopeTest['answers'] {
  return {
    engagement: 'yes',
    harmed: ['self'],
    remunerated: 'no',
    remuneratedDecision: null,
    remuneratedReason: '',
    act: 'happened',
    indicators: [code('linkIndicator')],
    linkGrade: code('linkGrade'),
    linkWhy: '',
    perpetrator: code('perpetratorClass'),
    timing: 'after',
    purpose: 'punish',
    humanRights: 'yes',
  }
}

/** The `n`-th of `count` cases: the same for the same two numbers, on any machine and any day. */
export function rowsOf(n: number, count: number): CaseRows {
  const drawn = drawing(n, count)
  const { caseId, id, at, code, said } = drawn
  const file = fileOf(n, drawn)
  const persons = [personOf(1, drawn), personOf(2, drawn)]
  const personId = id(at) as PersonId
  const first = persons[0]?.id ?? personId
  const perpetrator: Perpetrator = {
    id: id(at) as PerpetratorId,
    caseId,
    label: 'A1',
    class: code('perpetratorClass'),
    kind: { value: code('perpetratorKind') },
    involvement: { none: 'unknown' },
    description: said(8),
    addedAt: instant(at + 5000),
  }
  const answers = scopeOf(code)
  return {
    file,
    course: courseOf(file, drawn),
    persons,
    identity: { name: `Zyxwa Markerine ${n}`, otherNames: '', contact: `+999 000 ${n}`, documents: '' },
    engagement: {
      id: id(at) as EngagementId,
      caseId,
      personIds: [first],
      kind: code('cooperationType'),
      status: 'completed',
      entity: code('unEntity'),
      when: yearAt(at - 90 * dayMs),
      locus: { none: 'unknown' },
      publicity: { none: 'unknown' },
      note: said(20),
      addedAt: instant(at + 3000),
    },
    perpetrator,
    acts: [1, 2].map(place => actOf(place, persons, [perpetrator.id], drawn)),
    scope: { id: caseId, answers, result: scopeResult(answers), answeredAt: instant(at + 8000) },
    consent: consentOf(first, drawn),
    risk: riskOf(first, drawn),
    action: actionOf(first, drawn),
    at,
  }
}
