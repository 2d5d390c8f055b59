import type { Page } from 'playwright-core'
import { Told } from '../../../shared/consent/talk.ts'
import type { Name, Output, Sent } from '../../../shared/contract.ts'
import type { Reply } from '../../../shared/refusal.ts'
import { ask } from './look.ts'
import type { Planted } from './planted.ts'

/** The value of a question that must be answered. */
async function given<N extends Name>(page: Page, name: N, input: Sent<N>): Promise<Output<N>> {
  const reply = (await ask(page, name, input)) as Reply<Output<N>>
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.code}.`)
  return reply.value
}

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10)
const asked = { purpose: 'share_UN_country_presence', recipient: 'UN_entity', channel: 'in_person' } as const
const none = { none: 'not-asked' } as const

const intakeOf = (planted: Planted): Sent<'case.start'>['intake'] => ({
  receivedOn: { said: 'today', precision: 'day', from: days(-1), to: days(-1) },
  channel: 'mailbox',
  language: { value: 'ar' },
  interpreter: none,
  reporterRelation: { value: 'self' },
  mandateToAct: none,
  firstEntity: { value: 'OHCHR_field_presence' },
  danger: 'possible',
  dangerWhy: '',
  safeToWrite: 'yes',
  safeContact: { value: 'none' },
  account: planted.at('second case: account'),
  owner: 'FP-1',
  retentionReviewOn: days(300),
})

const personOf = (planted: Planted): Sent<'person.add'>['person'] => ({
  parts: ['victim'],
  unit: 'individual',
  gender: none,
  ageBand: none,
  roles: ['journalist_or_media'],
  characteristics: [],
  linkToCooperator: { value: 'self' },
  region: { value: 'western_asia' },
  remunerated: { value: 'no' },
  situation: { none: 'unknown' },
  wishes: { value: `ألا يأتي أحد إلى البيت مرة أخرى. ${planted.at('second case: wishes')}` },
  wishesLanguage: 'ar',
  wishesTranslation: 'That nobody comes to the house again.',
  note: '',
})

const talkOf = (personId: string): Sent<'consent.recordTalk'> => ({
  personId,
  heldOn: days(-1),
  askedBy: 'FP-1',
  givenBy: { value: 'victim' },
  capacity: { value: 'adult' },
  capacityNote: '',
  guardianMayHarm: none,
  representation: '',
  language: { value: 'ar' },
  understood: { value: true },
  interpreter: { value: false },
  interpreterCode: '',
  readBack: { value: true },
  privatePlace: { value: true },
  othersPresent: '',
  told: [...Told.options],
  withdrawHow: 'Through the same channel',
  form: { value: 'oral_witnessed' },
  whyNotWritten: 'A paper would be dangerous',
  evidence: '',
  rows: [
    {
      ...asked,
      identityLevel: 'role_and_region',
      scope: 'whole_case',
      facts: [],
      document: '',
      decision: 'given',
      conditions: [],
      validUntil: null,
      reviewOn: null,
      reviewWhen: [],
    },
  ],
})

const draftOf = (planted: Planted): Sent<'brief.start'>['draft'] => ({
  ...asked,
  forRole: 'Special envoy',
  language: 'en',
  marking: 'strictly_confidential',
  caveats: [],
  validUntil: days(14),
  asked: 'call',
  bottomLine: `Call the ministry before the hearing. ${planted.at('page: bottom line')}`,
  answerBy: null,
  unknowns: '',
  stateView: '',
  riskOfActing: 'The call may be reported.',
  riskOfNotActing: 'The hearing may take place without anybody watching.',
  actionsSoFar: '',
  options: [],
  talkingPoints: ['People who speak with the United Nations must be safe.'],
  followUp: '',
  withheld: [],
  conditionsMet: [],
})

/**
 * Another case with one person who said yes, and a brief about it that is approved. It is made without the hands, to come
 * at once to what is done with it.
 *
 * @returns the address of the brief.
 */
export async function readyBrief(page: Page, planted: Planted): Promise<string> {
  const { caseId } = await given(page, 'case.start', { intake: intakeOf(planted), fileId: null })
  const { personId } = await given(page, 'person.add', { caseId, person: personOf(planted) })
  await given(page, 'risk.assess', riskOf(personId))
  await given(page, 'consent.recordTalk', talkOf(personId))
  const draft = draftOf(planted)
  const { briefId } = await given(page, 'brief.start', { caseId, draft })
  const { gate } = await given(page, 'brief.view', { briefId })
  const withheld = gate.lines.flatMap(line => (line.verdict === 'blocked' ? [line.key] : []))
  await given(page, 'brief.change', { briefId, draft: { ...draft, withheld } })
  await given(page, 'risk.checkHarm', {
    caseId,
    itemId: briefId,
    answers: Array.from({ length: 12 }, () => ({ answer: 'yes' as const, note: '' })),
    decidedBy: '',
    decisionReason: '',
    validUntil: days(10),
  })
  await given(page, 'brief.approve', { briefId, sole: true, statement: 'Nobody else is at this presence.' })
  return `/case/${caseId}/brief/${briefId}`
}

const riskOf = (personId: string): Sent<'risk.assess'> => ({
  personId,
  about: 'situation',
  likelihood: 3,
  impact: 3,
  residualLikelihood: 3,
  residualImpact: 3,
  threats: [],
  vulnerabilities: [],
  capacities: [],
  uncertainties: [],
  confidence: 'medium',
  why: '',
  ownView: none,
})
