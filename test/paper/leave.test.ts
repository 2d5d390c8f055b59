import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decrypt } from '../../main/exchange/age.ts'
import { cleanPdf } from '../../main/brief/pdf.ts'
import { voiceIn } from '../../main/paper/voice.ts'
import { PaperId } from '../../shared/model.ts'
import { saidPaper } from '../../shared/paper/document.ts'
import { PaperLanguage } from '../../shared/paper/model.ts'
import { PDFDocument } from '@cantoo/pdf-lib'
import { freshFolder, intake, person, testApp } from '../support.ts'
import {
  answer,
  assess,
  checkHarm,
  plainPlan,
  planDraft,
  readyPaper,
  sheetDraft,
  twoPersons,
} from './support.ts'

const words = () => new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')
const reasonsIn = ({
  gate,
}: {
  readonly gate: { findings: { reason: string }[]; lines: { findings: { reason: string }[] }[] }
}) => [
  ...new Set([...gate.findings, ...gate.lines.flatMap(line => line.findings)].map(({ reason }) => reason)),
]

describe('a paper for the person', () => {
  it('stays here until the person wants it, the danger is assessed, harm is weighed and they can be reached', async () => {
    const app = testApp()
    await app.create()
    const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
    const { personId } = await app.get('person.add', { caseId, person: person() })
    const { paperId } = await app.get('paper.start', { personId, draft: sheetDraft() })
    const reasons = async () => reasonsIn(await app.get('paper.view', { paperId })).toSorted()
    expect(await reasons()).toEqual(['contact-not-safe', 'harm-none', 'not-asked', 'risk-none'])
    expect(await app.call('paper.print', { paperId })).toMatchObject({ code: 'paper/gate-closed' })
    expect(app.shell.printed).toEqual([])

    await assess(app, personId)
    await checkHarm(app, { caseId, paperId })
    await answer(app, personId, { channel: 'sealed_paper' })
    expect(await reasons()).toEqual(['contact-not-safe', 'not-asked'])
  })

  it('needs nobody else’s approval, is printed, and is recorded as told to the person', async () => {
    const { call, get, paper, paperId, personId, shell, view } = await readyPaper()
    expect((await paper()).gate.open).toBe(true)
    expect(await get('paper.print', { paperId })).toBe(true)
    expect(shell.printed).toHaveLength(1)
    expect(await paper()).toMatchObject({ left: { way: 'printer' }, printingSince: null })
    const { disclosures, papers, consents } = await view()
    expect(disclosures).toMatchObject([
      {
        kind: 'paper',
        itemId: paperId,
        recipient: 'person_concerned',
        lines: ['plan:objective', 'plan:mustNot', 'plan:measures'],
        consentIds: [consents.find(row => row.personId === personId)?.id],
        overrideId: null,
      },
    ])
    expect(papers).toMatchObject([{ id: paperId, personId, kind: 'plan', left: { way: 'printer' } }])
    expect(await call('paper.print', { paperId })).toMatchObject({ code: 'paper/already-left' })
    expect(await call('paper.change', { paperId, draft: planDraft() })).toMatchObject({
      code: 'paper/already-left',
    })
  })

  it('leaves as one encrypted file, which holds the page and nothing else', async () => {
    const { get, paper, paperId, shell } = await readyPaper()
    const path = join(freshFolder(), 'paper.age')
    shell.dialogs.push(null, path)
    expect(await get('paper.export', { paperId, passphrase: words() })).toBeNull()
    expect((await paper()).left).toBeNull()
    const receipt = await get('paper.export', { paperId, passphrase: words() })
    const file = readFileSync(path)
    expect(receipt).toMatchObject({ name: 'paper.age', size: file.byteLength })
    const { content } = await decrypt(file, { passphrase: words() })
    expect(Buffer.from(content.subarray(0, 5)).toString('latin1')).toBe('%PDF-')
    expect((await paper()).left?.way).toBe('file')
  })

  it('is still here when the dialog is closed or no printer takes it', async () => {
    const { call, get, paper, paperId, shell, view } = await readyPaper()
    shell.printers.push('closed', 'missing')
    expect(await get('paper.print', { paperId })).toBe(false)
    expect(await call('paper.print', { paperId })).toMatchObject({ code: 'paper/no-printer' })
    expect(await paper()).toMatchObject({ left: null, printingSince: null })
    expect((await view()).disclosures).toEqual([])
    expect(await get('paper.print', { paperId })).toBe(true)
  })

  it('is asked about when Vigil was locked before the printer answered', async () => {
    const ready = await readyPaper()
    const { app, call, get, unlock, paper, paperId, view } = ready
    expect(await call('paper.settle', { paperId, printed: true })).toMatchObject({
      code: 'paper/not-printing',
    })
    const askPrinter = app.ask.printOnPaper
    app.ask.printOnPaper = async ask => {
      await get('vault.lock', {})
      return askPrinter(ask)
    }
    expect(await call('paper.print', { paperId })).toMatchObject({ code: 'vault/locked' })
    await unlock()
    expect((await paper()).printingSince).not.toBeNull()
    expect((await view()).next).toContainEqual({ step: 'settle-paper', part: 'paper', urgent: false })
    expect(await call('paper.change', { paperId, draft: planDraft() })).toMatchObject({
      code: 'paper/already-left',
    })
    await get('paper.settle', { paperId, printed: true })
    expect(await paper()).toMatchObject({ left: { way: 'printer' }, printingSince: null })
    expect((await view()).disclosures).toHaveLength(1)
  })

  it('is free again when somebody says that it was not printed', async () => {
    const { app, call, get, unlock, paper, paperId, view } = await readyPaper()
    app.ask.printOnPaper = async () => {
      await get('vault.lock', {})
      return false
    }
    await call('paper.print', { paperId })
    await unlock()
    await get('paper.settle', { paperId, printed: false })
    expect(await paper()).toMatchObject({ left: null, printingSince: null })
    expect((await view()).disclosures).toEqual([])
  })

  it('does not leave with a name, a sealed word, a message or somebody else’s words on it', async () => {
    const { call, get, paperId, personId, other, shell } = await readyPaper()
    await get('person.identify', {
      personId: other,
      identity: { name: 'Samira Haddadin', otherNames: '', contact: '', documents: '' },
      basis: 'They asked for it.',
    })
    await get('plan.keepWords', {
      personId,
      words: {
        coverName: '',
        safePlaces: '',
        route: '',
        signalWords: 'the soup is cold',
        allClear: '',
        distress: '',
      },
    })
    for (const objective of ['Go with Haddadin', 'Say that the soup is cold']) {
      await get('plan.write', { personId, plan: plainPlan({ objective: { value: objective } }) })
      expect(await call('paper.print', { paperId })).toMatchObject({ code: 'paper/leak' })
    }
    expect(shell.printed).toEqual([])
    await get('plan.write', { personId, plan: plainPlan() })
    expect(await get('paper.print', { paperId })).toBe(true)
  })

  it('does not leave with a name in another spelling, until its author says that it is somebody else’s', async () => {
    const { call, get, paper, paperId, personId, other } = await readyPaper()
    await get('person.identify', {
      personId: other,
      identity: { name: 'Samira Haddadin', otherNames: '', contact: '', documents: '' },
      basis: 'They asked for it.',
    })
    await get('plan.write', { personId, plan: plainPlan({ objective: { value: 'اذهبي مع سميرة حدادين' } }) })
    const key = `identity:${other}`
    expect((await paper()).alike).toEqual([{ key, where: 'objective', found: 'سميرة حدادين', reason: null }])
    expect(await call('paper.print', { paperId })).toMatchObject({ code: 'paper/sounds-like' })
    const notMeant = [{ key, found: 'سميرة حدادين', reason: 'A cousin of the same name.' }]
    await get('paper.change', { paperId, draft: planDraft({ notMeant }) })
    await checkHarm({ get }, { caseId: (await paper()).caseId, paperId })
    expect(await get('paper.print', { paperId })).toBe(true)
  })

  it('keeps whatever names a code of the case off the page', async () => {
    const { get, paper, paperId, personId } = await readyPaper()
    await get('plan.write', {
      personId,
      plan: plainPlan({ objective: { value: 'P1 sleeps well' }, mustNot: { value: 'Never call P2.' } }),
    })
    const without = await paper()
    expect(without.leftOut).toEqual([
      { part: 'objective', names: 'own-code' },
      { part: 'mustNot', names: 'another' },
    ])
    expect(without.document.parts.map(({ part }) => part)).toEqual(['measures'])
    await get('paper.change', { paperId, draft: planDraft({ withCode: true }) })
    const allowed = await paper()
    expect(allowed.leftOut).toEqual([{ part: 'mustNot', names: 'another' }])
    expect(allowed.document.parts.map(({ part }) => part)).toEqual(['objective', 'measures'])
  })

  it('is a plan only where there is one, and belongs to a person who is there', async () => {
    const { call, other } = await twoPersons()
    expect(await call('paper.start', { personId: other, draft: planDraft() })).toMatchObject({
      code: 'paper/no-plan',
    })
    expect(
      await call('paper.view', { paperId: PaperId.parse('00000000-0000-4000-8000-000000000001') }),
    ).toMatchObject({ code: 'paper/gone' })
  })

  it('says on its page that it is invented when the case is', async () => {
    const practised = voiceIn('en').say('sheet.practice')
    const { paper } = await readyPaper()
    expect((await paper()).document.lead).not.toBe(practised)
    for (const language of PaperLanguage.options) {
      const voice = voiceIn(language)
      const { lead } = saidPaper('sheet', { parts: [], practice: true }, voice)
      expect(lead).toBe(voice.say('sheet.practice'))
      expect(lead).not.toContain('sheet.')
    }
  })

  it('is refused when it takes more pages than it may', async () => {
    const pdf = await PDFDocument.create()
    for (const _ of [1, 2]) pdf.addPage()
    const most = { limit: 1, code: 'paper/too-long' } as const
    await expect(cleanPdf(await pdf.save(), { title: 'Mine', language: 'en', most })).rejects.toMatchObject({
      code: 'paper/too-long',
      facts: { pages: 2, limit: 1 },
    })
  })
})

it('no paper ever leaves unless the gate was open at that moment, whatever happened before', async () => {
  type App = Awaited<ReturnType<typeof twoPersons>> & { readonly paperId: PaperId }
  const steps: Readonly<Record<string, (app: App) => Promise<unknown>>> = {
    agree: app => answer(app, app.personId),
    refuse: app => answer(app, app.personId, { decision: 'refused' }),
    takeBack: app => answer(app, app.personId, { decision: 'withdrawn' }).catch(() => null),
    check: app => checkHarm(app, app),
    change: app =>
      app.call('paper.change', { paperId: app.paperId, draft: planDraft({ channel: 'sealed_paper' }) }),
    changeBack: app => app.call('paper.change', { paperId: app.paperId, draft: planDraft() }),
  }
  const story = fc.array(fc.constantFrom(...Object.keys(steps), 'print', 'export'), { maxLength: 7 })
  let went = 0
  await fc.assert(
    fc.asyncProperty(story, async names => {
      const app = await twoPersons()
      const { paperId } = await app.get('paper.start', { personId: app.personId, draft: planDraft() })
      const shown = { ...app, paperId }
      let hasLeft = false
      for (const name of [...names, 'print']) {
        if (name !== 'print' && name !== 'export') {
          await steps[name]?.(shown)
          continue
        }
        const before = await app.get('paper.view', { paperId })
        app.shell.dialogs.push(join(freshFolder(), 'paper.age'))
        const reply =
          name === 'print'
            ? await app.call('paper.print', { paperId })
            : await app.call('paper.export', { paperId, passphrase: words() })
        expect(reply.ok).toBe(before.gate.open && !hasLeft)
        hasLeft ||= reply.ok
      }
      expect((await app.view()).disclosures).toHaveLength(hasLeft ? 1 : 0)
      went += Number(hasLeft)
    }),
    { numRuns: 15, examples: [[['agree', 'check']]] },
  )
  expect(went).toBeGreaterThan(0)
})
