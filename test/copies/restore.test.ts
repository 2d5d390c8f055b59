import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { intake, passphrase, testApp } from '../support.ts'
import { choose, copyTo, deskWithCase, restore } from './place.ts'

const anotherMachine = () => testApp('2026-03-05T08:00:00.000Z')

/** A copy of a vault with one case, made on a machine that is gone. */
async function strandedCopy(): Promise<string> {
  const desk = await deskWithCase()
  const path = await copyTo(desk)
  await desk.get('vault.lock', {})
  return path
}

describe('a vault restored from a copy', () => {
  it('opens on another machine with the passphrase of the day, and the cases are there', async () => {
    const desk = anotherMachine()
    expect(await restore(desk, await strandedCopy())).toMatchObject({ ok: true })
    expect(await desk.get('vault.state', {})).toMatchObject({ state: 'locked', place: null })
    expect(await desk.unlock()).toMatchObject({ state: 'open', officer: 'FP-1', warnings: [] })
    expect((await desk.get('case.list', {})).lines).toHaveLength(1)
  })

  it('says in its record that it was restored, from which copy, and that nothing else was changed', async () => {
    const desk = anotherMachine()
    await restore(desk, await strandedCopy())
    await desk.unlock()
    const [entry, before] = await desk.get('record.list', { caseId: null, before: null })
    expect(entry).toMatchObject({ operation: 'vault.restored', actor: 'FP-1', seq: 3 })
    expect(before).toMatchObject({ operation: 'case.start', seq: 2 })
    const { restored } = await desk.get('vault.copies', {})
    expect(restored).toMatchObject({ copyMadeAt: '2026-03-02T12:00:00.000Z', entries: 2, head: before?.hash })
    expect(await desk.get('record.verify', {})).toMatchObject({ brokenAt: null })
  })

  it('is opened again like any other, and says it only once', async () => {
    const desk = anotherMachine()
    await restore(desk, await strandedCopy())
    await desk.unlock()
    await desk.get('vault.lock', {})
    expect(await desk.unlock()).toMatchObject({ state: 'open', warnings: [] })
    const entries = await desk.get('record.list', { caseId: null, before: null })
    expect(entries.filter(({ operation }) => operation === 'vault.restored')).toHaveLength(1)
    expect(readdirSync(desk.folder).filter(name => name.startsWith('copy.'))).toEqual([])
  })

  it('has no padding left in its database', async () => {
    const desk = anotherMachine()
    await restore(desk, await strandedCopy())
    const padded = statSync(join(desk.folder, 'case.db')).size
    await desk.unlock()
    expect(statSync(join(desk.folder, 'case.db')).size).toBeLessThan(padded + 1)
    expect(desk.app.desk.vault!.db.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('stays where it is when the passphrase is wrong, and waits for the right one', async () => {
    const desk = anotherMachine()
    await restore(desk, await strandedCopy())
    const wrong = new TextEncoder().encode('not the passphrase of that day at all')
    expect(await desk.call('vault.unlock', { passphrase: wrong })).toMatchObject({
      code: 'vault/wrong-passphrase',
    })
    expect(await desk.get('vault.foundHere', {})).toMatchObject({ unproved: true })
    await desk.unlock()
    expect(await desk.get('vault.foundHere', {})).toMatchObject({ unproved: false })
  })

  it('gives way to another copy as long as it was never opened', async () => {
    const desk = anotherMachine()
    await restore(desk, await strandedCopy())
    const other = await deskWithCase('2026-03-04T12:00:00.000Z')
    await other.get('case.start', { intake: intake(), fileId: null })
    await restore(desk, await copyTo(other))
    await desk.unlock()
    expect((await desk.get('case.list', {})).lines).toHaveLength(2)
    expect(readdirSync(dirname(desk.folder))).toEqual([basename(desk.folder)])
  })

  it('never takes the place of a vault: it goes beside it', async () => {
    const desk = await deskWithCase('2026-03-04T12:00:00.000Z')
    await desk.get('vault.lock', {})
    const before = readFileSync(join(desk.folder, 'keys.vk'))
    await restore(desk, await strandedCopy())
    expect(readFileSync(join(desk.folder, 'keys.vk'))).toEqual(before)
    expect(await desk.get('vault.state', {})).toMatchObject({ place: `${basename(desk.folder)}-restored-1` })
    await desk.unlock()
    expect(await desk.get('vault.copies', {})).toMatchObject({ restored: { entries: 2 } })
  })

  it('becomes the vault of this machine when asked, and the old one is set aside whole', async () => {
    const desk = await deskWithCase('2026-03-04T12:00:00.000Z')
    await desk.get('case.start', { intake: intake(), fileId: null })
    await desk.get('vault.lock', {})
    await restore(desk, await strandedCopy())
    await desk.unlock()
    expect(await desk.get('vault.foundHere', {})).toMatchObject({ mayBeUsual: true })
    const { setAside } = await desk.get('vault.makeUsual', {})
    expect(setAside).toBe(`${basename(desk.folder)}-set-aside-1`)
    expect(await desk.get('vault.state', {})).toMatchObject({ state: 'locked', place: null })
    await desk.unlock()
    expect((await desk.get('case.list', {})).lines).toHaveLength(1)
    const old = testApp('2026-03-06T12:00:00.000Z', join(dirname(desk.folder), setAside!))
    await old.unlock()
    expect((await old.get('case.list', {})).lines).toHaveLength(2)
    expect(await desk.get('vault.foundHere', {})).toMatchObject({ setAside: [setAside], mayBeUsual: false })
  })

  it('takes the usual place even when the power went between setting the old one aside and that', async () => {
    const desk = await deskWithCase('2026-03-04T12:00:00.000Z')
    await desk.get('vault.lock', {})
    await restore(desk, await strandedCopy())
    const restored = desk.app.desk.folder
    writeFileSync(`${desk.folder}.replacing`, basename(restored))
    const aside = `${desk.folder}-set-aside-1`
    cpSync(desk.folder, aside, { recursive: true })
    const next = testApp('2026-03-05T12:00:00.000Z', desk.folder)
    rmSync(desk.folder, { recursive: true })
    expect(await next.get('vault.state', {})).toMatchObject({ state: 'locked' })
    expect(existsSync(`${desk.folder}.replacing`)).toBe(false)
    await next.unlock()
    expect(await next.get('vault.copies', {})).toMatchObject({ restored: { entries: 2 } })
  })

  it('is the one of this machine already when it stands in the usual place', async () => {
    const desk = anotherMachine()
    await restore(desk, await strandedCopy())
    await desk.unlock()
    expect(await desk.call('vault.makeUsual', {})).toMatchObject({ code: 'copies/not-beside' })
  })

  it('is not unpacked over a folder with something else in it', async () => {
    const desk = anotherMachine()
    mkdirSync(desk.folder, { recursive: true })
    writeFileSync(join(desk.folder, 'letter.txt'), 'dear all')
    expect(await restore(desk, await strandedCopy())).toMatchObject({ code: 'vault/already-there' })
    expect(readdirSync(dirname(desk.folder))).toEqual([basename(desk.folder)])
  })

  it('is not unpacked while a vault is open', async () => {
    const desk = await deskWithCase()
    expect(await restore(desk, await copyTo(desk))).toMatchObject({ code: 'vault/in-use' })
  })

  it('leaves a vault at the desk that was opened meanwhile, and is not opened into meanwhile', async () => {
    const desk = await deskWithCase()
    const path = await copyTo(desk)
    await desk.get('vault.lock', {})
    const place = desk.app.desk.folder
    const fileId = await choose(desk, path)
    const restoring = desk.call('vault.restore', { fileId })
    expect(await desk.call('vault.unlock', { passphrase: passphrase() })).toMatchObject({
      code: 'copies/one-at-a-time',
    })
    expect(await restoring).toMatchObject({ ok: true })
    expect(await desk.get('vault.state', {})).toMatchObject({
      state: 'locked',
      place: `${basename(place)}-restored-1`,
    })

    const opening = desk.call('vault.unlock', { passphrase: passphrase() })
    for (const reply of [
      await desk.call('vault.restore', { fileId }),
      await desk.call('vault.choosePlace', {}),
      await desk.call('practice.open', {}),
    ])
      expect(reply).toMatchObject({ code: 'vault/in-use' })
    expect(await opening).toMatchObject({ ok: true, value: { place: `${basename(place)}-restored-1` } })
    expect(desk.app.desk.folder).toBe(`${place}-restored-1`)
  })

  it('takes everybody of the vault with it', async () => {
    const desk = await deskWithCase()
    const second = new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')
    await desk.get('vault.addPerson', {
      role: 'HP-1',
      duties: ['head_of_presence'],
      passphrase: second.slice(),
    })
    const path = await copyTo(desk)
    const other = anotherMachine()
    await restore(other, path)
    expect(await other.get('vault.unlock', { passphrase: second })).toMatchObject({ officer: 'HP-1' })
  })
})
