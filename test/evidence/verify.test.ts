import { describe, expect, it } from 'vitest'
import type { EvidenceSourceDraft, InformationDraft } from '../../shared/evidence/claim.ts'
import type { ActId, CaseId, ClaimId, EvidenceSourceId } from '../../shared/model.ts'
import { intake, person, testApp, type TestApp } from '../support.ts'

const draft = (over: Partial<EvidenceSourceDraft> = {}): EvidenceSourceDraft => ({
  connection: { value: 'witness' },
  item: { kind: 'outside' },
  description: '',
  reliability: 'B',
  reliabilityNote: 'was right before',
  dependsOn: [],
  ...over,
})

const information = (sourceId: EvidenceSourceId, over: Partial<InformationDraft> = {}) => ({
  sourceId,
  material: 'witness_testimony' as const,
  credibility: '3' as const,
  note: 'saw it happen',
  ...over,
})

interface Begun {
  readonly desk: TestApp
  readonly caseId: CaseId
  readonly actId: ActId
  readonly claimId: ClaimId
}

/** A case with one person, one alleged act, and one claim about it. */
async function begun(): Promise<Begun> {
  const desk = testApp()
  await desk.create()
  const { caseId, actId } = await caseWithAct(desk)
  const { claimId } = await desk.get('evidence.addClaim', {
    caseId,
    claim: { statement: 'P1 was told to stop.', about: { actId } },
  })
  return { desk, caseId, actId, claimId }
}

async function caseWithAct(desk: TestApp) {
  const { caseId } = await desk.get('case.start', { intake: intake(), fileId: null })
  const { personId } = await desk.get('person.add', { caseId, person: person() })
  const { actId } = await desk.get('act.add', {
    caseId,
    act: {
      personIds: [personId],
      form: 'threat_other',
      status: 'carried_out',
      when: { said: '', precision: 'unknown', from: null, to: null },
      domain: { none: 'not-asked' },
      region: { none: 'not-asked' },
      legalTools: [],
      perpetratorIds: [],
      account: '',
    },
  })
  return { caseId, personId, actId }
}

const verification = async ({ desk, caseId }: Pick<Begun, 'desk' | 'caseId'>) =>
  (await desk.get('case.view', { caseId })).verification

/** What the next call is refused for, or `null`. */
const refusal = async (reply: Promise<{ ok: boolean; code?: string }>) => {
  const { ok, code } = await reply
  return ok ? null : code
}

describe('sources and claims', () => {
  it('have neutral codes in the order of adding, and a note with every grade', async () => {
    const { desk, caseId } = await begun()
    await desk.get('evidence.addSource', { caseId, source: draft() })
    await desk.get('evidence.addSource', { caseId, source: draft({ reliability: 'U' }) })
    const { sources, claims } = await verification({ desk, caseId })
    expect(sources.map(({ label }) => label)).toEqual(['S1', 'S2'])
    expect(claims.map(({ label }) => label)).toEqual(['C1'])
    const without = desk.call('evidence.addSource', { caseId, source: draft({ reliabilityNote: ' ' }) })
    expect(await without).toMatchObject({ ok: false, code: 'invalid-input', field: 'source.reliabilityNote' })
  })

  it('are of one case: nothing of another can be named', async () => {
    const { desk, claimId, caseId } = await begun()
    const other = await caseWithAct(desk)
    const theirs = await desk.get('evidence.addSource', { caseId: other.caseId, source: draft() })
    const refused = 'evidence/not-of-this-case'
    const of = { statement: 'x', about: { actId: other.actId } }
    const leaning = draft({ dependsOn: [theirs.sourceId] })
    const them = draft({ item: { kind: 'person', personId: other.personId } })
    expect(await refusal(desk.call('evidence.addClaim', { caseId, claim: of }))).toBe(refused)
    expect(await refusal(desk.call('evidence.addSource', { caseId, source: leaning }))).toBe(refused)
    expect(await refusal(desk.call('evidence.addSource', { caseId, source: them }))).toBe(refused)
    const said = { claimId, information: information(theirs.sourceId) }
    expect(await refusal(desk.call('evidence.addInformation', said))).toBe(refused)
  })

  it('do not depend on themselves', async () => {
    const { desk, caseId } = await begun()
    const { sourceId } = await desk.get('evidence.addSource', { caseId, source: draft() })
    const itself = { sourceId, source: draft({ dependsOn: [sourceId] }) }
    expect(await refusal(desk.call('evidence.changeSource', itself))).toBe('evidence/depends-on-itself')
  })

  it('go only when nothing rests on them, and nobody depends on what is gone', async () => {
    const { desk, caseId, claimId } = await begun()
    const one = await desk.get('evidence.addSource', { caseId, source: draft() })
    await desk.get('evidence.addSource', { caseId, source: draft({ dependsOn: [one.sourceId] }) })
    const said = await desk.get('evidence.addInformation', {
      claimId,
      information: information(one.sourceId),
    })
    const remove = () => desk.call('evidence.removeSource', { sourceId: one.sourceId, reason: 'mistaken' })
    expect(await refusal(remove())).toBe('evidence/source-used')
    await desk.get('evidence.removeInformation', { informationId: said.informationId, reason: 'mistaken' })
    expect(await refusal(remove())).toBeNull()
    const { sources } = await verification({ desk, caseId })
    expect(sources.map(({ label, dependsOn }) => ({ label, dependsOn }))).toEqual([
      { label: 'S2', dependsOn: [] },
    ])
  })

  it('leave with everything that was said on them, and the record keeps it', async () => {
    const { desk, caseId, claimId } = await begun()
    const { sourceId } = await desk.get('evidence.addSource', { caseId, source: draft() })
    await desk.get('evidence.addInformation', { claimId, information: information(sourceId) })
    await desk.get('evidence.removeClaim', { claimId, reason: 'said twice' })
    const { claims, information: pieces } = await verification({ desk, caseId })
    expect([claims, pieces]).toEqual([[], []])
    expect(await desk.get('record.verify', {})).toMatchObject({ brokenAt: null })
  })
})

describe('assessing', () => {
  it('follows what is suggested without a reason, and goes another way only with one', async () => {
    const { desk, caseId, claimId } = await begun()
    const { sourceId } = await desk.get('evidence.addSource', { caseId, source: draft() })
    await desk.get('evidence.addInformation', { claimId, information: information(sourceId) })
    const assess = (status: 'consistent_uncorroborated' | 'unverifiable', reason: string) =>
      refusal(desk.call('evidence.assessClaim', { claimId, finding: { status, reason, unknowns: '' } }))
    expect(await assess('unverifiable', '')).toBe('evidence/reason-missing')
    expect(await assess('consistent_uncorroborated', '')).toBeNull()
    expect(await assess('unverifiable', 'nobody else can be asked safely')).toBeNull()
    const { claims } = await verification({ desk, caseId })
    expect(claims[0]?.assessment).toMatchObject({
      status: 'unverifiable',
      suggested: 'consistent_uncorroborated',
      by: 'FP-1',
    })
  })

  it('never gives a label twice, not even that of what was taken off the case', async () => {
    const { desk, caseId, actId, claimId } = await begun()
    const claimed = { statement: 'P1 was followed home.', about: { actId } }
    const { claimId: second } = await desk.get('evidence.addClaim', { caseId, claim: claimed })
    const { sourceId } = await desk.get('evidence.addSource', { caseId, source: draft() })
    for (const removed of [second, claimId])
      await desk.get('evidence.removeClaim', { claimId: removed, reason: 'said twice' })
    await desk.get('evidence.removeSource', { sourceId, reason: 'said twice' })
    await desk.get('evidence.addClaim', { caseId, claim: claimed })
    await desk.get('evidence.addSource', { caseId, source: draft() })
    const { claims, sources } = await verification({ desk, caseId })
    expect([...claims, ...sources].map(({ label }) => label)).toEqual(['C3', 'S2'])
  })

  it('counts labels case by case', async () => {
    const { desk, claimId } = await begun()
    await desk.get('evidence.removeClaim', { claimId, reason: 'said twice' })
    const other = await caseWithAct(desk)
    const claim = { statement: 'P1 was followed home.', about: { actId: other.actId } }
    await desk.get('evidence.addClaim', { caseId: other.caseId, claim })
    const { claims } = await verification({ desk, caseId: other.caseId })
    expect(claims.map(({ label }) => label)).toEqual(['C1'])
  })

  it('brings the track from not started over in progress to assessed, and back when something new is said', async () => {
    const { desk, caseId, claimId, actId } = await begun()
    const track = async () => (await desk.get('case.view', { caseId })).tracks.verification
    expect(await track()).toBe('in_progress')
    const { sourceId } = await desk.get('evidence.addSource', { caseId, source: draft() })
    await desk.get('evidence.addInformation', { claimId, information: information(sourceId) })
    const status = 'consistent_uncorroborated'
    await desk.get('evidence.assessClaim', {
      claimId,
      finding: { status, reason: '', unknowns: 'who sent them' },
    })
    const proof = { standard: 'reasonable_suspicion' as const, note: 'one consistent account', unknowns: '' }
    await desk.get('evidence.assessProof', { caseId, proof })
    await desk.get('evidence.assessProof', { caseId, proof: { ...proof, unknowns: 'who gave the order' } })
    expect(await track()).toBe('assessed')
    expect((await verification({ desk, caseId })).proof?.unknowns).toBe('who gave the order')
    const second = await desk.get('evidence.addSource', { caseId, source: draft() })
    await desk.get('evidence.addInformation', { claimId, information: information(second.sourceId) })
    expect(await track()).toBe('in_progress')
    await desk.get('act.remove', { actId, reason: 'mistaken' })
    const { parts } = await desk.get('case.view', { caseId })
    expect(parts.find(({ part }) => part === 'verification')?.status).toBe('in-progress')
  })
})
