import type { ActDraft, PerpetratorDraft } from '../../shared/act/model.ts'
import type { BriefDraft } from '../../shared/brief/model.ts'
import type { Intake } from '../../shared/case/model.ts'
import type { ConsentDraft } from '../../shared/consent/model.ts'
import type { EngagementDraft } from '../../shared/engagement/model.ts'
import { Day } from '../../shared/model.ts'
import type { PartialDate, PersonId } from '../../shared/model.ts'
import type { Identity, PersonDraft } from '../../shared/person/model.ts'
import type { HarmAnswer, RiskDraft } from '../../shared/risk/model.ts'
import { harmQuestions } from '../../shared/risk/model.ts'
import type { ScopeAnswers } from '../../shared/scope/model.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'
import type { Code, VocabularyId } from '../../shared/vocabulary/index.ts'
import { letters } from '../samples/letters.ts'
import type { Language } from '../samples/letters.ts'

/*
 * What a focal point would type, for the n-th case. Invented from end to end, the same for the same number, and spread
 * over the six languages and the controlled lists.
 */

const tongues: readonly Language[] = ['en', 'fr', 'es', 'ar', 'zh', 'ru']
const tongue = (n: number): Language => tongues[n % tongues.length] ?? 'en'

/** Some code of a list, another for another number. */
function some<Id extends VocabularyId>(list: Id, n: number): Code<Id> {
  const codes = codesOf(list)
  const code = codes[n % codes.length]
  if (code === undefined) throw new Error(`the list ${list} is empty`)
  return code
}

/** 60 to 300 words of narrative, or as many signs where words are not told apart by spaces. */
export function narrative(n: number): string {
  const { body } = letters[tongue(n)]
  const parts = tongue(n) === 'zh' ? [...body] : body.split(' ')
  const wanted = 60 + ((n * 37) % 241)
  const told = Array.from({ length: wanted }, (_, i) => parts[(n + i) % parts.length])
  return told.join(tongue(n) === 'zh' ? '' : ' ')
}

const dayOn = (text: string) => Day.parse(text)
const year = (n: number): PartialDate => {
  const said = String(2020 + (n % 6))
  return { said, precision: 'year', from: dayOn(`${said}-01-01`), to: dayOn(`${said}-12-31`) }
}

/** A day so many days from today, UTC. Negative: before. */
export const inDays = (days: number): Day =>
  dayOn(new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10))

export const intakeOf = (n: number): Intake => ({
  receivedOn: { said: '1 March 2026', precision: 'day', from: dayOn('2026-03-01'), to: dayOn('2026-03-01') },
  channel: some('intakeChannel', n),
  language: { value: tongue(n) },
  interpreter: { none: 'not-asked' },
  reporterRelation: { value: 'self' },
  mandateToAct: { none: 'not-asked' },
  firstEntity: { value: 'OHCHR_field_presence' },
  danger: some('immediateDanger', n),
  dangerWhy: '',
  safeToWrite: 'yes',
  safeContact: { value: 'none' },
  account: narrative(n),
  owner: 'FP-1',
  retentionReviewOn: dayOn('2030-03-01'),
})

export const personOf = (n: number): PersonDraft => ({
  parts: ['victim'],
  unit: 'individual',
  gender: { none: 'not-asked' },
  ageBand: { none: 'not-asked' },
  roles: [some('victimRole', n)],
  characteristics: [],
  linkToCooperator: { value: 'self' },
  region: { none: 'not-asked' },
  remunerated: { value: 'no' },
  situation: { none: 'unknown' },
  wishes: { value: narrative(n + 3).slice(0, 300) },
  wishesLanguage: tongue(n + 3),
  wishesTranslation: '',
  note: '',
})

export const identityOf = (n: number): Identity => ({
  name: `Zyxwa Markerine ${n}`,
  otherNames: '',
  contact: `+999 000 ${n}`,
  documents: '',
})

export const engagementOf = (n: number, personIds: PersonId[]): EngagementDraft => ({
  personIds,
  kind: some('cooperationType', n),
  status: 'completed',
  entity: some('unEntity', n),
  when: year(n),
  locus: { none: 'unknown' },
  publicity: { none: 'unknown' },
  note: narrative(n + 1).slice(0, 200),
})

export const perpetratorOf = (n: number): PerpetratorDraft => ({
  class: some('perpetratorClass', n),
  kind: { none: 'unknown' },
  involvement: { none: 'unknown' },
  description: '',
})

export const actOf = (n: number, personIds: PersonId[]): ActDraft => ({
  personIds,
  form: some('formOfAct', n),
  status: some('actStatus', n),
  when: year(n),
  domain: { none: 'unknown' },
  region: { none: 'unknown' },
  legalTools: [some('legalTool', n)],
  perpetratorIds: [],
  account: narrative(n + 2).slice(0, 400),
})

/** The answer the brief below rests on: only as much of who they are as `role_and_region`. */
export const consentOf = (personId: PersonId): ConsentDraft => ({
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
  decidedOn: inDays(-1),
  askedBy: 'FP-1',
  language: { value: 'ar' },
  interpreter: { value: false },
  risksExplained: { value: true },
  conditions: [],
  validUntil: inDays(180),
  reviewOn: null,
  evidence: '',
})

export const riskOf = (n: number, personId: PersonId): RiskDraft => ({
  personId,
  about: 'situation',
  actionId: null,
  likelihood: 1 + (n % 5),
  impact: 1 + (n % 5),
  residualLikelihood: 1 + (n % 3),
  residualImpact: 1 + (n % 4),
  threats: [some('riskThreat', n)],
  vulnerabilities: [some('riskVulnerability', n)],
  capacities: [],
  uncertainties: [],
  confidence: 'medium',
  why: narrative(n + 4).slice(0, 200),
  ownView: { value: { band: 'high', words: letters.ar.subject, language: 'ar', translation: '' } },
})

export const scopeOf = (n: number): ScopeAnswers => ({
  engagement: 'yes',
  harmed: ['self'],
  remunerated: 'no',
  remuneratedDecision: null,
  remuneratedReason: '',
  act: 'happened',
  indicators: [],
  linkGrade: null,
  linkWhy: '',
  perpetrator: some('perpetratorClass', n),
  timing: 'after',
  purpose: 'punish',
  humanRights: 'yes',
})

/** A brief whose every line about who this person is stays back. */
export const briefOf = (personId: PersonId): BriefDraft => ({
  forRole: 'Head of presence',
  purpose: 'share_UN_country_presence',
  recipient: 'UN_entity',
  channel: 'encrypted_message',
  language: 'en',
  marking: 'strictly_confidential',
  caveats: [],
  validUntil: inDays(20),
  asked: 'decision',
  bottomLine: 'Decide whether to raise the matter quietly.',
  answerBy: null,
  unknowns: '',
  stateView: '',
  riskOfActing: '',
  riskOfNotActing: '',
  actionsSoFar: '',
  options: [],
  talkingPoints: ['People who speak with us must be safe.'],
  followUp: '',
  withheld: [`person:${personId}:name`],
  conditionsMet: [],
})

/** The do-no-harm check with every answer on the safe side. */
export const harmAnswers = (): HarmAnswer[] =>
  Array.from({ length: harmQuestions }, () => ({ answer: 'yes', note: '' }))
