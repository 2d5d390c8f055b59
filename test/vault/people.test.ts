import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refused } from '../../shared/refusal.ts'
import { Duty } from '../../shared/vault/model.ts'
import { mayReadCases } from '../../shared/vault/mayRead.ts'
import { dutiesOf, unheld } from '../../shared/vault/rules.ts'
import { intake, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

const theirs = () => new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')
const unlockAsSecond = ({ get }: TestApp) => get('vault.unlock', { passphrase: theirs() })

/** A vault with FP-1 who holds everything, and a second person. */
async function shared(duties: Duty[], role = 'HOP-1') {
  const app = testApp()
  await app.create()
  await app.get('vault.addPerson', { role, duties, passphrase: theirs() })
  return app
}

const idOf = async ({ get }: TestApp, role: string) =>
  (await get('vault.people', {})).find(person => person.role === role)!.id

describe('several people of one vault', () => {
  it('begins with one, who holds every duty', async () => {
    const app = testApp()
    expect(await app.create()).toMatchObject({ officer: 'FP-1', people: 1, duties: Duty.options })
    expect(await app.get('vault.people', {})).toMatchObject([
      { role: 'FP-1', isYou: true, duties: Duty.options },
    ])
  })

  it('knows who is at the desk by their passphrase, and says so in the record', async () => {
    const app = await shared(['head_of_presence'])
    await app.get('vault.lock', {})
    const state = await unlockAsSecond(app)
    expect(state).toMatchObject({ officer: 'HOP-1', people: 2, duties: ['head_of_presence'] })
    await app.get('case.start', { intake: intake(), fileId: null })
    const entries = await app.get('record.list', { caseId: null, before: null })
    expect(entries.map(({ operation, actor }) => [operation, actor])).toEqual([
      ['case.start', 'HOP-1'],
      ['vault.addPerson', 'FP-1'],
      ['vault.create', 'FP-1'],
    ])
  })

  it('keeps somebody of whom the disk does not say whether their passphrase opens the vault now', async () => {
    const app = testApp()
    await app.create()
    const { desk } = app.app
    const vault = desk.vault!
    const failing = async (adding: Parameters<typeof vault.addSlot>[0]) => {
      await vault.addSlot(adding)
      throw new Refused('vault/passphrase-unsure')
    }
    desk.vault = { ...vault, addSlot: failing }
    const added = { role: 'HOP-1', duties: ['head_of_presence' as const], passphrase: theirs() }
    expect(await app.call('vault.addPerson', added)).toMatchObject({ code: 'vault/passphrase-unsure' })
    await app.get('vault.lock', {})
    expect(await unlockAsSecond(app)).toMatchObject({ officer: 'HOP-1', people: 2 })
  })

  it('never gives a role code twice, not even that of somebody who left', async () => {
    const app = await shared(['head_of_presence'])
    const again = { role: 'hop-1', duties: ['focal_point'] as Duty[], passphrase: theirs() }
    expect(await app.call('vault.addPerson', again)).toMatchObject({ code: 'vault/role-taken' })
    await app.get('vault.removePerson', { officerId: await idOf(app, 'HOP-1'), reason: 'moved on' })
    expect(await app.call('vault.addPerson', { ...again, passphrase: theirs() })).toMatchObject({
      code: 'vault/role-taken',
    })
  })

  it('keeps nobody of whom the passphrase was refused, and leaves their code free', async () => {
    const app = testApp()
    await app.create()
    const weak = new TextEncoder().encode('password')
    const adding = { role: 'HOP-1', duties: ['focal_point'] as Duty[] }
    expect(await app.call('vault.addPerson', { ...adding, passphrase: weak })).toMatchObject({
      code: 'vault/weak-passphrase',
    })
    await app.get('vault.addPerson', { ...adding, passphrase: theirs() })
    expect(await app.call('vault.addPerson', { ...adding, role: 'X-1', passphrase: theirs() })).toMatchObject(
      { code: 'vault/passphrase-taken' },
    )
    expect((await app.get('vault.people', {})).map(({ role }) => role)).toEqual(['FP-1', 'HOP-1'])
  })

  it('shuts out whoever was removed, and keeps what they did under their code', async () => {
    const app = await shared(['head_of_presence'])
    await app.get('vault.removePerson', { officerId: await idOf(app, 'HOP-1'), reason: 'moved on' })
    await app.get('vault.lock', {})
    expect(await app.call('vault.unlock', { passphrase: theirs() })).toMatchObject({
      code: 'vault/wrong-passphrase',
    })
    expect(await app.unlock()).toMatchObject({ officer: 'FP-1', people: 1, duties: Duty.options })
    const [entry] = await app.get('record.list', { caseId: null, before: null })
    expect(entry).toMatchObject({ operation: 'vault.removePerson', reason: 'moved on' })
  })

  it('does not let somebody removed back in through an older copy of the keys', async () => {
    const app = await shared(['head_of_presence'])
    const keys = join(app.folder, 'keys.vk')
    const older = readFileSync(keys)
    await app.get('vault.removePerson', { officerId: await idOf(app, 'HOP-1'), reason: 'moved on' })
    await app.get('vault.lock', {})
    writeFileSync(keys, older)
    expect(await app.call('vault.unlock', { passphrase: theirs() })).toMatchObject({
      code: 'vault/not-a-person',
    })
    expect(await app.get('vault.state', {})).toMatchObject({ state: 'locked', officer: null })
    expect(await app.unlock()).toMatchObject({ officer: 'FP-1', people: 1 })
  })

  it('does not count somebody whose adding was cut short before their key was written', async () => {
    const app = testApp()
    await app.create()
    const keys = join(app.folder, 'keys.vk')
    const before = readFileSync(keys)
    await app.get('vault.addPerson', { role: 'HOP-1', duties: ['focal_point'], passphrase: theirs() })
    await app.get('vault.lock', {})
    writeFileSync(keys, before)
    expect(await app.unlock()).toMatchObject({ officer: 'FP-1', people: 1, duties: Duty.options })
    expect((await app.get('record.verify', {})).brokenAt).toBeNull()
  })

  it('lets nobody remove themselves or leave a duty without anybody', async () => {
    const app = await shared(['records_officer', 'head_of_presence'])
    const me = await idOf(app, 'FP-1')
    expect(await app.call('vault.removePerson', { officerId: me, reason: 'x' })).toMatchObject({
      code: 'vault/cannot-remove-yourself',
    })
    expect(await app.call('vault.setDuties', { officerId: me, duties: ['first_respondent'] })).toMatchObject({
      code: 'vault/duty-unheld',
    })
    await app.get('vault.setDuties', { officerId: me, duties: ['focal_point'] })
    expect(await app.get('vault.state', {})).toMatchObject({ duties: ['focal_point'] })
    expect(
      await app.call('vault.setDuties', { officerId: me, duties: ['focal_point', 'records_officer'] }),
    ).toMatchObject({ code: 'vault/not-your-duty' })
  })

  it('shows no case to whoever looks after the keys alone', async () => {
    const app = await shared(['records_officer'], 'REC-1')
    await app.get('case.start', { intake: intake(), fileId: null })
    await app.get('vault.lock', {})
    await unlockAsSecond(app)
    for (const name of ['case.list', 'brief.waiting'] as const)
      expect(await app.call(name, {})).toMatchObject({ code: 'vault/not-your-duty' })
    expect(await app.call('record.list', { caseId: null, before: null })).toMatchObject({
      code: 'vault/not-your-duty',
    })
    expect((await app.get('record.verify', {})).brokenAt).toBeNull()
    expect(await app.get('vault.people', {})).toHaveLength(2)
  })
})

describe('duties', () => {
  const anyDuties = fc.uniqueArray(fc.constantFrom(...Duty.options), { minLength: 1 })
  const people = fc
    .array(anyDuties, { minLength: 1, maxLength: 6 })
    .map(all => all.map((duties, index) => ({ id: `${index}`, role: `R-${index}`, duties })))

  it('are all held by whoever is alone, and otherwise by nobody who was not given them', () => {
    fc.assert(
      fc.property(people, all => {
        for (const { id, duties } of all)
          expect(dutiesOf(all, id)).toEqual(all.length === 1 ? Duty.options : duties)
        expect(dutiesOf(all, 'a stranger')).toEqual(all.length === 1 ? Duty.options : [])
      }),
    )
  })

  it('leave a vault never without a focal point and somebody for the keys, who may read cases only as something else', () => {
    fc.assert(
      fc.property(people, all => {
        const held = all.flatMap(({ duties }) => duties)
        const missing = (['focal_point', 'records_officer'] as const).filter(duty => !held.includes(duty))
        expect(unheld(all)).toEqual(all.length === 1 ? [] : missing)
        for (const { duties } of all)
          expect(mayReadCases(duties)).toBe(!duties.every(duty => duty === 'records_officer'))
      }),
    )
  })
})
