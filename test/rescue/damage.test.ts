import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databasePath, subkeyOf } from '../../main/vault/openVault.ts'
import { openDatabase } from '../../main/db/open.ts'
import { newAppDesk, passphraseOf, quickKdf } from '../bench/desk.ts'
import { filledVault, keysOf, newFolder, pageBytes, passphrase } from './place.ts'

const parent = newFolder()
let whole = ''
let number = 0

beforeAll(async () => {
  whole = await filledVault(parent, 1)
}, 60_000)
afterAll(() => rmSync(parent, { recursive: true, force: true }))

type Edit = (bytes: Buffer) => Uint8Array

/** A desk before a copy of the vault, with one of its files changed. */
function deskBefore(file: string, edit: Edit | 'gone') {
  number += 1
  const folder = join(parent, `damaged-${number}.vigil`)
  cpSync(whole, folder, { recursive: true })
  if (edit === 'gone') rmSync(join(folder, file))
  else writeFileSync(join(folder, file), edit(readFileSync(join(whole, file))))
  const desk = newAppDesk({ folder, kdf: quickKdf })
  return { ...desk, unlock: () => desk.call('vault.unlock', { passphrase: passphrase() }) }
}

const flip =
  (at: number): Edit =>
  bytes => {
    bytes[at]! ^= 1
    return bytes
  }

const bothKeyCopies: Edit = bytes => flip(8192 + 100)(Buffer.from(flip(100)(bytes)))

describe('damage', () => {
  it('of a page is named with how many there are, and never called a wrong passphrase', async () => {
    const { unlock, get } = deskBefore('case.db', flip(9 * pageBytes + 50))
    const pages = readFileSync(join(whole, 'case.db')).length / pageBytes
    expect(await unlock()).toEqual({ ok: false, code: 'vault/pages-damaged', facts: { damaged: 1, pages } })
    expect(await get('rescue.damage', {})).toEqual({
      keys: 'whole',
      database: 'pages',
      pages,
      damagedPages: 1,
      journal: 'none',
      seal: 'whole',
      canRescue: true,
    })
  })

  it('of the first page, from which every other is known, still leaves the others readable', async () => {
    const { unlock, get } = deskBefore('case.db', bytes => {
      bytes.fill(0, 0, pageBytes)
      return bytes
    })
    expect(await unlock()).toMatchObject({ code: 'vault/pages-damaged', facts: { damaged: 1 } })
    expect(await get('rescue.damage', {})).toMatchObject({ canRescue: true })
  })

  it('that cut the end off counts the pages that are not there', async () => {
    const { unlock, get } = deskBefore('case.db', bytes => bytes.subarray(0, bytes.length - 3 * pageBytes))
    expect(await unlock()).toMatchObject({ code: 'vault/pages-damaged', facts: { damaged: 3 } })
    expect(await get('rescue.damage', {})).toMatchObject({ canRescue: true })
  })

  it('that emptied or took the cases is named as that', async () => {
    for (const edit of [() => Buffer.alloc(0), 'gone'] as const) {
      const { unlock, get } = deskBefore('case.db', edit)
      expect(await unlock()).toEqual({ ok: false, code: 'vault/database-gone' })
      expect(await get('rescue.damage', {})).toMatchObject({ canRescue: false, keys: 'whole' })
    }
  })

  it('of both copies of the keys is named as that, also when they are gone', async () => {
    for (const edit of [bothKeyCopies, 'gone'] as const) {
      const { unlock, get } = deskBefore('keys.vk', edit)
      expect(await unlock()).toEqual({ ok: false, code: 'vault/keys-damaged' })
      expect(await get('rescue.damage', {})).toMatchObject({ canRescue: false, database: 'unknown' })
    }
  })

  it('of one copy of the keys opens the vault, which says that it was repaired', async () => {
    const { unlock, get, folder } = deskBefore('keys.vk', flip(100))
    expect(await unlock()).toMatchObject({ ok: true, value: { warnings: ['keys-repaired'] } })
    await get('vault.lock', {})
    expect(readFileSync(join(folder, 'keys.vk'))).toEqual(readFileSync(join(whole, 'keys.vk')))
  })

  it('of the seal opens the vault, which says so', async () => {
    const damaged = deskBefore('seal.vs', flip(40))
    expect(await damaged.unlock()).toMatchObject({ ok: true, value: { warnings: ['seal-damaged'] } })
    await damaged.get('vault.lock', {})
    const missing = deskBefore('seal.vs', 'gone')
    expect(await missing.unlock()).toMatchObject({ ok: true, value: { warnings: ['no-seal'] } })
    await missing.get('vault.lock', {})
  })

  it('is not what a wrong passphrase is told as', async () => {
    const { call } = deskBefore('case.db', flip(9 * pageBytes))
    const reply = await call('vault.unlock', { passphrase: passphraseOf(7) })
    expect(reply).toEqual({ ok: false, code: 'vault/wrong-passphrase' })
    expect(await call('rescue.damage', {})).toEqual({ ok: true, value: null })
  })
})

describe('damage that is met while the vault is open', () => {
  it('is said, and named at the next opening, which reads everything', async () => {
    const { unlock, call, get, app, folder } = deskBefore('case.db', bytes => bytes)
    await unlock()
    const path = join(folder, 'case.db')
    const file = readFileSync(path)
    writeFileSync(path, Buffer.concat([file.subarray(0, pageBytes), Buffer.alloc(file.length - pageBytes)]), {
      flag: 'r+',
    })
    app.desk.vault?.db.pragma('shrink_memory')
    expect(await call('case.list', {})).toEqual({ ok: false, code: 'vault/damage-met' })
    await get('vault.lock', {})
    expect(await unlock()).toMatchObject({ ok: false, code: 'vault/pages-damaged' })
  })
})

describe('a vault that was handed over', () => {
  it('with a trigger that is not ours is not used', async () => {
    const { unlock, get, folder, call } = deskBefore('case.db', bytes => bytes)
    const db = openDatabase(databasePath(folder), subkeyOf(await keysOf(folder), 'db'), { create: false })
    db.exec('CREATE TRIGGER mine AFTER INSERT ON entry BEGIN DELETE FROM draft; END')
    db.close()
    expect(await unlock()).toEqual({ ok: false, code: 'vault/foreign' })
    expect(await get('rescue.damage', {})).toMatchObject({ database: 'foreign', canRescue: false })
    expect(await call('rescue.start', {})).toEqual({ ok: false, code: 'vault/nothing-to-rescue' })
  })
})

describe('from the damaged vault', () => {
  const damaged = () => deskBefore('case.db', flip(9 * pageBytes + 50))

  it('a copy byte by byte goes to the chosen folder, and a second one beside it', async () => {
    const { unlock, get, dialogs, folder } = damaged()
    await unlock()
    const shelf = join(parent, 'shelf')
    mkdirSync(shelf)
    dialogs.push(shelf, shelf, null)
    const first = await get('rescue.copyAsIs', {})
    const second = await get('rescue.copyAsIs', {})
    expect(first).toMatchObject({ files: readdirSync(folder).length, unreadable: 0 })
    expect(second?.name).not.toBe(first?.name)
    for (const file of ['case.db', 'keys.vk', 'seal.vs'])
      expect(readFileSync(join(shelf, first?.name ?? '', file))).toEqual(readFileSync(join(folder, file)))
    expect(await get('rescue.copyAsIs', {})).toBeNull()
  })

  it('a new vault is made that opens with the same passphrase and holds the cases', async () => {
    const { unlock, get, dialogs, folder } = damaged()
    await unlock()
    const before = readFileSync(join(folder, 'case.db'))
    const shelf = join(parent, 'rescues')
    mkdirSync(shelf)
    dialogs.push(shelf)
    expect(await get('rescue.start', {})).toMatchObject({ damagedPages: 1, unplaced: 0 })
    expect(await get('rescue.progress', {})).toEqual({ stage: 'idle', done: 0, all: 0 })
    expect(await get('rescue.use', {})).toMatchObject({ state: 'locked', place: 'rescued.vigil' })
    expect(await unlock()).toMatchObject({ ok: true, value: { warnings: [] } })
    expect((await get('case.list', {})).lines).toHaveLength(1)
    expect(await get('record.verify', {})).toMatchObject({ brokenAt: null })
    await get('vault.lock', {})
    expect(readFileSync(join(folder, 'case.db'))).toEqual(before)
  })

  it('nothing is written into its own folder', async () => {
    const { unlock, call, dialogs, folder } = damaged()
    await unlock()
    dialogs.push(folder, folder)
    expect(await call('rescue.copyAsIs', {})).toEqual({ ok: false, code: 'vault/rescue-inside' })
    expect(await call('rescue.start', {})).toEqual({ ok: false, code: 'vault/rescue-inside' })
  })

  it('a rescue that is stopped leaves nothing behind and can be started again', async () => {
    const { unlock, call, get, dialogs } = damaged()
    await unlock()
    const shelf = join(parent, 'stopped')
    mkdirSync(shelf)
    dialogs.push(shelf, shelf)
    const rescue = call('rescue.start', {})
    while ((await get('rescue.progress', {})).stage === 'idle')
      await new Promise(resolve => setImmediate(resolve))
    await get('rescue.stop', {})
    expect(await rescue).toEqual({ ok: false, code: 'vault/rescue-stopped' })
    expect(existsSync(join(shelf, 'rescued.vigil'))).toBe(false)
    expect(await get('rescue.start', {})).toMatchObject({ damagedPages: 1 })
  })

  it('a rescue comes to its end whatever is typed meanwhile, and what it made opens', async () => {
    const { unlock, call, get, dialogs } = damaged()
    await unlock()
    const shelf = join(parent, 'meanwhile')
    mkdirSync(shelf)
    dialogs.push(shelf)
    const rescue = call('rescue.start', {})
    while ((await get('rescue.progress', {})).stage === 'idle')
      await new Promise(resolve => setImmediate(resolve))
    expect(await call('vault.unlock', { passphrase: passphraseOf(7) })).toMatchObject({ ok: false })
    expect((await get('rescue.progress', {})).stage).not.toBe('idle')
    expect(await rescue).toMatchObject({ ok: true })
    expect(await get('rescue.use', {})).toMatchObject({ state: 'locked' })
    expect(await unlock()).toMatchObject({ ok: true, value: { warnings: [] } })
    await get('vault.lock', {})
  })

  it('nobody goes to the rescued one while another vault is open', async () => {
    const { unlock, call, get, dialogs, app } = damaged()
    await unlock()
    const shelf = join(parent, 'while-open')
    mkdirSync(shelf)
    const other = join(shelf, 'other')
    cpSync(whole, other, { recursive: true })
    dialogs.push(shelf, other)
    await get('rescue.start', {})
    await get('vault.choosePlace', {})
    expect(await unlock()).toMatchObject({ ok: true })
    expect(await call('rescue.use', {})).toEqual({ ok: false, code: 'vault/in-use' })
    expect(app.desk.folder).toBe(other)
    await get('vault.lock', {})
    expect(await get('rescue.use', {})).toMatchObject({ state: 'locked', place: 'rescued.vigil' })
  })

  it('nothing is rescued once it was locked', async () => {
    const { unlock, call, get } = damaged()
    await unlock()
    await get('vault.lock', {})
    expect(await call('rescue.start', {})).toEqual({ ok: false, code: 'vault/nothing-to-rescue' })
    expect(await call('rescue.use', {})).toEqual({ ok: false, code: 'vault/nothing-to-rescue' })
  })
})
