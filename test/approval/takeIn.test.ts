import { describe, expect, it } from 'vitest'
import { row, talkWith } from '../consent/support.ts'
import { adds, looksAt } from '../exchange/offices.ts'
import { askFor, relocation, shutIn, thought } from '../override/support.ts'
import {
  answerTo,
  answers,
  apartOffices,
  asks,
  elsewhere,
  forged,
  planned,
  questionAt,
  takes,
  throughFile,
  written,
} from './support.ts'
import type { Apart } from './support.ts'

const isOpen = async ({ get }: Apart, actionId: string) =>
  (await get('action.view', { actionId })).result.open

/** A question about an action, asked by file. */
async function asked() {
  const app = await apartOffices()
  const itemId = await planned(app)
  const { file } = await asks(app, { itemId })
  return { app, itemId, file }
}

describe('an answer is refused in its own words', () => {
  it('when what it answers was changed since', async () => {
    const { app, itemId, file } = await asked()
    const { draft } = await app.get('action.view', { actionId: itemId })
    const answered = await answers(app.there, file)
    await app.get('action.change', { actionId: itemId, draft: { ...draft, riskOfActing: 'More.' } })
    expect(await takes(app, answered.file)).toMatchObject({ code: 'approval/changed-since' })
    expect(await app.get('approval.arrived', {})).toMatchObject({ no: 'approval/changed-since' })
    expect(await isOpen(app, itemId)).toBe(false)
  })

  it('when it left since', async () => {
    const { app, itemId, file } = await asked()
    const answered = await answers(app.there, file)
    await app.get('action.approve', { actionId: itemId, sole: true, statement: 'Alone.' })
    await app.get('action.record', { actionId: itemId, event: { what: 'sent', on: '2026-03-02', note: '' } })
    expect(await takes(app, answered.file)).toMatchObject({ code: 'approval/item-left' })
  })

  it('when somebody it tells of has said no since, even to something else', async () => {
    const { app, itemId, file } = await asked()
    const answered = await answers(app.there, file)
    const no = row({ purpose: 'ngo_protection_network', recipient: 'ngo', decision: 'refused' })
    await app.get('consent.recordTalk', talkWith(app.personId, {}, [no]))
    expect(await takes(app, answered.file)).toMatchObject({ code: 'approval/person-said-no' })
    expect(await isOpen(app, itemId)).toBe(false)
  })

  it('when it was answered before, and a no cannot be turned', async () => {
    const { app, itemId, file } = await asked()
    const { document, about } = await questionAt(app.there, file)
    const { there: from, here: to } = app
    const no = await forged({ from, to, about, document: answerTo(document, { decision: 'declined' }) })
    const yes = await forged({ from, to, about, document: answerTo(document) })
    expect((await takes(app, no)).ok).toBe(true)
    expect(await takes(app, no)).toMatchObject({ code: 'exchange/taken-in-before' })
    expect(await takes(app, yes)).toMatchObject({ code: 'approval/declined-before' })
    expect(await isOpen(app, itemId)).toBe(false)
    const second = await asks(app, { itemId })
    const again = await questionAt(app.there, second.file)
    const one = await forged({ from, to, about: again.about, document: answerTo(again.document) })
    const other = await forged({ from, to, about: again.about, document: answerTo(again.document) })
    expect((await takes(app, one)).ok).toBe(true)
    expect(await takes(app, other)).toMatchObject({ code: 'approval/answered-before' })
  })

  it('when it comes from a colleague it was not sent to', async () => {
    const { app, itemId, file } = await asked()
    const third = await elsewhere('HOP-3')
    await adds(app.here, third, { role: 'HOP-3', recipientClass: 'UN_entity' })
    const { document, about } = await questionAt(app.there, file)
    const answer = await forged({ from: third, to: app.here, about, document: answerTo(document) })
    expect(await takes(app, answer)).toMatchObject({ code: 'approval/not-asked-of-them' })
    expect(await app.get('approval.arrived', {})).toMatchObject({ asking: null })
    expect(await isOpen(app, itemId)).toBe(false)
  })

  it('when nobody knows the key it is signed with, or compared it', async () => {
    const { app, file } = await asked()
    const { document, about } = await questionAt(app.there, file)
    const stranger = await elsewhere('HOP-9')
    const unknown = await forged({ from: stranger, to: app.here, about, document: answerTo(document) })
    expect(await takes(app, unknown)).toMatchObject({ code: 'exchange/unknown-sender' })
    await adds(app.here, stranger, { role: 'HOP-9', verified: false })
    expect(await takes(app, unknown)).toMatchObject({ code: 'exchange/sender-unverified' })
    const own = await forged({ from: app.here, to: app.here, about, document: answerTo(document) })
    expect(await takes(app, own)).toMatchObject({ code: 'exchange/from-yourself' })
  })

  it('when nothing was asked that it answers', async () => {
    const { app, file } = await asked()
    const { document, about } = await questionAt(app.there, file)
    const { there: from, here: to } = app
    const other = { ...about, manifestSha256: 'ef'.repeat(32) }
    const answer = await forged({ from, to, about: other, document: answerTo(document) })
    expect(await takes(app, answer)).toMatchObject({ code: 'approval/nothing-asked' })
  })

  it('when it is about another thing, another code or another duty than was asked', async () => {
    const { app, itemId, file } = await asked()
    const { document, about } = await questionAt(app.there, file)
    const { there: from, here: to } = app
    const changes = [{ of: 'cd'.repeat(32) }, { code: 'AP-3333' }, { duty: 'focal_point' }]
    for (const change of changes) {
      const answer = await forged({ from, to, about, document: answerTo(document, change) })
      expect(await takes(app, answer)).toMatchObject({ code: 'approval/of-something-else' })
    }
    expect(await isOpen(app, itemId)).toBe(false)
  })

  it('when whoever answers carries the role code of its author', async () => {
    const { app, file } = await asked()
    const { document, about } = await questionAt(app.there, file)
    const { there: from, here: to } = app
    const answer = await forged({ from, to, about, document: answerTo(document, { role: 'fp-1' }) })
    expect(await takes(app, answer)).toMatchObject({ code: 'approval/same-role' })
  })

  it('when it holds anything its form does not name, or is of a newer form', async () => {
    const { app, file } = await asked()
    const { document, about } = await questionAt(app.there, file)
    const { there: from, here: to } = app
    const more = { ...answerTo(document), path: '/home/somebody' }
    expect(await takes(app, await forged({ from, to, about, document: more }))).toMatchObject({
      code: 'exchange/not-a-package',
    })
    const newer = { ...more, format: 'vigil-approval/2' }
    expect(await takes(app, await forged({ from, to, about, document: newer }))).toMatchObject({
      code: 'exchange/newer-than-app',
    })
  })
})

describe('after it was taken in', () => {
  it('a no of the person ends the approval, as it ends an override', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    await throughFile(app, { itemId })
    expect(await isOpen(app, itemId)).toBe(true)
    const no = row({ purpose: 'ngo_protection_network', recipient: 'ngo', decision: 'refused' })
    await app.get('consent.recordTalk', talkWith(app.personId, {}, [no]))
    const { result, approval } = await app.get('action.view', { actionId: itemId })
    expect(result.findings.map(({ reason }) => reason)).toContain('approval-none')
    expect(approval).toBeNull()
    const { fileAskings } = await app.get('case.view', { caseId: app.caseId })
    expect(fileAskings[0]?.answer?.decision).toBe('granted')
  })

  it('any change ends the approval', async () => {
    const app = await apartOffices()
    const briefId = await written(app)
    await throughFile(app, { itemId: briefId })
    const { draft } = await app.get('brief.view', { briefId })
    await app.get('brief.change', { briefId, draft: { ...draft, bottomLine: 'Something else.' } })
    const { gate, approval } = await app.get('brief.view', { briefId })
    expect(gate.open).toBe(false)
    expect(approval).toMatchObject({ current: false, file: { duty: 'head_of_presence' } })
  })

  it('the record says it on both sides, and verifies', async () => {
    const app = await apartOffices()
    const itemId = await planned(app)
    await throughFile(app, { itemId })
    const here = await app.get('record.list', { caseId: app.caseId, before: null })
    expect(here.slice(0, 2)).toMatchObject([
      { operation: 'approval.takeIn', reason: 'Read. It may go out.' },
      { operation: 'approval.ask', reason: 'May this go out?' },
    ])
    const there = await app.there.app.get('record.list', { caseId: null, before: null })
    expect(there[0]).toMatchObject({ operation: 'approval.answer', reason: 'Read. It may go out.' })
    for (const one of [app, app.there.app])
      expect(await one.get('record.verify', {})).toMatchObject({ brokenAt: null })
  })
})

describe('the second of two who act to save a life', () => {
  /** Asked for by somebody who is alone; nobody was asked about it, unless a test says otherwise. */
  async function inNeed(rows: Parameters<typeof talkWith>[2] = []) {
    const app = await apartOffices()
    if (rows.length > 0) await app.get('consent.recordTalk', talkWith(app.personId, {}, rows))
    const { caseId, personId } = app
    const draft = relocation({ personIds: [personId], facts: ['who', 'wishes', 'danger'] })
    const { actionId } = await app.get('action.plan', { caseId, draft })
    await thought(app, actionId)
    const { overrideId } = await app.get('override.ask', askFor(actionId, await shutIn(app, actionId)))
    return { app, actionId, question: { itemId: actionId, asks: 'override' as const, overrideId } }
  }

  it('is shown what nobody was asked about, because the focal point answers for that, and grants it', async () => {
    const { app, actionId, question } = await inNeed()
    expect(await throughFile(app, question)).toMatchObject({ ok: true })
    expect(await isOpen(app, actionId)).toBe(true)
    const { overrides, disclosures } = await app.get('case.view', { caseId: app.caseId })
    expect(overrides[0]?.answer).toMatchObject({ by: 'HOP-2', grants: true, byFile: true, briefId: null })
    expect(disclosures[0]).toMatchObject({ toRole: 'HOP-2', overrideId: question.overrideId })
  })

  it('declines it, and it stays shut', async () => {
    const { app, actionId, question } = await inNeed()
    await throughFile(app, question, 'declined')
    expect(await isOpen(app, actionId)).toBe(false)
    const { overrides } = await app.get('case.view', { caseId: app.caseId })
    expect(overrides[0]?.answer).toMatchObject({ grants: false, byFile: true })
  })

  it('is not shown what the person refused to tell them; with nothing left to show, nothing is asked', async () => {
    const no = (facts: ('who' | 'wishes' | 'danger')[]) =>
      row({ scope: 'selected_facts', facts, decision: 'refused', identityLevel: 'group_only' })
    const { app, question } = await inNeed([no(['wishes'])])
    const { file, reply } = await asks(app, question)
    expect(reply.ok).toBe(true)
    const { document } = await questionAt(app.there, file)
    expect(document.lines.find(({ fact }) => fact === 'wishes')).toMatchObject({
      leaves: true,
      said: null,
      why: ['refused'],
    })
    const all = await inNeed([no(['who', 'wishes', 'danger'])])
    expect((await asks(all.app, all.question)).reply).toMatchObject({ code: 'approval/nothing-may-be-shown' })
  })

  it('is asked with the duty that lacks, once, and only while it waits', async () => {
    const { app, question } = await inNeed()
    const { file } = await asks(app, question)
    const answered = await answers(app.there, file)
    await app.get('override.answer', { overrideId: question.overrideId, grants: false, words: 'Safe now.' })
    expect(await takes(app, answered.file)).toMatchObject({ code: 'override/answered' })
    expect((await asks(app, question)).reply).toMatchObject({ code: 'override/answered' })
    const gone = { ...question, overrideId: null }
    expect((await asks(app, gone)).reply).toMatchObject({ code: 'override/gone' })
  })
})

describe('the second reader of what would be published', () => {
  const address = { purpose: 'media_or_public_statement', recipient: 'public', channel: 'website' } as const
  const no = { answer: 'no', note: '' } as const
  const answersNo = { combination: no, attendance: no, detention: no, rare: no, known: no }

  async function publishing(rows = [row(), row({ ...address, identityLevel: 'role_only' })]) {
    const app = await apartOffices()
    const { caseId, personId, get } = app
    await get('consent.recordTalk', talkWith(personId, {}, rows))
    const draft = relocation({ ...address, kind: 'public_advocacy', personIds: [personId], to: 'Everybody' })
    const { actionId } = await get('action.plan', { caseId, draft })
    await thought(app, actionId)
    return { app, actionId, question: { itemId: actionId, asks: 'reading' as const } }
  }
  const asksFor = async ({ get }: Apart, actionId: string) =>
    (await get('action.view', { actionId })).result.findings.map(({ reason }) => reason)

  it('reads the whole of it by file, after somebody checked it', async () => {
    const { app, actionId, question } = await publishing()
    expect((await asks(app, question)).reply).toMatchObject({ code: 'publication/not-checked' })
    await app.get('publication.check', { itemId: actionId, answers: answersNo })
    expect(await throughFile(app, question)).toMatchObject({ ok: true })
    expect(await asksFor(app, actionId)).not.toContain('second-reader-none')
    expect(await app.get('publication.view', { itemId: actionId })).toMatchObject({
      reading: { by: 'HOP-2', byFile: true, same: true },
    })
    expect((await asks(app, question)).reply).toMatchObject({ code: 'approval/not-needed' })
  })

  it('is shown an entry in the annual report as it would be published', async () => {
    const entry = {
      ordinal: 17,
      level: 'anonymised',
      annex: 'annex1',
      state: null,
      text: 'A lawyer was reportedly summoned after a meeting.',
      references: ['A/HRC/60/62, para. 12'],
      reply: 'not_asked',
    } as const
    const told = { purpose: 'sg_report_anonymised', recipient: 'public', channel: 'UN_document' } as const
    const { app, actionId, question } = await publishing([
      row(),
      row({ ...told, identityLevel: 'role_only' }),
    ])
    const { draft } = await app.get('action.view', { actionId })
    const changed = { ...draft, ...told, entry: { ...entry, references: [...entry.references] } }
    await app.get('action.change', { actionId, draft: changed })
    await thought(app, actionId)
    await app.get('publication.check', { itemId: actionId, answers: answersNo })
    const { file } = await asks(app, question)
    const { document } = await questionAt(app.there, file)
    expect(document.entry).toMatchObject({ annex: 'annex1', references: entry.references })
    expect(document.lines.find(({ label }) => label === 'report.line.entryText')).toMatchObject({
      leaves: true,
      said: [{ text: entry.text }],
    })
  })

  it('is not the second reader by declining or by asking back', async () => {
    const { app, actionId, question } = await publishing()
    await app.get('publication.check', { itemId: actionId, answers: answersNo })
    await throughFile(app, question, 'declined')
    await throughFile(app, question, 'question')
    expect(await asksFor(app, actionId)).toContain('second-reader-none')
  })

  it('reads no part of it: what they may not know keeps them from reading it', async () => {
    const some = row({ scope: 'selected_facts', facts: ['who'] })
    const { app, actionId, question } = await publishing([
      some,
      row({ ...address, identityLevel: 'role_only' }),
    ])
    await app.get('publication.check', { itemId: actionId, answers: answersNo })
    expect((await asks(app, question)).reply).toMatchObject({ code: 'approval/not-all-may-be-shown' })
  })

  it('has read nothing any more once the person said no', async () => {
    const { app, actionId, question } = await publishing()
    await app.get('publication.check', { itemId: actionId, answers: answersNo })
    await throughFile(app, question)
    const refused = row({ purpose: 'ngo_protection_network', recipient: 'ngo', decision: 'refused' })
    await app.get('consent.recordTalk', talkWith(app.personId, {}, [refused]))
    expect(await asksFor(app, actionId)).toContain('second-reader-none')
  })
})

describe('a file of another kind', () => {
  it('is no question and no answer', async () => {
    const { app, file } = await asked()
    await looksAt(app.there, file)
    expect(await app.there.app.call('approval.takeIn', {})).toMatchObject({
      code: 'exchange/nothing-arrived',
    })
  })
})
