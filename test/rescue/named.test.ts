import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { limits, officerIdOf, sits, withCase } from '../access/support.ts'
import { tampers } from '../record/support.ts'
import { addSecond, sit } from '../person/support.ts'
import { answer, ask, told } from '../retention/support.ts'
import { freshFolder } from '../support.ts'
import { pageBytes } from './place.ts'

/** Turns one bit of the second page, which holds no row of a case. */
function damagePage(folder: string): void {
  const file = readFileSync(join(folder, 'case.db'))
  file[pageBytes + 100]! ^= 1
  writeFileSync(join(folder, 'case.db'), file)
}

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
