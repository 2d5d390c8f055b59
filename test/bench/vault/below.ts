import type { Act } from '../../../shared/act/model.ts'
import type { Action } from '../../../shared/action/model.ts'
import type { ConsentDecision } from '../../../shared/consent/model.ts'
import type { ActId, ActionId, ConsentId, PerpetratorId, PersonId, RiskId } from '../../../shared/model.ts'
import type { Person } from '../../../shared/person/model.ts'
import type { RiskAssessment } from '../../../shared/risk/model.ts'
import { bandOf, viewsDiffer } from '../../../shared/risk/rules.ts'
import type { ScopeTest } from '../../../shared/scope/model.ts'
import { day, dayMs, instant, officer, onDay, today, type Drawing } from './drawing.ts'

/* The rows below a case. */

/** Somebody of the case: the first is its victim. */
export function personOf(place: number, { caseId, id, at, language, code, said, below }: Drawing): Person {
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

/** What was done to one or both of them. */
export function actOf(
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

/** The answer a brief rests on: only as much of who they are as `role_and_region`. */
export function consentOf(personId: PersonId, { caseId, id, at, language }: Drawing): ConsentDecision {
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

/** The danger as it was weighed, and as they see it. */
export function riskOf(personId: PersonId, { caseId, id, at, code, said, below }: Drawing): RiskAssessment {
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

/** Something planned for them. */
export function actionOf(personId: PersonId, { caseId, id, at, said }: Drawing): Action {
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

/** Answers that make it a case. */
export function scopeOf(code: Drawing['code']): ScopeTest['answers'] {
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
