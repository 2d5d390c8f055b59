import type { BriefDraft } from '../../shared/brief/model.ts'
import { Told, type TalkDraft, type TalkRow, type TalkWithRows } from '../../shared/consent/talk.ts'
import { Day } from '../../shared/model.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import { intake, person, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

/** One answer in a talk: a plain "yes" to the whole case, with role and region. */
export const row = (change: Partial<TalkRow> = {}): TalkRow => ({
  purpose: 'share_UN_country_presence',
  recipient: 'UN_entity',
  channel: 'encrypted_message',
  identityLevel: 'role_and_region',
  scope: 'whole_case',
  facts: [],
  document: '',
  decision: 'given',
  conditions: [],
  validUntil: null,
  reviewOn: null,
  reviewWhen: [],
  ...change,
})

/** A talk in which nothing was left out, with one answer unless a test says otherwise. */
export const talkWith = (
  personId: PersonId,
  change: Partial<TalkDraft> = {},
  rows: readonly TalkRow[] = [row()],
): TalkWithRows => ({
  personId,
  heldOn: Day.parse('2026-03-01'),
  askedBy: 'FP-1',
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
  withdrawHow: 'Through the same channel',
  form: { value: 'oral_witnessed' },
  whyNotWritten: 'A paper would be dangerous',
  evidence: '',
  ...change,
  rows: [...rows],
})

/** A brief to the presence, as its author would begin it. */
export const briefDraft = (change: Partial<BriefDraft> = {}): BriefDraft => ({
  forRole: 'Head of presence',
  purpose: 'share_UN_country_presence',
  recipient: 'UN_entity',
  channel: 'encrypted_message',
  language: 'en',
  marking: 'strictly_confidential',
  caveats: [],
  validUntil: Day.parse('2026-03-20'),
  asked: 'decision',
  bottomLine: 'Decide whether to raise the matter quietly.',
  answerBy: null,
  unknowns: '',
  stateView: '',
  riskOfActing: '',
  riskOfNotActing: '',
  actionsSoFar: '',
  options: [],
  talkingPoints: [],
  followUp: '',
  withheld: [],
  conditionsMet: [],
  ...change,
})

/** An open vault with one case and one person who is a victim. */
export async function desk(): Promise<TestApp & { readonly caseId: CaseId; readonly personId: PersonId }> {
  const app = testApp()
  await app.create()
  const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
  const { personId } = await app.get('person.add', {
    caseId,
    person: person({ wishes: { value: 'Safety' } }),
  })
  return { ...app, caseId, personId }
}

/** A brief that left, relying on one person's yes. */
export async function handedOver() {
  const app = await desk()
  const { get, call, caseId, personId, shell, folder } = app
  const { consentIds } = await get('consent.recordTalk', talkWith(personId))
  await get('risk.assess', {
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
  const { briefId } = await get('brief.start', { caseId, draft: briefDraft() })
  const { gate } = await get('brief.view', { briefId })
  const withheld = gate.lines.filter(({ verdict }) => verdict === 'blocked').map(({ key }) => key)
  await get('brief.change', { briefId, draft: briefDraft({ withheld }) })
  await get('risk.checkHarm', {
    caseId,
    itemId: briefId,
    answers: Array.from({ length: 12 }, () => ({ answer: 'yes' as const, note: '' })),
    decidedBy: '',
    decisionReason: '',
    validUntil: '2026-03-20',
  })
  await get('brief.approve', { briefId, sole: true, statement: '' })
  shell.dialogs.push(`${folder}.brief.age`)
  const passphrase = new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')
  const reply = await call('brief.export', { briefId, sealFor: { passphrase } })
  if (!reply.ok) throw new Error(reply.code)
  return { ...app, yes: consentIds[0] ?? '' }
}
