import { describe, expect, it } from 'vitest'
import {
  addOther,
  answer,
  approved,
  assess,
  checkHarm,
  day,
  draftFor,
  handOver,
  planned,
  ready,
  reply,
  sent,
  sentToday,
} from './support.ts'
import type { Planned } from './support.ts'
import type { Sent } from '../../shared/contract.ts'
import { intake, person, testApp } from '../support.ts'

type Event = Sent<'action.record'>['event']

const codeOf = async ({ get, caseId }: Pick<Planned, 'get' | 'caseId'>) =>
  (await get('case.view', { caseId })).case.code

describe('an action from planning to what came of it', () => {
  it('is blocked until the person agreed, the danger was looked at, harm was thought of and somebody else approved', async () => {
    const app = await planned()
    const { actionId, personId } = app
    const status = async () => (await app.get('action.view', { actionId })).status
    await addOther(app)
    expect(await status()).toBe('blocked_consent')
    await answer(app, personId)
    expect(await status()).toBe('blocked_risk')
    await assess(app, personId)
    expect(await status()).toBe('blocked_risk')
    await checkHarm(app, app)
    expect(await status()).toBe('awaiting_approval')
    expect(await app.call('action.record', { actionId, event: sentToday })).toMatchObject({
      code: 'action/gate-closed',
    })
    await handOver(app, 'other')
    await app.get('action.approve', { actionId, sole: false, statement: 'agreed' })
    expect(await status()).toBe('approved')
    await app.get('action.record', { actionId, event: sentToday })
    expect(await status()).toBe('sent')
  })

  it('writes down what was told, to whom, and on whose answers it rests', async () => {
    const app = await sent()
    const view = await app.get('case.view', { caseId: app.caseId })
    const [told] = view.disclosures
    expect(told).toMatchObject({
      kind: 'action',
      itemId: app.actionId,
      toRole: 'Permanent Mission, deputy',
      purpose: 'bilateral_with_state_without_name',
      approvedBy: 'HOP-1',
      overrideId: null,
      consentIds: [view.consents[0]?.id],
    })
    expect(told?.lines).toContain(`person:${app.personId}:unit`)
    expect(told?.lines).not.toContain(`person:${app.personId}:roles`)
    expect(view.actions).toMatchObject([{ label: 'M1', status: 'sent', sentOn: '2026-03-02' }])
  })

  it('is listed when the person takes the yes back, and whoever was told is to be asked to stop', async () => {
    const app = await sent()
    await answer(app, app.personId, 'withdrawn')
    const view = await app.get('case.view', { caseId: app.caseId })
    expect(view.followUps).toMatchObject([
      { disclosureId: view.disclosures[0]?.id, what: 'ask-to-stop-using' },
    ])
  })

  it('keeps the answer, how far it goes and why, what it led to in both views, and how it ended', async () => {
    const app = await sent()
    const { actionId, personId } = app
    const on = day('2026-03-02')
    const words = {
      words: 'Ils m’ont laissé partir.',
      language: 'fr',
      translation: 'They let me go.',
    } as const
    const record = (event: Event) => app.get('action.record', { actionId, event })
    await record({ what: 'reminder', on, note: '' })
    await record(reply)
    await record({ what: 'adequacy', on, adequacy: 'inadequate', reason: 'It says nothing.' })
    await record({ what: 'effect', on, effect: 'minor', note: '', ownWords: { value: words } })
    await record({
      what: 'outcome',
      on,
      personId,
      outcome: 'travel_restored',
      accountability: ['none'],
      note: '',
    })
    await record({ what: 'ended', on, how: 'completed', why: 'The ban is lifted.' })
    await record({ what: 'development', on, text: 'A year later the ban was not renewed.' })
    const view = await app.get('action.view', { actionId })
    expect(view.status).toBe('completed')
    expect(view.entries.map(({ event }) => event.what)).toEqual([
      'sent',
      'reminder',
      'reply',
      'adequacy',
      'effect',
      'outcome',
      'ended',
      'development',
    ])
    expect(view.entries[3]).toMatchObject({ by: 'FP-1', event: { reason: 'It says nothing.' } })
    expect(view.entries[4]?.event).toMatchObject({ effect: 'minor', ownWords: { value: words } })
    expect(view.line).toMatchObject({ adequacy: 'inadequate', lastEffect: 'minor', reminders: [on] })
  })

  it('that has ended still takes an answer that comes late, and what became of people, but no reminder', async () => {
    const app = await sent()
    const { actionId, personId } = app
    const on = day('2026-03-02')
    await app.get('action.record', {
      actionId,
      event: { what: 'ended', on, how: 'failed', why: 'No answer.' },
    })
    await app.get('action.record', { actionId, event: reply })
    expect(await app.get('action.view', { actionId })).toMatchObject({ status: 'failed' })
    const reminder: Event = { what: 'reminder', on, note: '' }
    expect(await app.call('action.record', { actionId, event: reminder })).toMatchObject({
      code: 'action/ended',
    })
    const event: Event = {
      what: 'outcome',
      on,
      personId,
      outcome: 'released',
      accountability: [],
      note: '',
    }
    expect(await app.call('action.record', { actionId, event })).toMatchObject({ ok: true })
  })

  it('that never went out is not answered, assessed or completed, but can be given up', async () => {
    const app = await planned()
    const { actionId } = app
    const on = day('2026-03-02')
    const refused = async (event: Event) =>
      expect(await app.call('action.record', { actionId, event })).toMatchObject({ code: 'action/not-sent' })
    await refused(reply)
    await refused({ what: 'reminder', on, note: '' })
    await refused({ what: 'effect', on, effect: 'minor', note: '', ownWords: { none: 'not-asked' } })
    await refused({ what: 'ended', on, how: 'completed', why: 'Nothing was done.' })
    await app.get('action.record', {
      actionId,
      event: { what: 'ended', on, how: 'cancelled', why: 'Too late.' },
    })
    expect(await app.get('action.view', { actionId })).toMatchObject({ status: 'cancelled' })
    expect(await app.call('action.record', { actionId, event: sentToday })).toMatchObject({
      code: 'action/ended',
    })
  })
})

describe('planning', () => {
  it('gives every action of a case a code of its own and leaves the case’s people among themselves', async () => {
    const app = await planned()
    const { caseId: elsewhere } = await app.get('case.start', { intake: intake(), fileId: null })
    const { personId: stranger } = await app.get('person.add', { caseId: elsewhere, person: person() })
    const again = await app.get('action.plan', { caseId: app.caseId, draft: draftFor([app.personId]) })
    expect(await app.get('action.view', { actionId: again.actionId })).toMatchObject({ label: 'M2' })
    const foreign = { code: 'action/not-of-this-case' }
    const draft = draftFor([stranger])
    expect(await app.call('action.plan', { caseId: app.caseId, draft })).toMatchObject(foreign)
    expect(await app.call('action.change', { actionId: app.actionId, draft })).toMatchObject(foreign)
    const event: Event = {
      what: 'outcome',
      on: day('2026-03-02'),
      personId: stranger,
      outcome: 'released',
      accountability: [],
      note: '',
    }
    expect(await app.call('action.record', { actionId: app.actionId, event })).toMatchObject(foreign)
  })

  it('says what exactly when the list has no word for it', async () => {
    const { call, caseId, personId } = await planned()
    const draft = draftFor([personId], { kind: 'other' })
    expect(await call('action.plan', { caseId, draft })).toMatchObject({ code: 'invalid-input' })
    expect(await call('action.plan', { caseId, draft: { ...draft, detail: 'A visit' } })).toMatchObject({
      ok: true,
    })
  })

  it('records nothing on a day that has not come', async () => {
    const app = await approved()
    const event = { ...sentToday, on: day('2026-03-03') }
    expect(await app.call('action.record', { actionId: app.actionId, event })).toMatchObject({
      code: 'action/in-future',
    })
  })

  it('knows nothing of an action that is not there', async () => {
    const app = testApp()
    await app.create()
    const actionId = '0198c0de-0000-7000-8000-000000000001'
    expect(await app.call('action.view', { actionId })).toMatchObject({ code: 'action/gone' })
  })
})

describe('approving an action', () => {
  it('is for somebody else than whoever wrote it last', async () => {
    const app = await ready()
    await addOther(app)
    const { actionId } = app
    const asked = { actionId, statement: 'now' }
    expect(await app.call('action.approve', { ...asked, sole: true })).toMatchObject({
      code: 'brief/not-alone',
    })
    expect(await app.call('action.approve', { ...asked, sole: false })).toMatchObject({
      code: 'brief/author-cannot-approve',
    })
    await handOver(app, 'other')
    const { draft } = await app.get('action.view', { actionId })
    await app.get('action.change', { actionId, draft: { ...draft, expected: 'That nothing gets worse.' } })
    expect(await app.call('action.approve', { ...asked, sole: false })).toMatchObject({
      code: 'brief/author-cannot-approve',
    })
    await handOver(app, 'author')
    expect(await app.call('action.approve', { ...asked, sole: false })).toMatchObject({ ok: true })
  })

  it('is not for a first respondent', async () => {
    const app = await ready()
    await addOther(app, ['first_respondent'])
    await handOver(app, 'other')
    expect(
      await app.call('action.approve', { actionId: app.actionId, sole: false, statement: 'now' }),
    ).toMatchObject({ code: 'brief/not-your-approval' })
  })

  it('alone is possible only alone, and marked for ever', async () => {
    const app = await ready()
    const { actionId } = app
    await app.get('action.approve', { actionId, sole: true, statement: 'nobody else' })
    await app.get('action.record', { actionId, event: sentToday })
    const { line } = await app.get('action.view', { actionId })
    expect(line).toMatchObject({ soleApproval: true, stage: 'sent' })
  })

  it('is refused while anything else is missing', async () => {
    const app = await planned()
    const asked = { actionId: app.actionId, sole: true, statement: 'now' }
    expect(await app.call('action.approve', asked)).toMatchObject({ code: 'action/gate-closed' })
  })

  it('counts no more once the plan is changed', async () => {
    const app = await approved()
    const { actionId } = app
    const { draft } = await app.get('action.view', { actionId })
    app.moveTo('2026-03-02T12:30:00.000Z')
    await app.get('action.change', { actionId, draft: { ...draft, to: 'The minister' } })
    await checkHarm(app, app)
    const view = await app.get('action.view', { actionId })
    expect(view.approval).toMatchObject({ current: false })
    expect(view.status).toBe('awaiting_approval')
    expect(await app.call('action.record', { actionId, event: sentToday })).toMatchObject({
      code: 'action/gate-closed',
    })
  })

  it('does not cover what went out in haste before it', async () => {
    const app = await approved()
    const { actionId } = app
    const early = { ...sentToday, on: day('2026-02-20') }
    expect(await app.call('action.record', { actionId, event: early })).toMatchObject({
      code: 'action/sent-before-approval',
    })
    await app.get('action.record', { actionId, event: sentToday })
  })

  it('counts no more once the case says something else than what was approved', async () => {
    const app = await approved()
    await app.get('person.change', {
      personId: app.personId,
      person: person({ situation: { value: 'detained' }, unit: 'group' }),
    })
    const view = await app.get('action.view', { actionId: app.actionId })
    expect(view.approval).toMatchObject({ current: false })
    expect(view.result.open).toBe(false)
  })

  it('is asked for, waits for the other, comes back, and is declined with words', async () => {
    const app = await ready()
    await addOther(app)
    const { actionId, caseId } = app
    const waiting = () => app.get('action.waiting', {})
    await app.get('action.askApproval', { actionId, words: 'Please today.' })
    expect(await waiting()).toEqual([])
    await handOver(app, 'other')
    expect(await waiting()).toMatchObject([
      { kind: 'asked', actionId, caseId, code: await codeOf(app), label: 'M1', by: 'FP-1' },
    ])
    await app.get('action.declineApproval', { actionId, words: 'Leave out the danger.' })
    expect(await waiting()).toEqual([])
    await handOver(app, 'author')
    expect(await waiting()).toMatchObject([{ kind: 'declined', by: 'HOP-1' }])
    expect(await app.get('action.view', { actionId })).toMatchObject({
      asking: { kind: 'declined', words: 'Leave out the danger.' },
    })
    app.moveTo('2026-03-02T12:30:00.000Z')
    const { draft } = await app.get('action.view', { actionId })
    await app.get('action.change', { actionId, draft: { ...draft, facts: ['who'] } })
    await checkHarm(app, app)
    await app.get('action.askApproval', { actionId, words: '' })
    await handOver(app, 'other')
    await app.get('action.approve', { actionId, sole: false, statement: 'agreed' })
    await handOver(app, 'author')
    expect(await waiting()).toMatchObject([{ kind: 'approved', by: 'HOP-1' }])
  })
})

describe('what went out', () => {
  it('is not changed, approved or sent a second time', async () => {
    const app = await sent()
    const { actionId, personId } = app
    const no = { code: 'action/already-sent' }
    const draft = draftFor([personId])
    expect(await app.call('action.change', { actionId, draft })).toMatchObject(no)
    expect(await app.call('action.record', { actionId, event: sentToday })).toMatchObject(no)
    expect(await app.call('action.askApproval', { actionId, words: '' })).toMatchObject(no)
    expect(await app.call('action.approve', { actionId, sole: false, statement: 'now' })).toMatchObject(no)
  })

  it('keeps only what was told, also when a line was withheld with one click', async () => {
    const app = await ready()
    const { actionId, personId } = app
    const { draft } = await app.get('action.view', { actionId })
    const key = `person:${personId}:risk`
    await app.get('action.change', { actionId, draft: { ...draft, withheld: [key] } })
    await app.get('action.approve', { actionId, sole: true, statement: 'nobody else' })
    await app.get('action.record', { actionId, event: sentToday })
    const { disclosures } = await app.get('case.view', { caseId: app.caseId })
    expect(disclosures[0]?.lines).not.toContain(key)
  })
})
