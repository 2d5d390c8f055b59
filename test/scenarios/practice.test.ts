import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { practicePatterns } from '../../main/practice/data.ts'
import { loadPattern } from '../../main/practice/load.ts'
import { copyTo, deskWithCase, restore } from '../copies/place.ts'
import { freshFolder, passphrase, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

const words = () => new TextEncoder().encode('lamp river window harbour seven quiet')
const now = '2026-03-02T12:00:00.000Z'

/** A practice vault, made as from the first screen. */
async function practice(): Promise<TestApp> {
  const app = testApp(now)
  await app.get('practice.create', { passphrase: passphrase() })
  return app
}

/** A practice vault with nothing in it yet. */
async function emptyPractice(): Promise<TestApp> {
  const app = testApp(now)
  await app.get('practice.open', {})
  await app.create()
  return app
}

/** The pattern whose brief may leave as soon as it is approved. */
const ready = () => practicePatterns().find(({ pattern }) => pattern.id === 'P01')?.pattern

/** A vault with a sent brief on an invented case, and the reply to it as files. */
async function decided(app: TestApp): Promise<{ brief: string; reply: string }> {
  const pattern = ready()
  if (!pattern) throw new Error('no such pattern')
  const { brief } = await loadPattern(pattern, {
    call: app.call,
    today: app.app.today(),
    officer: 'FP-1',
    brief: true,
  })
  const briefId = brief?.id ?? ''
  await app.get('brief.approve', { briefId, sole: true, statement: 'Nobody else is here.' })
  const folder = freshFolder()
  const files = { brief: join(folder, 'brief.age'), reply: join(folder, 'reply.age') }
  app.shell.dialogs.push(files.brief)
  await app.get('brief.export', { briefId, sealFor: { passphrase: words() } })
  return files
}

async function answered(brief: string, reply: string, change?: (reader: TestApp) => void) {
  const reader = testApp(now)
  reader.shell.dialogs.push(brief)
  const chosen = await reader.get('exchange.chooseBrief', {})
  const reading = await reader.get('exchange.openBrief', {
    fileId: chosen?.fileId ?? '',
    with: { passphrase: words() },
  })
  if (!('document' in reading)) throw new Error('a notice, not a brief')
  change?.(reader)
  reader.shell.dialogs.push(reply)
  await reader.get('exchange.reply', { decision: 'approve', words: '', decidedBy: 'HoP' })
  return reading
}

async function receive(app: TestApp, reply: string) {
  app.shell.dialogs.push(reply)
  const chosen = await app.get('brief.chooseReply', {})
  return app.call('brief.receiveReply', { fileId: chosen?.fileId ?? '', caseId: null })
}

describe('a practice vault', () => {
  it('stands in a folder of its own, is full of invented cases, and says so', async () => {
    const app = await practice()
    const state = await app.get('vault.state', {})
    expect(state).toMatchObject({ state: 'open', practice: true, place: 'vault.vigil-practice' })
    expect(existsSync(app.folder)).toBe(false)
    const cases = (await app.get('case.list', {})).lines
    expect(cases).toHaveLength(practicePatterns().length)
    expect(cases.every(line => line.code.startsWith('PRA-'))).toBe(true)
    expect((await app.get('record.verify', {})).brokenAt).toBeNull()
    expect(await app.get('practice.progress', {})).toEqual({ loaded: 0, all: 0 })
  })

  it('is left for the usual place, asks for its passphrase when it is opened again, and says what it is wherever it is', async () => {
    const app = await emptyPractice()
    expect(await app.get('practice.leave', {})).toMatchObject({ state: 'none', practice: false, place: null })
    await app.create()
    expect(await app.get('vault.state', {})).toMatchObject({ state: 'open', practice: false })
    expect((await app.get('case.list', {})).lines).toEqual([])
    await app.get('vault.lock', {})
    expect(await app.get('practice.open', {})).toMatchObject({ state: 'locked', practice: true })
    expect(await app.unlock()).toMatchObject({ state: 'open', practice: true })

    await app.get('vault.lock', {})
    const elsewhere = testApp(now, join(dirname(app.folder), 'vault.vigil-practice'))
    expect(await elsewhere.unlock()).toMatchObject({ practice: true })
  })

  it('is not made or opened over a vault that is open', async () => {
    const app = testApp(now)
    await app.create()
    expect(await app.call('practice.open', {})).toMatchObject({ code: 'vault/in-use' })
    expect(await app.call('practice.create', { passphrase: passphrase() })).toMatchObject({
      code: 'vault/in-use',
    })
    expect(await app.get('vault.state', {})).toMatchObject({ state: 'open', practice: false })
  })

  it('leaves the desk at the usual place when its passphrase is too weak', async () => {
    const app = testApp(now)
    const weak = new TextEncoder().encode('practice')
    expect(await app.call('practice.create', { passphrase: weak })).toMatchObject({
      code: 'vault/weak-passphrase',
    })
    expect(await app.get('vault.state', {})).toMatchObject({ state: 'none', practice: false })
  })

  it('is deleted whole, and nothing beside it is touched', async () => {
    const app = await emptyPractice()
    await app.get('practice.leave', {})
    await app.create()
    await app.get('vault.lock', {})
    await app.get('practice.delete', {})
    expect(readdirSync(dirname(app.folder))).toEqual(['vault.vigil'])
    expect(await app.get('practice.state', {})).toEqual({ state: 'none' })
    expect(await app.unlock()).toMatchObject({ state: 'open', practice: false })
    expect(await app.get('practice.leave', {})).toMatchObject({ state: 'open', practice: false })
    expect(await app.call('practice.delete', {})).toMatchObject({ code: 'vault/missing' })
    expect(await app.get('vault.state', {})).toMatchObject({ state: 'open' })
  })

  it('is deleted without anything somebody else put into its folder', async () => {
    const app = await emptyPractice()
    const folder = `${app.folder}-practice`
    writeFileSync(join(folder, 'letter.txt'), 'dear all')
    await app.get('practice.delete', {})
    expect(readdirSync(folder)).toEqual(['letter.txt'])
    expect(await app.get('practice.state', {})).toEqual({ state: 'none' })
  })

  it('never has a real vault restored into its place or beside it, where it would go with the practice', async () => {
    const path = await copyTo(await deskWithCase())
    const app = await emptyPractice()
    await app.get('vault.lock', {})
    expect(await restore(app, path)).toMatchObject({ ok: true })
    expect(await app.get('vault.state', {})).toMatchObject({ state: 'locked', place: null, practice: false })
    await app.get('practice.open', {})
    await app.get('vault.erase', { confirmed: 'erase' })
    await app.get('practice.leave', {})
    expect(await app.unlock()).toMatchObject({ state: 'open', practice: false })
    expect((await app.get('case.list', {})).lines).toHaveLength(1)
  })

  it('is the only vault whose codes begin with PRA', async () => {
    const app = testApp(now)
    await app.create()
    const pattern = ready()
    if (!pattern) throw new Error('no such pattern')
    const loading = { call: app.call, today: app.app.today(), officer: 'FP-1', brief: false }
    const { view } = await loadPattern(pattern, loading)
    expect(view.case.code).not.toMatch(/^PRA/)
  })
})

describe('practice and real vaults never mix', () => {
  it('does not mark a real brief', async () => {
    const app = testApp(now)
    await app.create()
    const files = await decided(app)
    const reading = await answered(files.brief, files.reply)
    expect(reading.document.practice).toBeUndefined()
    expect(JSON.stringify(reading)).not.toContain('practice')
  })

  it('marks a practice brief in the package and on every page, and takes its reply into its own vault alone', async () => {
    const atPractice = await emptyPractice()
    const html: string[] = []
    const print = atPractice.app.ask.printToPdf.bind(atPractice.app.ask)
    Object.assign(atPractice.app.ask, {
      printToPdf: (page: string) => {
        html.push(page)
        return print(page)
      },
    })
    const real = testApp(now)
    await real.create()
    const ofPractice = await decided(atPractice)
    const ofReal = await decided(real)
    const reading = await answered(ofPractice.brief, ofPractice.reply)
    expect(reading.document.practice).toBe(true)
    expect(html.join()).toContain('@top-center { content: "Practice · ')
    expect(html.join()).toContain('this case is invented')

    await answered(ofReal.brief, ofReal.reply)
    expect(await receive(real, ofPractice.reply)).toMatchObject({ code: 'exchange/not-for-you' })
    expect(await receive(atPractice, ofReal.reply)).toMatchObject({ code: 'exchange/not-for-you' })
    expect(await receive(atPractice, ofPractice.reply)).toMatchObject({ ok: true })
    expect(await receive(real, ofReal.reply)).toMatchObject({ ok: true })
  })

  it('refuses a reply that says it is practice on a real vault, and the other way round', async () => {
    const real = testApp(now)
    await real.create()
    const files = await decided(real)
    await answered(files.brief, files.reply, reader => {
      if (reader.app.desk.reading) Object.assign(reader.app.desk.reading.document, { practice: true })
    })
    expect(await receive(real, files.reply)).toMatchObject({ code: 'brief/practice-reply' })

    const atPractice = await emptyPractice()
    const theirs = await decided(atPractice)
    await answered(theirs.brief, theirs.reply, reader => {
      if (reader.app.desk.reading) Object.assign(reader.app.desk.reading.document, { practice: undefined })
    })
    expect(await receive(atPractice, theirs.reply)).toMatchObject({ code: 'brief/not-a-practice-reply' })
  })
})
