import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayApprove } from '../../shared/brief/approval.ts'
import type { BriefDraft } from '../../shared/brief/model.ts'
import { Day } from '../../shared/model.ts'
import { Duty } from '../../shared/vault/model.ts'
import { freshFolder, intake, person, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

const day = (text: string) => Day.parse(text)
const theirs = () => new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')

const address = {
  purpose: 'share_UN_country_presence',
  recipient: 'UN_entity',
  channel: 'encrypted_message',
} as const

const draft = (withheld: string[]): BriefDraft => ({
  ...address,
  forRole: 'Head of presence',
  language: 'en',
  marking: 'strictly_confidential',
  caveats: [],
  validUntil: day('2026-03-20'),
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
  withheld,
  conditionsMet: [],
})

/** A brief by FP-1 that lacks nothing but an approval. */
async function ready() {
  const app = testApp()
  await app.create()
  const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
  const { personId } = await app.get('person.add', { caseId, person: person() })
  await app.get('risk.assess', {
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
  await app.get('consent.record', {
    ...address,
    personId,
    identityLevel: 'role_and_region',
    scope: 'whole_case',
    facts: [],
    document: '',
    decision: 'given',
    form: { value: 'oral_witnessed' },
    givenBy: { value: 'victim' },
    decidedOn: day('2026-03-01'),
    askedBy: 'FP-1',
    language: { value: 'ar' },
    interpreter: { value: false },
    risksExplained: { value: true },
    conditions: [],
    validUntil: day('2026-09-01'),
    reviewOn: null,
    evidence: '',
  })
  const { briefId } = await app.get('brief.start', { caseId, draft: draft([`person:${personId}:name`]) })
  await app.get('risk.checkHarm', {
    caseId,
    itemId: briefId,
    answers: Array.from({ length: 12 }, () => ({ answer: 'yes' as const, note: '' })),
    decidedBy: '',
    decisionReason: '',
    validUntil: day('2026-03-10'),
  })
  return { ...app, caseId, briefId }
}

/** The same in a vault of two, with the second person's duties. */
async function readyForTwo(duties: Duty[] = ['head_of_presence']) {
  const app = await ready()
  await app.get('vault.addPerson', { role: 'HOP-1', duties, passphrase: theirs() })
  return app
}

/** The laptop is handed over: one locks, the other opens. */
async function handOver({ get, unlock }: TestApp, to: 'author' | 'other') {
  await get('vault.lock', {})
  await (to === 'author' ? unlock() : get('vault.unlock', { passphrase: theirs() }))
}

describe('approving a brief', () => {
  it('is for somebody else as soon as there is somebody else', async () => {
    const app = await readyForTwo()
    const asked = { briefId: app.briefId, statement: 'now' }
    expect(await app.call('brief.approve', { ...asked, sole: true })).toMatchObject({
      code: 'brief/not-alone',
    })
    expect(await app.call('brief.approve', { ...asked, sole: false })).toMatchObject({
      code: 'brief/author-cannot-approve',
    })
    await handOver(app, 'other')
    await app.get('brief.approve', { ...asked, sole: false })
    const view = await app.get('brief.view', { briefId: app.briefId })
    expect(view.approval).toMatchObject({ by: 'HOP-1', sole: false, current: true })
    expect(view.document).toMatchObject({ authorRole: 'FP-1', approvedBy: 'HOP-1', soleApproval: false })
    expect(view.gate.open).toBe(true)
  })

  it('is never by whoever wrote it last: who mends the words needs somebody else as well', async () => {
    const app = await readyForTwo()
    const { briefId } = app
    await handOver(app, 'other')
    const { draft: before } = await app.get('brief.view', { briefId })
    await app.get('brief.change', { briefId, draft: { ...before, bottomLine: 'Decide today.' } })
    expect(await app.call('brief.approve', { briefId, sole: false, statement: 'now' })).toMatchObject({
      code: 'brief/author-cannot-approve',
    })
    await handOver(app, 'author')
    await app.get('brief.approve', { briefId, sole: false, statement: 'agreed' })
    const { document, gate } = await app.get('brief.view', { briefId })
    expect(document).toMatchObject({ authorRole: 'HOP-1', approvedBy: 'FP-1', soleApproval: false })
    expect(gate.open).toBe(true)
  })

  it('alone is possible only alone, and marked for ever', async () => {
    const app = await ready()
    await app.get('brief.approve', { briefId: app.briefId, sole: true, statement: 'nobody else' })
    const view = await app.get('brief.view', { briefId: app.briefId })
    expect(view.document).toMatchObject({ approvedBy: 'FP-1', soleApproval: true })
  })

  it('is asked for, waits for the other, and is no longer waiting once given', async () => {
    const app = await readyForTwo()
    const { briefId, caseId } = app
    await app.get('brief.askApproval', { briefId, words: 'Please read the second line.' })
    expect(await app.get('brief.waiting', {})).toEqual([])
    await handOver(app, 'other')
    expect(await app.get('brief.waiting', {})).toMatchObject([
      { kind: 'asked', briefId, caseId, by: 'FP-1', words: 'Please read the second line.' },
    ])
    await app.get('brief.approve', { briefId, sole: false, statement: 'agreed' })
    expect(await app.get('brief.waiting', {})).toEqual([])
    await handOver(app, 'author')
    expect(await app.get('brief.waiting', {})).toMatchObject([{ kind: 'approved', briefId, by: 'HOP-1' }])
  })

  it('is declined with words the author finds; a change ends it and it can be asked for again', async () => {
    const app = await readyForTwo()
    const { briefId } = app
    await app.get('brief.askApproval', { briefId, words: '' })
    await handOver(app, 'other')
    expect(await app.call('brief.declineApproval', { briefId, words: '' })).toMatchObject({
      code: 'invalid-input',
    })
    await app.get('brief.declineApproval', { briefId, words: 'Leave out the month.' })
    expect(await app.get('brief.waiting', {})).toEqual([])
    await handOver(app, 'author')
    const seen = await app.get('brief.view', { briefId })
    expect(await app.get('brief.waiting', {})).toMatchObject([
      { kind: 'declined', words: 'Leave out the month.' },
    ])
    expect(seen.asking).toMatchObject({ kind: 'declined', by: 'HOP-1', words: 'Leave out the month.' })
    app.moveTo('2026-03-02T12:30:00.000Z')
    await app.get('brief.change', { briefId, draft: { ...seen.draft, bottomLine: 'Decide today.' } })
    expect((await app.get('brief.view', { briefId })).asking).toBeNull()
    await app.get('brief.askApproval', { briefId, words: '' })
    await handOver(app, 'other')
    expect(await app.get('brief.waiting', {})).toHaveLength(1)
  })

  it('is not for a first respondent', async () => {
    const app = await readyForTwo(['first_respondent'])
    await app.get('brief.askApproval', { briefId: app.briefId, words: '' })
    await handOver(app, 'other')
    expect(await app.get('brief.waiting', {})).toEqual([])
    const asked = { briefId: app.briefId, sole: false, statement: 'now' }
    expect(await app.call('brief.approve', asked)).toMatchObject({ code: 'brief/not-your-approval' })
  })

  it('opens nothing while the case is on hold for safety', async () => {
    const app = await ready()
    const { briefId, caseId } = app
    await app.get('brief.approve', { briefId, sole: true, statement: 'nobody else' })
    const details = { asks: 'hold', why: 'exposure_suspected', reviewOn: day('2026-03-16') } as const
    await app.get('case.move', { caseId, to: 'on_hold', reason: 'a phone was searched', details })
    const { gate } = await app.get('brief.view', { briefId })
    expect(gate.findings).toMatchObject([{ reason: 'case-on-hold', place: 'hold' }])
    app.shell.dialogs.push(join(freshFolder(), 'brief.age'))
    const leaving = { briefId, sealFor: { passphrase: theirs() } }
    expect(await app.call('brief.export', leaving)).toMatchObject({ code: 'brief/gate-closed' })
    await app.get('case.move', { caseId, to: 'draft', reason: 'the phone was clean' })
    expect((await app.get('brief.view', { briefId })).gate.open).toBe(true)
  })
})

describe('who may approve', () => {
  it('is never the author, unless nobody else is there and it says so', () => {
    const approver = fc.record({
      role: fc.constantFrom('FP-1', 'HOP-1'),
      duties: fc.uniqueArray(fc.constantFrom(...Duty.options)),
      sole: fc.boolean(),
    })
    fc.assert(
      fc.property(approver, fc.constantFrom('FP-1', 'HOP-1'), fc.boolean(), (who, author, sole) => {
        if (mayApprove(who, { author, sole }) !== null) return
        expect(who.role !== author || (who.sole && sole)).toBe(true)
        expect(sole && !who.sole).toBe(false)
      }),
    )
  })
})
