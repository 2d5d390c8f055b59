import { closeSync, copyFileSync, cpSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageTags } from '../../main/vault/pageTags.ts'
import { usualThresholds } from '../../shared/settings/thresholds.ts'
import { newAppDesk, quickKdf } from '../bench/desk.ts'
import { filledVault, newFolder, pageBytes, passphrase } from '../rescue/place.ts'

const parent = newFolder()
let whole = ''
/** The same vault, before a setting of it was changed. */
let older = ''
let number = 0

beforeAll(async () => {
  whole = await filledVault(parent, 1)
  older = join(parent, 'older.vigil')
  cpSync(whole, older, { recursive: true })
  const { get } = newAppDesk({ folder: whole, kdf: quickKdf })
  await get('vault.unlock', { passphrase: passphrase() })
  await get('vault.setIdle', { minutes: 3 })
  await get('vault.lock', {})
}, 60_000)
afterAll(() => rmSync(parent, { recursive: true, force: true }))

const database = (folder: string) => join(folder, 'case.db')
const sealOf = (folder: string) => readFileSync(join(folder, 'seal.vs'), 'utf8')

/** A desk before a copy of the vault, which shows a vault of any size before it has looked at its pages. */
function deskBefore(edit: (bytes: Buffer) => Uint8Array = bytes => bytes) {
  number += 1
  const folder = join(parent, `beside-${number}.vigil`)
  cpSync(whole, folder, { recursive: true })
  writeFileSync(database(folder), edit(readFileSync(database(whole))))
  return atDesk(folder)
}

function atDesk(folder: string) {
  const desk = newAppDesk({ folder, kdf: quickKdf, checkedFirst: 0 })
  const unlock = () => desk.get('vault.unlock', { passphrase: passphrase() })
  const checked = () => desk.app.desk.vault?.watch.checked
  const isSeen = () => desk.app.desk.vault?.watch.isSeen()
  return { ...desk, unlock, checked, isSeen }
}

const flip = (at: number) => (bytes: Buffer) => {
  bytes[at]! ^= 1
  return bytes
}

/** The last page that is another one now than in the older vault, put back as it was. */
function replay(bytes: Buffer): Buffer {
  const before = readFileSync(database(older))
  const pages = Math.min(before.length, bytes.length) / pageBytes
  const changed = Array.from({ length: pages }, (_, page) => page * pageBytes).filter(
    at => !before.subarray(at, at + pageBytes).equals(bytes.subarray(at, at + pageBytes)),
  )
  const at = changed.at(-1) ?? 0
  before.copy(bytes, at, at, at + pageBytes)
  return bytes
}

describe('a vault that is shown before its pages were looked at', () => {
  it('is open at once, and all of them are looked at after', async () => {
    const { unlock, checked, isSeen, get, found } = deskBefore()
    const state = await unlock()
    expect(isSeen()).toBe(false)
    expect((await get('case.list', {})).behind).toBe(1)
    expect(isSeen()).toBe(false)
    expect((await get('case.list', {})).lines).toHaveLength(1)
    expect(state.warnings).toEqual([])
    expect(await checked()).toBeNull()
    expect(isSeen()).toBe(true)
    expect(found).toEqual([])
    await get('vault.lock', {})
  })

  it('is closed when a page turns out to be damaged, which is named, and can be rescued', async () => {
    const desk = deskBefore(flip(9 * pageBytes + 50))
    const pages = readFileSync(database(whole)).length / pageBytes
    const seal = sealOf(desk.folder)
    expect(await desk.unlock()).toMatchObject({ state: 'open', warnings: [] })
    expect(await desk.checked()).toMatchObject({ code: 'vault/damaged' })
    expect(desk.found).toEqual(['damaged'])
    expect(await desk.get('vault.state', {})).toMatchObject({ state: 'locked' })
    const closedFor = { code: 'vault/pages-damaged', facts: { damaged: 1, pages } }
    expect(await desk.get('vault.foundHere', {})).toMatchObject({ closedFor })
    expect(await desk.get('rescue.damage', {})).toMatchObject({ database: 'pages', canRescue: true })
    expect(sealOf(desk.folder)).not.toBe(seal)
    expect(await desk.call('case.list', {})).toEqual({ ok: false, code: 'vault/locked' })
    const refused = await desk.call('vault.unlock', { passphrase: passphrase() })
    expect(refused).toEqual({ ok: false, ...closedFor })
    expect(await desk.get('vault.foundHere', {})).toMatchObject({ closedFor })
  })

  it('finds any one byte of any page that was changed', async () => {
    const size = readFileSync(database(whole)).length
    for (const within of [0, 16, 1000, 4015, 4016, 4031, 4032, 4095])
      for (const page of [1, Math.floor(size / pageBytes / 2), size / pageBytes - 1]) {
        const desk = deskBefore(flip(page * pageBytes + within))
        const reply = await desk.call('vault.unlock', { passphrase: passphrase() })
        await desk.checked()
        const { warnings } = await desk.get('vault.state', {})
        const told = reply.ok ? [...desk.found, ...warnings] : [reply.code]
        expect(told, `byte ${within} of page ${page}`).not.toEqual([])
        await desk.get('vault.lock', {})
      }
  }, 120_000)

  it('says when a page was put back, as it says it at the opening of a small one', async () => {
    const desk = deskBefore(replay)
    expect(await desk.unlock()).toMatchObject({ state: 'open', warnings: [] })
    await desk.app.desk.vault?.watch.seen
    expect(desk.found[0]).toBe('replayed')
    const state = await desk.get('vault.state', {})
    if (state.state === 'open') expect(state.warnings).toEqual(['replayed'])
    await desk.get('vault.lock', {})
  })

  it('says when the whole database was put back', async () => {
    const desk = deskBefore(() => readFileSync(database(older)))
    await desk.unlock()
    expect(await desk.checked()).toBeNull()
    expect(await desk.get('vault.state', {})).toMatchObject({ state: 'open', warnings: ['replayed'] })
    await desk.get('vault.lock', {})
  })

  it('takes a change at once, which waits until the pages were looked at, and is not lost', async () => {
    const { unlock, isSeen, get, folder } = deskBefore()
    await unlock()
    expect(isSeen()).toBe(false)
    const change = get('settings.setThresholds', {
      thresholds: { ...usualThresholds, quietMonths: 9 },
      reason: 'The office agreed.',
    })
    const draft = get('vault.keepDraft', { key: 'case:new', value: '"They came twice."' })
    expect((await get('case.list', {})).behind).toBe(1)
    expect(isSeen()).toBe(false)
    await Promise.all([change, draft])
    expect(isSeen()).toBe(true)
    await get('vault.setIdle', { minutes: 11 })
    await get('vault.lock', {})
    const again = atDesk(folder)
    expect(await again.unlock()).toMatchObject({ idleMinutes: 11, warnings: [] })
    expect((await again.get('settings.thresholds', {})).versions).toHaveLength(1)
    expect(await again.get('vault.draft', { key: 'case:new' })).toBe('"They came twice."')
    expect(await again.checked()).toBeNull()
    expect(again.found).toEqual([])
    await again.get('vault.lock', {})
  })

  it('that is locked in the middle of it is as it was found, and what was put back is found next time', async () => {
    const { unlock, get, isSeen, folder } = deskBefore(() => readFileSync(database(older)))
    const seal = sealOf(folder)
    await unlock()
    expect(isSeen()).toBe(false)
    await get('vault.lock', {})
    expect(sealOf(folder)).toBe(seal)
    const again = atDesk(folder)
    await again.unlock()
    await again.checked()
    expect(await again.get('vault.state', {})).toMatchObject({ warnings: ['replayed'] })
    await again.get('vault.lock', {})
  })

  it.each([
    ['at once after a change', 0],
    ['when its pages were looked at again after a change', 300],
  ])('is sealed as it is, locked %s', async (_, waits) => {
    const { unlock, get, app, folder } = deskBefore()
    await unlock()
    for (const minutes of [4, 9]) {
      await get('vault.setIdle', { minutes })
      await new Promise(resolve => setTimeout(resolve, waits))
    }
    const key = app.desk.vault!.subkey('seal-mac')
    await get('vault.lock', {})
    const fd = openSync(database(folder), 'r')
    const { root } = pageTags(fd, key)
    closeSync(fd)
    expect(JSON.parse(sealOf(folder).split('\n')[0]!)).toMatchObject({ clean: true, page_tag_root: root })
    const again = atDesk(folder)
    expect(await again.unlock()).toMatchObject({ idleMinutes: 9 })
    await again.checked()
    expect(again.found).toEqual([])
    await again.get('vault.lock', {})
  })

  it('is looked through first the next time when damage was met before its pages were looked at', async () => {
    const { unlock, get, app, folder, isSeen } = deskBefore()
    await unlock()
    expect(isSeen()).toBe(false)
    app.desk.vault?.distrust()
    await get('vault.lock', {})
    const again = atDesk(folder)
    expect(await again.unlock()).toMatchObject({ warnings: ['not-closed'] })
    await again.get('vault.lock', {})
  })

  it('is looked through before anything is shown when the last session did not close', async () => {
    const { unlock, get, folder } = deskBefore()
    await unlock()
    await get('vault.setIdle', { minutes: 12 })
    const crashed = join(parent, 'crashed.vigil')
    cpSync(folder, crashed, { recursive: true })
    await get('vault.lock', {})
    const after = atDesk(crashed)
    expect(await after.unlock()).toMatchObject({ warnings: ['not-closed'], idleMinutes: 12 })
    expect(after.isSeen()).toBe(true)
    await after.get('vault.lock', {})
    writeFileSync(database(crashed), flip(9 * pageBytes + 50)(readFileSync(database(crashed))))
    copyFileSync(join(folder, 'seal.vs'), join(parent, 'aside'))
    rmSync(join(crashed, 'seal.vs'))
    const damaged = atDesk(crashed)
    expect(await damaged.call('vault.unlock', { passphrase: passphrase() })).toMatchObject({
      code: 'vault/pages-damaged',
    })
  })
})
