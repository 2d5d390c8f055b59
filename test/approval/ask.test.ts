import { describe, expect, it } from 'vitest'
import { RequestDocument, countsOf } from '../../shared/approval/model.ts'
import { row } from '../consent/support.ts'
import { adds, looksAt } from '../exchange/offices.ts'
import { another, handOver } from '../override/support.ts'
import {
  answers,
  apartOffices,
  asks,
  elsewhere,
  planned,
  previewOf,
  takes,
  throughFile,
  written,
} from './support.ts'

describe('a colleague elsewhere approves by file', () => {
  it('an action: it opens the gate as an approval by their role code, with their verified key, for ever', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    expect(await throughFile(app, { itemId })).toMatchObject({ ok: true, value: { itemId, kind: 'action' } })
    const { result, approval } = await app.get('action.view', { actionId: itemId })
    expect(result.open).toBe(true)
    expect(approval).toMatchObject({
      by: 'HOP-2',
      sole: false,
      current: true,
      file: { office: 'Office B', duty: 'head_of_presence' },
    })
    await app.get('action.record', { actionId: itemId, event: { what: 'sent', on: '2026-03-02', note: '' } })
    const { disclosures, fileAskings } = await app.get('case.view', { caseId: app.caseId })
    expect(disclosures.at(-1)?.approvedBy).toBe(`HOP-2 (${fileAskings[0]?.code})`)
    expect(fileAskings).toMatchObject([
      { role: 'HOP-2', office: 'Office B', answer: { decision: 'granted', duty: 'head_of_presence' } },
    ])
  })

  it('a brief: it may leave, and says who approved it and under which code', async () => {
    const app = await apartOffices()
    const itemId = await written(app)
    await throughFile(app, { itemId })
    const { gate, document, state } = await app.get('brief.view', { briefId: itemId })
    expect(gate.open).toBe(true)
    expect(state).toBe('approved')
    expect(document.approvedBy).toMatch(/^HOP-2 \(AP-/)
    expect(document.soleApproval).toBe(false)
  })

  it('declined: it stays shut, and the author finds why', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    await throughFile(app, { itemId }, 'declined')
    const { result, asking } = await app.get('action.view', { actionId: itemId })
    expect(result.open).toBe(false)
    expect(asking).toMatchObject({ kind: 'declined', by: 'HOP-2', words: 'Read. It may go out.' })
  })

  it('asked back: it stays shut, and the question stands beside it', async () => {
    const app = await apartOffices()
    const itemId = await written(app)
    await throughFile(app, { itemId }, 'question')
    expect((await app.get('brief.view', { briefId: itemId })).gate.open).toBe(false)
    const { fileAskings } = await app.get('case.view', { caseId: app.caseId })
    expect(fileAskings[0]?.answer?.decision).toBe('question')
  })

  it('what waits is listed until the answer is there', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    const { file } = await asks(app, { itemId })
    expect(await app.get('approval.waiting', {})).toMatchObject([{ itemId, role: 'HOP-2', same: true }])
    const answered = await answers(app.there, file)
    await takes(app, answered.file)
    expect(await app.get('approval.waiting', {})).toEqual([])
  })

  it('what they answered is kept there without the case: its code, their words, and a hash', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    await throughFile(app, { itemId })
    const [given] = await app.there.app.get('approval.given', {})
    expect(given).toMatchObject({
      decision: 'granted',
      role: 'FP-1',
      office: 'Office A',
      by: 'HOP-2',
      unseen: 0,
    })
    expect(await app.there.app.get('approval.given', {})).toHaveLength(1)
    expect(JSON.stringify(given)).not.toContain('Safety')
    const { fileAskings } = await app.get('case.view', { caseId: app.caseId })
    expect(given?.code).toBe(fileAskings[0]?.code)
  })

  it('the duty they were said to have is offered the next time, and the last saying counts', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    const first = await app.get('approval.colleagues', { itemId, asks: 'approval', overrideId: null })
    expect(first).toMatchObject([{ role: 'HOP-2', duty: null, no: null }])
    await asks(app, { itemId, duty: 'focal_point' })
    await asks(app, { itemId, duty: 'head_of_presence' })
    const then = await app.get('approval.colleagues', { itemId, asks: 'approval', overrideId: null })
    expect(then).toMatchObject([{ duty: 'head_of_presence' }])
  })

  it('closing the dialog writes nothing', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    app.shell.dialogs.push(null)
    const { colleagueId } = app
    const about = { itemId, asks: 'approval', overrideId: null, colleagueId, duty: 'focal_point' } as const
    expect(await app.get('approval.ask', { ...about, question: '' })).toBeNull()
    expect(await app.get('approval.waiting', {})).toEqual([])
  })
})

describe('what the colleague is shown', () => {
  it('is what would leave, what stays with its reasons, the danger and the do-no-harm check', async () => {
    const app = await apartOffices()
    const itemId = await planned(app, { riskOfNotActing: 'Waiting loses the house.' })
    const { document } = await previewOf(app, { itemId })
    const whole = RequestDocument.parse(document)
    expect(whole).toMatchObject({ item: 'action', action: 'emergency_relocation', to: 'Security adviser' })
    expect(whole.words).toContainEqual({ of: 'riskOfNotActing', text: 'Waiting loses the house.' })
    expect(whole.danger).toMatchObject([{ about: 'P1', band: 'critical' }])
    expect(whole.harm).toMatchObject({ no: [], unknown: [] })
    expect(countsOf(whole).unseen).toBe(0)
    expect(JSON.stringify(whole)).toContain('Safety')
  })

  it('has no name, no id of a row and nothing of the record', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    const { document } = await previewOf(app, { itemId })
    expect(JSON.stringify(document)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  })

  it('leaves out what they may not be told, and says that it would leave and why they do not see it', async () => {
    const app = await apartOffices()
    const rows = [
      row({ purpose: 'share_UN_security' }),
      row({ scope: 'selected_facts', facts: ['who', 'danger'] }),
    ]
    const itemId = await planned(app, {}, rows)
    const { document } = await previewOf(app, { itemId })
    const wishes = document?.lines.find(({ fact }) => fact === 'wishes')
    expect(wishes).toMatchObject({ leaves: true, said: null, why: ['other-content-only'] })
    expect(JSON.stringify(document)).not.toContain('Safety')
    await throughFile(app, { itemId })
    const { approval } = await app.get('action.view', { actionId: itemId })
    expect(approval?.file?.unseen).toBe(1)
    expect(await app.there.app.get('approval.given', {})).toMatchObject([{ unseen: 1 }])
  })

  it('does not say in the words of its author what they may not be told', async () => {
    const app = await apartOffices()
    const rows = [
      row({ purpose: 'share_UN_security' }),
      row({ scope: 'selected_facts', facts: ['who', 'danger'] }),
    ]
    const itemId = await planned(app, { riskOfNotActing: 'The wish is Safety.' }, rows)
    expect((await asks(app, { itemId })).reply).toMatchObject({ code: 'exchange/leak' })
    expect(await app.get('approval.waiting', {})).toEqual([])
  })

  it('is what consent lets this office know, when they are of this office', async () => {
    const app = await apartOffices({ recipientClass: 'same_office' })
    const itemId = await planned(app)
    expect(await previewOf(app, { itemId })).toMatchObject({ no: 'approval/nothing-may-be-shown' })
    const rows = [row({ purpose: 'share_inside_office', recipient: 'same_office' })]
    const again = await planned(app, {}, [...rows, row({ purpose: 'share_UN_security' })])
    expect((await previewOf(app, { itemId: again })).no).toBeNull()
  })

  it('is handed over like anything else that is told: on the case, with the answers it rests on', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    await asks(app, { itemId })
    const { disclosures } = await app.get('case.view', { caseId: app.caseId })
    expect(disclosures).toMatchObject([
      { itemId, toRole: 'HOP-2', purpose: 'share_UN_country_presence', recipient: 'UN_entity' },
    ])
    expect(disclosures[0]?.consentIds.length).toBeGreaterThan(0)
  })
})

describe('nobody is asked by file', () => {
  it('when nobody agreed that this colleague may know', async () => {
    const app = await apartOffices()
    const itemId = await planned(app, {}, [row({ purpose: 'share_UN_security' })])
    expect((await asks(app, { itemId })).reply).toMatchObject({ code: 'approval/nothing-may-be-shown' })
  })

  it('while something else stands in the way, or nothing waits for approval', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    const { draft } = await app.get('action.view', { actionId: itemId })
    await app.get('action.change', { actionId: itemId, draft: { ...draft, channel: 'phone' } })
    expect((await asks(app, { itemId })).reply).toMatchObject({ code: 'approval/not-ready' })
    const other = await planned(app)
    await app.get('action.approve', { actionId: other, sole: true, statement: 'Alone.' })
    expect((await asks(app, { itemId: other })).reply).toMatchObject({ code: 'approval/not-needed' })
  })

  it('after it left', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    await app.get('action.approve', { actionId: itemId, sole: true, statement: 'Alone.' })
    await app.get('action.record', { actionId: itemId, event: { what: 'sent', on: '2026-03-02', note: '' } })
    expect((await asks(app, { itemId })).reply).toMatchObject({ code: 'approval/item-left' })
  })

  it('who is an independent expert, or carries the role code of the author', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    const expert = await adds(app.here, await elsewhere('SR-1'), {
      role: 'SR-1',
      recipientClass: 'UN_expert',
    })
    expect((await asks(app, { itemId, colleagueId: expert })).reply).toMatchObject({
      code: 'approval/expert',
    })
    const same = await adds(app.here, await elsewhere('fp-1'), { role: 'fp-1', recipientClass: 'UN_entity' })
    expect((await asks(app, { itemId, colleagueId: same })).reply).toMatchObject({
      code: 'approval/same-role',
    })
    const listed = await app.get('approval.colleagues', { itemId, asks: 'approval', overrideId: null })
    expect(listed.map(({ no }) => no)).toEqual([null, 'approval/expert', 'approval/same-role'])
  })

  it('whose keys nobody compared', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    const unsure = await adds(app.here, await elsewhere('HOP-3'), { role: 'HOP-3', verified: false })
    expect((await asks(app, { itemId, colleagueId: unsure })).reply).toMatchObject({
      code: 'exchange/colleague-unverified',
    })
  })
})

describe('while the place for the file is chosen', () => {
  it('a change keeps what was packed from being written', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    const { draft } = await app.get('action.view', { actionId: itemId })
    const chooseDestination = async () => {
      await app.get('action.change', { actionId: itemId, draft: { ...draft, riskOfActing: 'More.' } })
      return app.here.path('question.age')
    }
    Object.assign(app.app.ask, { chooseDestination })
    expect((await asks(app, { itemId })).reply).toMatchObject({ code: 'exchange/changed-meanwhile' })
    expect(await app.get('approval.waiting', {})).toEqual([])
    expect((await app.get('case.view', { caseId: app.caseId })).disclosures).toEqual([])
  })
})

describe('at the office that is asked', () => {
  it('only the person it was sealed for answers', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    await another(app.there.app, ['focal_point', 'head_of_presence', 'records_officer'])
    const { file } = await asks(app, { itemId })
    await handOver(app.there.app, 'other')
    expect(await looksAt(app.there, file)).toMatchObject({ code: 'exchange/not-for-you' })
    expect(await app.there.app.call('approval.request', {})).toMatchObject({
      code: 'exchange/nothing-arrived',
    })
  })

  it('nobody answers with a duty they do not hold', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    await another(app.there.app, ['focal_point', 'head_of_presence', 'records_officer'])
    const [me] = await app.there.app.get('vault.people', {})
    await app.there.app.get('vault.setDuties', { officerId: me?.id ?? '', duties: ['focal_point'] })
    const { file } = await asks(app, { itemId })
    expect((await answers(app.there, file)).reply).toMatchObject({ code: 'approval/not-your-duty' })
  })

  it('a question is answered once, and not by closing the dialog', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    const { file } = await asks(app, { itemId })
    await looksAt(app.there, file)
    app.there.app.shell.dialogs.push(null)
    expect(await app.there.app.get('approval.answer', { decision: 'granted', words: 'Yes.' })).toBeNull()
    expect((await answers(app.there, file)).reply.ok).toBe(true)
    expect(await looksAt(app.there, file)).toMatchObject({ code: 'exchange/taken-in-before' })
  })

  it('nothing on the desk is nothing to answer', async () => {
    const app = await apartOffices()
    expect(await app.there.app.call('approval.request', {})).toMatchObject({
      code: 'exchange/nothing-arrived',
    })
    expect(await app.call('approval.takeIn', {})).toMatchObject({ code: 'exchange/nothing-arrived' })
  })
})
