import { describe, expect, it } from 'vitest'
import { join } from 'node:path'
import { Day } from '../../shared/model.ts'
import type { RecallDraft } from '../../shared/notice/model.ts'
import { briefDraft, row, talkWith } from '../consent/support.ts'
import { inDanger, theirs, thought } from '../override/support.ts'
import { freshFolder, testApp } from '../support.ts'

const draft: RecallDraft = { reason: 'consent-withdrawn', wish: 'stop-using', tellBy: null, words: '' }
const newWords = () => new TextEncoder().encode('amber kettles drift over quiet meadows')

/** A vault with a brief that may leave. */
async function ready() {
  const app = await inDanger()
  const { get, caseId, personId } = app
  await get('consent.recordTalk', talkWith(personId, {}, [row()]))
  const { briefId } = await get('brief.start', { caseId, draft: briefDraft() })
  const { gate } = await get('brief.view', { briefId })
  const withheld = gate.lines.filter(({ verdict }) => verdict === 'blocked').map(({ key }) => key)
  await get('brief.change', { briefId, draft: briefDraft({ withheld }) })
  await thought(app, briefId)
  await get('brief.approve', { briefId, sole: true, statement: '' })
  return { ...app, briefId }
}

/** The same, and it left. */
async function sent() {
  const app = await ready()
  app.shell.dialogs.push(join(freshFolder(), 'brief.age'))
  await app.get('brief.export', { briefId: app.briefId, sealFor: { passphrase: theirs() } })
  return app
}

type App = Awaited<ReturnType<typeof ready>>

async function asks({ get, shell, briefId }: App, over: Partial<RecallDraft> = {}, note = '') {
  const path = join(freshFolder(), 'notice.age')
  shell.dialogs.push(path)
  await get('notice.recallBrief', {
    briefId,
    sealFor: { passphrase: newWords() },
    draft: { ...draft, ...over },
    note,
  })
  return path
}

async function reads(path: string) {
  const reader = testApp()
  reader.shell.dialogs.push(path)
  const chosen = await reader.get('exchange.chooseBrief', {})
  const fileId = chosen?.fileId ?? ''
  return {
    reader,
    read: await reader.get('exchange.openBrief', { fileId, with: { passphrase: newWords() } }),
  }
}

describe('the reader of a brief', () => {
  it('is asked not to use the copy any more, with its marking and nothing of the case', async () => {
    const app = await sent()
    const { copy } = (await app.get('brief.view', { briefId: app.briefId })).document
    const { reader, read } = await reads(await asks(app, { words: 'Please call us.' }))
    if (!('notice' in read)) throw new Error('not a notice')
    expect(read.notice).toMatchObject({
      copy,
      wish: 'stop-using',
      reason: 'consent-withdrawn',
    })
    expect(read.notice.marking).toBe(briefDraft().marking)
    expect(read.senderWords).toEqual(await app.get('exchange.ownWords', {}))
    expect(Object.keys(read.notice).toSorted()).toEqual([
      'authorRole',
      'briefDate',
      'caveats',
      'copy',
      'date',
      'format',
      'marking',
      'reason',
      'tellBy',
      'wish',
      'words',
    ])
    reader.shell.dialogs.push(join(freshFolder(), 'reply.age'))
    expect(
      await reader.call('exchange.reply', { decision: 'approve', words: '', decidedBy: 'HoP' }),
    ).toMatchObject({ code: 'exchange/nothing-to-answer' })
  })

  it('is asked again and again, and the case shows each asking', async () => {
    const app = await sent()
    await asks(app)
    await asks(app, { wish: 'delete', tellBy: Day.parse('2026-12-24') })
    const { briefRecalls } = await app.get('case.view', { caseId: app.caseId })
    expect(briefRecalls).toMatchObject([
      { briefId: app.briefId, wish: 'stop-using' },
      { briefId: app.briefId, wish: 'delete', tellBy: '2026-12-24' },
    ])
  })

  it('is asked once somebody took back what the brief rested on, and that does the task', async () => {
    const app = await sent()
    const view = await app.get('case.view', { caseId: app.caseId })
    const relied = view.disclosures.flatMap(({ consentIds }) => consentIds)
    const yes = view.consents.find(({ id }) => relied.includes(id))!
    const { id: _i, caseId: _c, talkId: _t, reviewWhen: _w, recordedAt: _r, ...before } = yes
    await app.get('consent.record', { ...before, decision: 'withdrawn' })
    expect((await app.get('case.view', { caseId: app.caseId })).followUps).toMatchObject([{ done: null }])
    const ask = { briefId: app.briefId, sealFor: { passphrase: newWords() }, draft, note: '' }
    expect(await app.call('notice.recallBrief', ask)).toMatchObject({ code: 'notice/note-missing' })
    await asks(app, {}, 'Asked by a file.')
    const { followUps } = await app.get('case.view', { caseId: app.caseId })
    expect(followUps).toMatchObject([{ done: { note: 'Asked by a file.' } }])
  })

  it('is not asked about a brief that never left, nor told what it said', async () => {
    const app = await ready()
    const ask = { briefId: app.briefId, sealFor: { passphrase: newWords() }, draft, note: '' }
    expect(await app.call('notice.recallBrief', ask)).toMatchObject({ code: 'notice/brief-not-sent' })
    const left = await sent()
    const { code } = (await left.get('case.view', { caseId: left.caseId })).case
    const words = `This is case ${code}.`
    expect(
      await left.call('notice.recallBrief', { ...ask, briefId: left.briefId, draft: { ...draft, words } }),
    ).toMatchObject({ code: 'exchange/leak' })
  })

  it('is not asked when the dialog is closed, and a reply is no notice', async () => {
    const app = await sent()
    app.shell.dialogs.push(null)
    const ask = { briefId: app.briefId, sealFor: { passphrase: newWords() }, draft, note: '' }
    expect(await app.get('notice.recallBrief', ask)).toBeNull()
    expect((await app.get('case.view', { caseId: app.caseId })).briefRecalls).toEqual([])
    app.shell.dialogs.push(await asks(app))
    const chosen = await app.get('brief.chooseReply', {})
    expect(
      await app.call('brief.receiveReply', { fileId: chosen?.fileId ?? '', caseId: null }),
    ).toMatchObject({ ok: false })
  })
})
