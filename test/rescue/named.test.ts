import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toldIn } from '../../main/db/said.ts'
import {
  everyRow,
  limits,
  load,
  officerIdOf,
  sits,
  withCase,
  wordsIn,
  type Loaded,
} from '../access/support.ts'
import { tampers } from '../record/support.ts'
import { addSecond, sit } from '../person/support.ts'
import { answer, ask, everyByte, isOver, told } from '../retention/support.ts'
import { freshFolder, type TestApp } from '../support.ts'
import { pageBytes } from './place.ts'

/** Turns one bit of the second page, which holds no row of a case. */
function damagePage(folder: string): void {
  const file = readFileSync(join(folder, 'case.db'))
  file[pageBytes + 100]! ^= 1
  writeFileSync(join(folder, 'case.db'), file)
}

/** Damages a vault whose record has a hole, rescues it and opens what was rescued. */
async function rescuedWithHole(app: TestApp): Promise<void> {
  tampers(app, `DELETE FROM main.entry WHERE seq = 3`)
  await app.get('vault.lock', {})
  damagePage(app.folder)
  await expect(app.unlock()).rejects.toThrow('vault/pages-damaged')
  app.shell.dialogs.push(freshFolder())
  await app.get('rescue.start', {})
  await app.get('rescue.use', {})
  await app.unlock()
}

/** What the record keeps of a rescue, as it stands in the file. */
const rescuedIn = ({ app }: TestApp) =>
  app.desk
    .vault!.db.prepare<[], { row: string; said: Uint8Array | null; leaf: Uint8Array | null }>(
      `SELECT row, said, leaf FROM main.change WHERE tbl = 'rescued' AND row NOT LIKE 'vault%'`,
    )
    .all()
    .map(change => ({ ...change, text: JSON.stringify(toldIn(change.said)) }))

describe('a rescue of a vault with a case for named people', () => {
  it('brings it as it is sealed: they read it, nobody else does, and nothing of it stands in clear', async () => {
    const app = await withCase()
    await limits(app)
    const { caseId, get, call, shell, folder } = app
    const { persons } = await get('case.view', { caseId })
    await get('vault.lock', {})
    damagePage(folder)

    await expect(sits(app, 'FP-1')).rejects.toThrow('vault/pages-damaged')
    const shelf = join(freshFolder(), 'shelf')
    mkdirSync(shelf)
    shell.dialogs.push(shelf)
    const rescued = await get('rescue.start', {})
    expect(rescued?.tables.find(({ table }) => table === 'sealed_row')).toMatchObject({ lost: 0, apart: 0 })
    expect(rescued?.tables.filter(({ table, rebuilt }) => table === 'person' && rebuilt > 0)).toEqual([])
    await get('rescue.use', {})

    await sits(app, 'FP-1')
    expect((await get('case.view', { caseId })).persons).toEqual(persons)
    expect(await get('record.verify', {})).toMatchObject({ brokenAt: null })
    await sits(app, 'FR-1')
    expect(await call('case.view', { caseId })).toEqual({ ok: false, code: 'access/not-named' })
  }, 60_000)
})

describe('a rescue of a vault whose record does not hold, with a case for named people', () => {
  it('leaves them what the record said: they read it, name and remove people, and open it to all again', async () => {
    const app = await withCase()
    await limits(app)
    const { caseId, get, shell, folder } = app
    tampers(app, `DELETE FROM main.entry WHERE seq = 3`)
    await get('vault.lock', {})
    damagePage(folder)
    await expect(sits(app, 'FP-1')).rejects.toThrow('vault/pages-damaged')
    shell.dialogs.push(freshFolder())
    await get('rescue.start', {})
    await get('rescue.use', {})

    await sits(app, 'FP-1')
    const said = async () => (await get('record.changes', { seq: 3 })).filter(({ tbl }) => tbl === 'rescued')
    const before = await said()
    const persons = before.filter(({ row }) => row.includes('/person/'))
    expect(persons.some(({ new: now }) => now !== null)).toBe(true)
    await sits(app, 'FR-1')
    expect((await said()).length).toBeLessThan(before.length)
    await sits(app, 'FP-1')
    const subject = { caseId, personId: null }
    const officerId = await officerIdOf(app, 'HOP-1')
    await get('access.remove', { subject, officerId, reason: 'They changed their post' })
    expect(await said()).toEqual(before)
    await get('access.ask', { subject, what: 'lift', officerId: null, words: 'The danger is over' })
    const [asked] = await get('access.waiting', {})
    await get('access.answer', { request: asked!.id, agree: true, words: 'There is nobody else' })
    expect(await said()).toEqual(before)
    expect(await get('record.verify', {})).toMatchObject({ brokenAt: null })
    await sits(app, 'FR-1')
    expect(await said()).toEqual(before)
    expect((await get('record.list', { caseId, before: null })).length).toBeGreaterThan(0)
  }, 60_000)
})

describe('a case that was there when the vault was rescued', () => {
  const about = async ({ get, caseId }: Loaded) => wordsIn(await get('case.view', { caseId }))

  it('leaves no word in clear once it is for named people, not even in what the rescue put aside', async () => {
    const app = await withCase()
    await app.get('case.setUrgent', { caseId: app.caseId, urgent: true, reason: 'The quillwort is in bloom' })
    const other = await load(app, 'P01')
    const kept = await about({ ...app, caseId: other })
    const all = [...new Set([...(await about(app)), 'The quillwort is in bloom'])].filter(
      one => !kept.includes(one),
    )
    await rescuedWithHole(app)
    const before = rescuedIn(app)
    const isWithin = (one: string) => before.some(({ text }) => text.includes(one))
    expect(all.filter(isWithin).length).toBeGreaterThan(5)
    expect(isWithin('The quillwort is in bloom')).toBe(true)
    await limits(app)
    const after = everyRow(app)
    expect(all.filter(one => after.some(({ text }) => text.includes(one)))).toEqual([])
    expect(kept.some(one => rescuedIn(app).some(({ text }) => text.includes(one)))).toBe(true)
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: null })

    await app.get('access.ask', {
      subject: { caseId: app.caseId, personId: null },
      what: 'lift',
      officerId: null,
      words: 'The danger is over',
    })
    const [asked] = await app.get('access.waiting', {})
    await sits(app, 'HOP-1')
    await app.get('access.answer', { request: asked!.id, agree: true, words: 'It is' })
    expect(rescuedIn(app)).toEqual(before)
    expect(await app.get('record.verify', {})).toMatchObject({ brokenAt: null })
  }, 60_000)

  it('leaves no word at all once it is destroyed, not even in what the rescue put aside', async () => {
    const here = await told()
    await rescuedWithHole(here)
    const typed = ['Marker account of what happened', 'Marker note on the person', 'Marker basis']
    for (const word of typed) expect(everyByte(here).includes(word)).toBe(true)
    isOver(here, here.caseId)
    expect(await ask(here)).toMatchObject({ ok: true })
    expect(await answer(here, true)).toMatchObject({ ok: true })
    for (const word of [...typed, 'Marker'])
      expect([word, everyByte(here).includes(word)]).toEqual([word, false])
    expect(await here.get('record.verify', {})).toMatchObject({ brokenAt: null })
  }, 60_000)
})

describe('a rescue of a vault in which a case was destroyed', () => {
  it('does not bring it back, and does not call it lost', async () => {
    const here = await told()
    await addSecond(here, ['head_of_presence'])
    await ask(here)
    await sit(here, 'HOP-1')
    expect(await answer(here, true)).toMatchObject({ ok: true })
    await here.get('vault.lock', {})
    damagePage(here.folder)

    await expect(here.unlock()).rejects.toThrow('vault/pages-damaged')
    here.shell.dialogs.push(freshFolder())
    const rescued = await here.get('rescue.start', {})
    expect(rescued?.tables.filter(({ rebuilt, lost }) => rebuilt + lost > 0)).toEqual([])
    await here.get('rescue.use', {})
    await here.unlock()
    expect((await here.get('case.list', {})).lines).toEqual([])
    expect(await here.get('retention.tombstones', {})).toMatchObject([{ id: here.caseId }])
    expect(await here.get('record.verify', {})).toMatchObject({ brokenAt: null })
  }, 60_000)
})

describe('a person of whom a rescue finds nothing but who they are', () => {
  it('leaves no key of theirs in the record, where it could never be destroyed', async () => {
    const here = await told()
    const { db } = here.app.desk.vault!
    const kept = db.prepare<[], { wrapped: Buffer }>(`SELECT wrapped FROM main.identity_key`).all()
    expect(kept).toHaveLength(1)
    db.exec(`PRAGMA foreign_keys = OFF; BEGIN; INSERT INTO entry_moving (one) VALUES (1);
      DELETE FROM person; DELETE FROM entry_moving; COMMIT; PRAGMA foreign_keys = ON`)
    tampers(here, `DELETE FROM main.change WHERE tbl = 'person'`)
    await here.get('vault.lock', {})
    damagePage(here.folder)
    await expect(here.unlock()).rejects.toThrow('vault/pages-damaged')
    here.shell.dialogs.push(freshFolder())
    const rescued = await here.get('rescue.start', {})
    const keys = rescued?.tables.find(({ table }) => table === 'identity_key')
    expect(keys).toMatchObject({ lost: 1, apart: 0 })
    await here.get('rescue.use', {})
    await here.unlock()
    const wrapped = kept[0]!.wrapped.toString('hex')
    expect(everyRow(here).filter(({ text }) => text.includes(wrapped))).toEqual([])
    expect(await here.get('record.verify', {})).toMatchObject({ brokenAt: null })
  }, 60_000)
})
