import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Instant } from '../../shared/model.ts'
import type { ColleagueId } from '../../shared/model.ts'
import { looksAt, twoOffices, type Office } from '../exchange/offices.ts'
import { talkWith } from '../consent/support.ts'
import { testApp } from '../support.ts'
import { forWriting } from '../../main/db/handles.ts'
import { refOf } from '../../main/report/entry.ts'
import { tellAgain } from '../../main/report/kept/repository.ts'
import {
  aCase,
  cleared,
  forReport,
  lineOf,
  namedYes,
  ordinal,
  trendYes,
  withEntry,
  writes,
} from './support.ts'

const text = 'A lawyer was reportedly threatened after a meeting.'

interface Handing {
  readonly to: ColleagueId
  readonly why?: string
  readonly name?: string
}

/** Hands the contribution in and returns where the file lies. */
async function handIn(office: Office, { to, why = '', name = 'one.age' }: Handing) {
  const path = office.path(name)
  office.app.shell.dialogs.push(path)
  const receipt = await office.app.get('report.send', { ordinal, to, why })
  return { path, id: receipt?.id ?? '' }
}

/** Takes in the file at a path. */
async function takes(office: Office, path: string) {
  const seen = await looksAt(office, path)
  if (!seen.ok) throw new Error(seen.code)
  const preview = await office.app.get('report.arrival', {})
  return { preview, reply: await office.app.call('report.takeIn', {}) }
}

const withdraws = (office: Office, personId: Parameters<typeof talkWith>[0]) =>
  office.app.get('consent.recordTalk', talkWith(personId, {}, [forReport({ decision: 'withdrawn' })]))

describe('an entry', () => {
  it('is in the contribution once it passed everything a public text must pass', async () => {
    const app = testApp()
    await app.create()
    const told = await withEntry(app, { text })
    expect(await lineOf(app, told)).toMatchObject({ entry: { standing: 'ready', words: 8 } })
    const { document } = await app.get('report.ready', { ordinal })
    expect(document).toMatchObject({
      presence: 'FP-1',
      words: 8,
      trends: null,
      entries: [
        {
          level: 'anonymised',
          annex: 'annex1',
          names: [],
          regions: ['western_asia'],
          period: { from: '2025-11', to: '2025-11' },
          forms: ['threat_other'],
          perpetrators: ['state'],
          text,
        },
      ],
    })
  })

  it('stays out until somebody else has read it, and after any change of it', async () => {
    const app = testApp()
    await app.create()
    const waiting = await aCase(app)
    await writes(app, waiting, text)
    const done = await withEntry(app, { text })
    await writes(app, done, `${text} Twice.`)
    for (const told of [waiting, done])
      expect(await lineOf(app, told)).toMatchObject({ entry: { standing: 'not-ready' } })
    expect(await app.get('report.ready', { ordinal })).toMatchObject({
      document: { entries: [] },
      notReady: { count: 2, some: [{}, {}] },
    })
  })

  it('stays out when its words give away a name, or the code of the case', async () => {
    const app = testApp()
    await app.create()
    const told = await withEntry(app, { text, name: 'Amina Testperson' })
    await writes(app, told, 'Amina Testperson was reportedly threatened.')
    expect(await lineOf(app, told)).toMatchObject({ entry: { standing: 'gives-away' } })
    const { code } = await lineOf(app, told)
    await writes(app, told, `The person of ${code} was reportedly threatened.`)
    expect(await lineOf(app, told)).toMatchObject({ entry: { standing: 'gives-away' } })
  })

  it('tells a name only where everybody concerned agreed to it', async () => {
    const app = testApp()
    await app.create()
    await withEntry(app, { text, name: 'Amina Testperson', rows: [namedYes] })
    await withEntry(app, { text, name: 'Badr Testperson', rows: [forReport()] })
    const { document } = await app.get('report.ready', { ordinal })
    expect(document.entries).toHaveLength(2)
    expect(document.entries.flatMap(({ names }) => names)).toEqual(['Amina Testperson'])
  })

  it('is read by the second reader as it leaves, with the documents it names', async () => {
    const app = testApp()
    await app.create()
    const told = await aCase(app)
    const { draft } = await app.get('report.case', { caseId: told.caseId, ordinal })
    if (!draft?.entry) throw new Error('no entry')
    const entry = { ...draft.entry, text, references: ['A/HRC/60/62, para. 41'], state: 'XA' as const }
    const { actionId } = await app.get('action.plan', { caseId: told.caseId, draft: { ...draft, entry } })
    const { lines } = await app.get('publication.view', { itemId: actionId })
    const pieces = lines.filter(({ key }) => key.startsWith('entry:')).flatMap(line => line.pieces)
    expect(pieces).toEqual([{ text }, { text: 'A/HRC/60/62, para. 41' }, { code: 'vocabulary.country.XA' }])
  })

  it('stays out when its paragraph is left out by hand', async () => {
    const app = testApp()
    await app.create()
    const told = await aCase(app)
    const actionId = await writes(app, told, text)
    const { draft, lines } = await app.get('action.view', { actionId })
    const paragraph = lines.map(({ key }) => key).filter(key => key.endsWith(':entryText'))
    const withheld = [...draft.withheld, ...paragraph]
    await app.get('action.change', { actionId, draft: { ...draft, withheld } })
    await cleared(app, told, actionId)
    expect((await app.get('action.view', { actionId })).result.open).toBe(true)
    expect(await lineOf(app, told)).toMatchObject({ entry: { standing: 'not-ready' } })
    expect((await app.get('report.ready', { ordinal })).document.entries).toEqual([])
  })

  it('is written anew when consent no longer covers the level it was written for', async () => {
    const app = testApp()
    await app.create()
    const told = await withEntry(app, { text, rows: [namedYes, forReport()] })
    await app.get('report.decide', {
      caseId: told.caseId,
      ordinal,
      level: 'anonymised',
      reason: 'The trial is on.',
    })
    expect(await lineOf(app, told)).toMatchObject({ level: 'anonymised', entry: { standing: 'other-level' } })
  })
})

describe('cases that are only counted', () => {
  it('leave as numbers in which nothing small can be found', async () => {
    const app = testApp()
    await app.create()
    for (const form of ['threat_other', 'travel_ban', 'travel_ban', 'travel_ban', 'travel_ban'] as const)
      await aCase(app, { rows: [trendYes], form })
    const { document } = await app.get('report.ready', { ordinal })
    expect(document).toMatchObject({
      entries: [],
      trends: {
        cases: null,
        regions: { rows: [{ code: 'western_asia', cases: 5 }], others: null },
        forms: { rows: [], others: 5 },
        perpetrators: { rows: [{ code: 'state', cases: 5 }], others: null },
      },
    })
    expect(document.omitted.every(({ cases }) => cases === null)).toBe(true)
  })

  it('are not told of at all while they are few', async () => {
    const app = testApp()
    await app.create()
    await aCase(app, { rows: [trendYes] })
    expect((await app.get('report.ready', { ordinal })).document.trends).toBeNull()
  })
})

describe('the window', () => {
  it('of its own report is what an entry is confirmed in, also after it has ended', async () => {
    const app = testApp('2026-05-05T12:00:00.000Z')
    await app.create()
    const told = await aCase(app)
    const actionId = await writes(app, told, text)
    const reasons = async (id: typeof actionId) =>
      (await app.get('action.view', { actionId: id })).result.findings.map(({ reason }) => reason)
    expect(await reasons(actionId)).not.toContain('consent-before-window')
    const { draft } = await app.get('action.view', { actionId })
    const { entry: _entry, ...plain } = draft
    const other = await app.get('action.plan', { caseId: told.caseId, draft: plain })
    expect(await reasons(other.actionId)).toContain('consent-before-window')
  })

  it('after it lists what was told before as follow-up, in annex II', async () => {
    const { here, thereAtHere: to } = await twoOffices()
    const told = await withEntry(here.app, { text })
    const left = await aCase(here.app, { rows: [trendYes] })
    await handIn(here, { to })
    const { lines } = await here.app.get('report.overview', { ordinal: ordinal + 1 })
    expect(lines.find(({ caseId }) => caseId === told.caseId)).toMatchObject({
      level: 'anonymised',
      annex: 'annex2',
    })
    expect(lines.find(({ caseId }) => caseId === left.caseId)).toMatchObject({ why: 'window' })
    // As in a vault that was put together again out of pages that could be read.
    const { db } = here.app.app.desk.vault!
    db.exec('DELETE FROM contribution_told')
    tellAgain(forWriting(db))
    expect(db.prepare('SELECT case_id FROM contribution_told').pluck().all()).toEqual([told.caseId])
  })
})

/** Does something while the identity of one person cannot be opened. */
async function handsInWith({ app }: Office, personId: string, work: () => Promise<unknown>) {
  const { db } = app.app.desk.vault!
  const of = `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'identity'`
  const triggers = db.prepare(of).all() as { readonly name: string; readonly sql: string }[]
  const sealed = db.prepare('SELECT sealed FROM identity WHERE id = ?').pluck().get(personId)
  const put = (value: unknown) => {
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
    db.prepare('UPDATE identity SET sealed = ? WHERE id = ?').run(value, personId)
    for (const { sql } of triggers) db.exec(sql)
  }
  put('nothing that opens')
  await work()
  put(sealed)
}

describe('handing in', () => {
  it('writes down for each case what was told, and keeps what was sent as it was', async () => {
    const { here, thereAtHere: to } = await twoOffices()
    const told = await withEntry(here.app, { text })
    const counted = await aCase(here.app, { rows: [trendYes] })
    const { id } = await handIn(here, { to })
    for (const { caseId } of [told, counted]) {
      const { disclosures } = await here.app.get('case.view', { caseId })
      expect(disclosures).toMatchObject([
        { kind: 'contribution', itemId: id, consentIds: [{}].map(() => expect.any(String)) },
      ])
    }
    expect(await here.app.get('action.view', { actionId: told.actionId })).toMatchObject({ status: 'sent' })
    await withdraws(here, told.personId)
    const sent = await here.app.get('report.oneSent', { id })
    expect(sent.document.entries).toMatchObject([{ text }])
    expect(await here.app.get('report.sent', {})).toMatchObject([{ id, entries: 1, newest: true }])
    expect(await here.app.get('record.verify', {})).toMatchObject({ brokenAt: null })
  })

  it('holds nothing of the office but its role code', async () => {
    const { here, thereAtHere: to } = await twoOffices()
    const told = await withEntry(here.app, { text, name: 'Amina Testperson' })
    const { id } = await handIn(here, { to })
    const { document } = await here.app.get('report.oneSent', { id })
    const all = JSON.stringify(document)
    const { code } = await lineOf(here.app, told)
    for (const hidden of [code, told.caseId, told.personId, told.actionId, 'Amina', 'HOP-1'])
      expect(all).not.toContain(hidden)
  })

  it('is refused when nothing is ready, and to whoever answers for nothing', async () => {
    const { here, thereAtHere: to } = await twoOffices()
    const told = await aCase(here.app)
    const send = { ordinal, to, why: '' }
    expect(await here.app.call('report.send', send)).toMatchObject({ code: 'report/nothing-to-send' })
    const theirs = new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')
    await here.app.get('vault.addPerson', { role: 'FR-1', duties: ['first_respondent'], passphrase: theirs })
    await here.app.get('vault.lock', {})
    await here.app.get('vault.unlock', {
      passphrase: new TextEncoder().encode('seven walnut lanterns drift above quiet harbours'),
    })
    expect(await here.app.call('report.send', send)).toMatchObject({ code: 'report/not-your-duty' })
    const decide = { caseId: told.caseId, ordinal, level: 'omitted', reason: 'Too dangerous.' } as const
    expect(await here.app.call('report.decide', decide)).toMatchObject({ code: 'report/not-your-duty' })
  })

  it('is refused when an entry holds the name of somebody in another case, wherever it was written', async () => {
    const { here, thereAtHere: to } = await twoOffices()
    const other = { ...forReport(), decision: 'refused' } as const
    await aCase(here.app, { rows: [other], name: 'Zeynep Otherperson' })
    const told = await withEntry(here.app, {
      text: 'After Zeynep Otherperson spoke, a lawyer was threatened.',
    })
    expect(await lineOf(here.app, told)).toMatchObject({ entry: { standing: 'ready' } })
    const path = here.path('leak.age')
    here.app.shell.dialogs.push(path)
    const send = { ordinal, to, why: '' }
    expect(await here.app.call('report.send', send)).toMatchObject({ code: 'exchange/leak' })
    expect(await here.app.get('report.sent', {})).toEqual([])
    await writes(here.app, told, text)
    await cleared(here.app, told, told.actionId)
    expect(await here.app.call('report.send', send)).toMatchObject({ ok: true })
  })

  it('opens the identity of nobody where no entry is told, and of everybody where one is', async () => {
    const { here, thereAtHere: to } = await twoOffices()
    const { personId } = await aCase(here.app, { rows: [trendYes], name: 'Zeynep Otherperson' })
    await handsInWith(here, personId, () => handIn(here, { to }))
    expect(await here.app.get('report.sent', {})).toMatchObject([{ entries: 0 }])
    await withEntry(here.app, { text })
    here.app.shell.dialogs.push(here.path('two.age'))
    const again = () => here.app.call('report.send', { ordinal, to, why: 'An entry more.' })
    await handsInWith(here, personId, () => expect(again()).rejects.toThrow('fault'))
  })

  it('tells how far it is, keeps answering, and is stopped with nothing written', async () => {
    const { here, thereAtHere: to } = await twoOffices()
    await withEntry(here.app, { text })
    await aCase(here.app, { rows: [trendYes], name: 'Zeynep Otherperson' })
    const path = here.path('stopped.age')
    here.app.shell.dialogs.push(path)
    const sending = here.app.call('report.send', { ordinal, to, why: '' })
    expect(await here.app.get('exchange.working', {})).toMatchObject({ stage: 'compiling', all: 2 })
    expect(await here.app.get('report.overview', { ordinal })).toMatchObject({ total: 2 })
    await here.app.get('exchange.stop', {})
    expect(await sending).toEqual({ ok: false, code: 'exchange/stopped' })
    expect(existsSync(path)).toBe(false)
    expect(await here.app.get('report.sent', {})).toEqual([])
  })

  it('is refused when contact was lost while the file was being placed, though nobody wrote anything', async () => {
    const { here, thereAtHere: to } = await twoOffices()
    const { app } = here
    const ifInTouch = forReport({
      decision: 'given_with_conditions',
      conditions: [{ kind: 'stop_if_contact_lost', note: '', after: null }],
    })
    const told = await aCase(app, { rows: [ifInTouch] })
    const { draft } = await app.get('report.case', { caseId: told.caseId, ordinal })
    if (!draft?.entry) throw new Error('no entry')
    const { consents } = await app.get('case.view', { caseId: told.caseId })
    const conditionsMet = consents.map(({ id }) => ({
      consentId: id,
      kind: 'stop_if_contact_lost' as const,
      note: 'Called today.',
    }))
    const written = { ...draft, conditionsMet, entry: { ...draft.entry, text } }
    const { actionId } = await app.get('action.plan', { caseId: told.caseId, draft: written })
    await cleared(app, told, actionId)
    const later = (hours: number) =>
      Instant.parse(new Date(Date.parse(app.app.clock()) + hours * 3_600_000).toISOString())
    const checkIns = { everyHours: 1, graceHours: 0, nextDue: later(1), first: 'call', second: '', third: '' }
    await app.get('plan.agreeCheckIns', { personId: told.personId, checkIns })
    expect(await lineOf(app, told)).toMatchObject({ entry: { standing: 'ready' } })
    const file = here.path('lost.age')
    app.app.ask.chooseDestination = async () => {
      app.moveTo(later(5))
      return file
    }
    expect(await app.call('report.send', { ordinal, to, why: '' })).toMatchObject({ ok: false })
    expect(existsSync(file)).toBe(false)
    expect(await app.get('report.sent', {})).toEqual([])
    expect(await lineOf(app, told)).toMatchObject({ level: 'omitted' })
  })

  it('again says why, and is refused when nothing has changed', async () => {
    const { here, thereAtHere: to } = await twoOffices()
    await withEntry(here.app, { text })
    await handIn(here, { to })
    const again = (why: string) => here.app.call('report.send', { ordinal, to, why })
    expect(await again('')).toMatchObject({ code: 'report/why-missing' })
    expect(await again('A correction.')).toMatchObject({ code: 'report/same-as-before' })
  })

  it('calls the same case by the same reference, and another window by another', async () => {
    const { here } = await twoOffices()
    const told = await withEntry(here.app, { text })
    const refs = async () =>
      (await here.app.get('report.ready', { ordinal })).document.entries.map(({ ref }) => ref)
    const [ref] = await refs()
    await writes(here.app, told, 'A lawyer was reportedly threatened, and then left.')
    await cleared(here.app, told, told.actionId)
    expect(await refs()).toEqual([ref])
    const context = { key: () => new Uint8Array(32) }
    expect(refOf(context, told.caseId, ordinal)).not.toBe(refOf(context, told.caseId, ordinal + 1))
  })
})

describe('a consent that is taken back after sending', () => {
  it('asks to tell headquarters, and another contribution does that', async () => {
    const { here, thereAtHere: to } = await twoOffices()
    const told = await withEntry(here.app, { text })
    await withEntry(here.app, { text: 'A teacher was reportedly dismissed.' })
    await handIn(here, { to })
    await withdraws(here, told.personId)
    const tasks = async () => (await here.app.get('case.view', { caseId: told.caseId })).followUps
    expect(await tasks()).toMatchObject([{ done: null, what: 'ask-to-stop-using' }])
    expect(await lineOf(here.app, told)).toMatchObject({ level: 'omitted', why: 'consent_withdrawn' })
    await handIn(here, { to, why: 'One person took their consent back.', name: 'two.age' })
    expect(await tasks()).toMatchObject([{ done: { note: 'One person took their consent back.' } }])
    expect(await here.app.get('report.sent', {})).toMatchObject([
      { entries: 1, newest: true },
      { entries: 2, newest: false },
    ])
  })
})

describe('headquarters', () => {
  it('looks before anything changes, takes it in, and reads it apart from cases', async () => {
    const { here, there, thereAtHere: to } = await twoOffices()
    await withEntry(here.app, { text })
    const { path } = await handIn(here, { to })
    const { preview, reply } = await takes(there, path)
    expect(preview).toMatchObject({
      supersedes: null,
      older: false,
      changes: [],
      document: { entries: [{ text }] },
    })
    expect(reply).toMatchObject({ ok: true })
    expect(await there.app.get('report.received', {})).toMatchObject([{ ordinal, entries: 1, newest: true }])
    expect((await there.app.get('case.list', {})).lines).toEqual([])
    expect(await looksAt(there, path)).toMatchObject({ code: 'exchange/taken-in-before' })
  })

  it('sees entry by entry what a later one changes, and marks the earlier', async () => {
    const { here, there, thereAtHere: to } = await twoOffices()
    const told = await withEntry(here.app, { text })
    const first = await handIn(here, { to })
    await takes(there, first.path)
    await withEntry(here.app, { text: 'A teacher was reportedly dismissed.' })
    await withdraws(here, told.personId)
    const second = await handIn(here, { to, why: 'A withdrawal.', name: 'two.age' })
    const { preview } = await takes(there, second.path)
    expect(preview.changes.map(({ change }) => change).toSorted()).toEqual(['gone', 'new'])
    expect(preview).toMatchObject({ supersedes: { entries: 1 }, namesAnother: false })
    expect(await there.app.get('report.received', {})).toMatchObject([{ newest: true }, { newest: false }])
    const [, earlier] = await there.app.get('report.received', {})
    const old = await there.app.get('report.oneReceived', { id: earlier?.id ?? '' })
    expect(old.document.entries).toMatchObject([{ text }])
  })

  it('refuses an older one that comes late', async () => {
    const { here, there, thereAtHere: to } = await twoOffices()
    const told = await withEntry(here.app, { text })
    const first = await handIn(here, { to })
    await withdraws(here, told.personId)
    const second = await handIn(here, { to, why: 'A withdrawal.', name: 'two.age' })
    expect((await takes(there, second.path)).preview).toMatchObject({ namesAnother: true })
    const { preview, reply } = await takes(there, first.path)
    expect(preview).toMatchObject({ older: true })
    expect(reply).toMatchObject({ code: 'report/older-than-taken' })
    expect(await there.app.get('report.received', {})).toHaveLength(1)
  })

  it('refuses what is no contribution, and one of a later version, in its own words', async () => {
    const { here, there, thereAtHere: to } = await twoOffices()
    await withEntry(here.app, { text })
    const { path } = await handIn(here, { to })
    await looksAt(there, path)
    const { desk } = there.app.app
    const { arrived } = desk
    if (!arrived) throw new Error('nothing arrived')
    const says = async (document: unknown) => {
      desk.arrived = { ...arrived, document }
      const [seen, taken] = [
        await there.app.call('report.arrival', {}),
        await there.app.call('report.takeIn', {}),
      ]
      return [seen, taken].map(reply => (reply.ok ? 'taken' : reply.code))
    }
    expect(await says({ format: 'vigil-contribution/2' })).toEqual(Array(2).fill('exchange/newer-than-app'))
    expect(await says({ ...(arrived.document as object), more: 1 })).toEqual(
      Array(2).fill('exchange/not-a-package'),
    )
    expect(await there.app.get('report.received', {})).toEqual([])
  })

  it('finds nothing where nothing is', async () => {
    const { there } = await twoOffices()
    const id = '00000000-0000-4000-8000-000000000001'
    expect(await there.app.call('report.oneReceived', { id })).toMatchObject({ code: 'report/gone' })
    expect(await there.app.call('report.oneSent', { id })).toMatchObject({ code: 'report/gone' })
    expect(await there.app.call('report.arrival', {})).toMatchObject({ code: 'exchange/nothing-arrived' })
    expect(await there.app.call('report.overview', { ordinal: 99 })).toMatchObject({
      code: 'settings/window-gone',
    })
  })
})
