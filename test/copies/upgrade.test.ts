import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Migration } from '../../main/db/migration.ts'
import { migrations } from '../../main/db/migrations/index.ts'
import { unlockVault } from '../../main/vault/vaultFile.ts'
import { bringUpToDate } from '../../main/vault/copies/upgrade.ts'
import { codeOf } from '../vault/place.ts'
import { passphrase, quickKdf, testApp } from '../support.ts'
import { deskWithCase } from './place.ts'

const latest = migrations.length
const next: Migration = {
  version: latest + 1,
  up: db => void db.exec('CREATE TABLE weather (id TEXT PRIMARY KEY) STRICT'),
}
const broken: Migration = {
  version: latest + 1,
  up: db => {
    db.exec('CREATE TABLE weather (id TEXT PRIMARY KEY) STRICT')
    throw new Error('a bug in a step')
  },
}

const now = '2026-03-03T12:00:00.000Z'
const unlock = (folder: string) => unlockVault({ folder, passphrase: passphrase(), now, kdf: quickKdf })
const withStep = (step: Migration) => [...migrations, step]

/** Opens a vault as a later Vigil would, and says what it refused. */
async function openLater(folder: string, step: Migration = next) {
  const vault = await unlock(folder)
  const faults: unknown[] = []
  const code = await codeOf(() =>
    bringUpToDate({ folder, vault, steps: withStep(step), onFault: error => faults.push(error) }),
  )
  const version = vault.db.pragma('user_version', { simple: true })
  const { warnings } = vault
  vault.close(now)
  return { code, version, faults, warnings }
}

/** The folder of a closed vault with one case. */
async function closedVault(): Promise<string> {
  const desk = await deskWithCase()
  await desk.get('vault.lock', {})
  return desk.folder
}

const beside = (folder: string) =>
  readdirSync(dirname(folder))
    .filter(name => name !== basename(folder))
    .toSorted()

const casesIn = async (folder: string) => {
  const desk = testApp('2026-03-04T12:00:00.000Z', folder)
  await desk.unlock()
  const { length } = (await desk.get('case.list', {})).lines
  await desk.get('vault.lock', {})
  return length
}

describe('bringing a vault up to date', () => {
  it('keeps the whole vault as it was beside it, as encrypted as it is', async () => {
    const folder = await closedVault()
    const keys = readFileSync(join(folder, 'keys.vk'))
    expect(await openLater(folder)).toMatchObject({ code: 'no refusal', version: latest + 1 })
    expect(beside(folder)).toEqual([`${basename(folder)}.before-${latest}`])
    const before = `${folder}.before-${latest}`
    expect(readFileSync(join(before, 'keys.vk'))).toEqual(keys)
    expect(readFileSync(join(before, 'case.db')).includes('SQLite format')).toBe(false)
    expect(await casesIn(before)).toBe(1)
  })

  it('lets the old one go once the new one was closed and opened again', async () => {
    const folder = await closedVault()
    await openLater(folder)
    expect(await openLater(folder)).toMatchObject({ code: 'no refusal', warnings: [] })
    expect(beside(folder)).toEqual([])
  })

  it('keeps the old one as long as the new one was not closed properly', async () => {
    const folder = await closedVault()
    const vault = await unlock(folder)
    await bringUpToDate({ folder, vault, steps: withStep(next), onFault: () => undefined })
    const crashed = join(dirname(folder), 'crashed')
    cpSync(folder, crashed, { recursive: true })
    cpSync(`${folder}.before-${latest}`, `${crashed}.before-${latest}`, { recursive: true })
    vault.close(now)
    expect(await openLater(crashed)).toMatchObject({ code: 'no refusal', warnings: ['not-closed'] })
    expect(existsSync(`${crashed}.before-${latest}`)).toBe(true)
    await openLater(crashed)
    expect(existsSync(`${crashed}.before-${latest}`)).toBe(false)
  })

  it('that fails changes nothing, says so before the next opening, and lets somebody go back', async () => {
    const folder = await closedVault()
    expect(await openLater(folder, broken)).toMatchObject({ code: 'upgrade/failed', version: latest })
    const desk = testApp('2026-03-04T12:00:00.000Z', folder)
    expect(await desk.get('vault.foundHere', {})).toMatchObject({ cutShort: true })
    const { setAside } = await desk.get('vault.goBack', {})
    expect(setAside).toBe(`${basename(folder)}-set-aside-1`)
    expect(await desk.get('vault.foundHere', {})).toMatchObject({ cutShort: false, setAside: [setAside] })
    expect(await casesIn(folder)).toBe(1)
  })

  it('that failed can be brought to its end by a version without the bug, from the first copy', async () => {
    const folder = await closedVault()
    await openLater(folder, broken)
    const kept = readFileSync(join(`${folder}.before-${latest}`, 'case.db'))
    expect(await openLater(folder)).toMatchObject({ code: 'no refusal', version: latest + 1 })
    expect(readFileSync(join(`${folder}.before-${latest}`, 'case.db'))).toEqual(kept)
    const desk = testApp('2026-03-04T12:00:00.000Z', folder)
    expect(await desk.get('vault.foundHere', {})).toMatchObject({ cutShort: false })
  })

  it('leaves alone what was kept of another vault that stood here once', async () => {
    const folder = await closedVault()
    const other = await closedVault()
    cpSync(other, `${folder}.before-3`, { recursive: true })
    await openLater(folder)
    await openLater(folder)
    expect(beside(folder)).toEqual([`${basename(folder)}.before-3`])
  })

  it('names the bug to the log and nobody else', async () => {
    const folder = await closedVault()
    const { faults } = await openLater(folder, broken)
    expect(faults).toHaveLength(1)
  })

  it('is not begun where the copy cannot be kept, and nothing is changed', async () => {
    const folder = await closedVault()
    const vault = await unlock(folder)
    // A file that cannot be read stops the copying, as a full disk would.
    rmSync(join(folder, 'OPEN-WITHOUT-VIGIL.txt'))
    mkdirSync(join(folder, 'OPEN-WITHOUT-VIGIL.txt'))
    const code = await codeOf(() =>
      bringUpToDate({ folder, vault, steps: withStep(next), onFault: () => undefined }),
    )
    expect(code).toBe('upgrade/no-copy')
    expect(vault.db.pragma('user_version', { simple: true })).toBe(latest)
    vault.close(now)
    expect(beside(folder)).toEqual([])
  })

  it('of a vault that a newer Vigil wrote is refused', async () => {
    const folder = await closedVault()
    await openLater(folder)
    const desk = testApp('2026-03-04T12:00:00.000Z', folder)
    expect(await desk.call('vault.unlock', { passphrase: passphrase() })).toMatchObject({
      code: 'vault/newer-than-app',
    })
    expect(existsSync(`${folder}.before-${latest}`)).toBe(true)
  })

  it('has nothing to go back to when it never began', async () => {
    const folder = await closedVault()
    const desk = testApp('2026-03-04T12:00:00.000Z', folder)
    expect(await desk.call('vault.goBack', {})).toMatchObject({ code: 'upgrade/nothing-before' })
    expect(await casesIn(folder)).toBe(1)
  })

  it('cannot be gone back from while the vault is open', async () => {
    const desk = await deskWithCase()
    expect(await desk.call('vault.goBack', {})).toMatchObject({ code: 'vault/in-use' })
  })
})
