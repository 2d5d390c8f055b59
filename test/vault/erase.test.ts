import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyBytes } from '../../main/vault/slotBlock.ts'
import { freshFolder, intake, testApp, type TestApp } from '../support.ts'

/* Destroying the vault at once: nothing that opens is left, nothing of somebody else's is touched, no step is a riddle. */

const erase = ({ call }: TestApp) => call('vault.erase', { confirmed: 'erase' })

async function office() {
  const app = testApp()
  await app.create()
  await app.get('case.start', { intake: intake({ account: 'A threat at the door' }), fileId: null })
  return app
}

async function lockedOffice() {
  const app = await office()
  await app.get('vault.lock', {})
  return app
}

/** Writes into the folder what an erasing that was cut off left there. */
function cutOff({ folder }: TestApp, change: (keys: Buffer) => Buffer | null): void {
  const path = join(folder, 'keys.vk')
  const left = change(readFileSync(path))
  writeFileSync(join(folder, 'erasing'), '')
  if (left) writeFileSync(path, left)
  else rmSync(path)
}

describe('erasing a vault', () => {
  it.each([
    ['open', office],
    ['locked', lockedOffice],
  ])('leaves nothing of one that is %s, and the first screen comes', async (_how, made) => {
    const app = await made()
    expect(await erase(app)).toMatchObject({ ok: true, value: { state: 'none', officer: null } })
    expect(existsSync(app.folder)).toBe(false)
    expect(await app.get('vault.state', {})).toMatchObject({ state: 'none' })
    expect(await app.get('vault.erasure', {})).toEqual({ begun: false })
    expect(await app.call('case.list', {})).toMatchObject({ ok: false, code: 'vault/locked' })
  })

  it('destroys the keys before anything else: the database that was open is closed and cannot be opened again', async () => {
    const app = await office()
    const kept = join(freshFolder(), 'case.db')
    copyFileSync(join(app.folder, 'case.db'), kept)
    await erase(app)
    mkdirSync(app.folder)
    copyFileSync(kept, join(app.folder, 'case.db'))
    expect(await app.get('vault.state', {})).toMatchObject({ state: 'locked' })
    expect((await app.call('vault.unlock', { passphrase: new TextEncoder().encode('anything') })).ok).toBe(
      false,
    )
  })

  it('touches nothing of somebody else’s in the same folder', async () => {
    const app = await lockedOffice()
    writeFileSync(join(app.folder, 'letter.txt'), 'not ours')
    await erase(app)
    expect(readdirSync(app.folder)).toEqual(['letter.txt'])
    expect(await app.get('vault.state', {})).toMatchObject({ state: 'none' })
  })

  it('reaches what Vigil itself kept beside it, which the same passphrase would open', async () => {
    const app = await lockedOffice()
    const beside = ['.before-17', '-set-aside-1', '-restored-2'].map(end => `${app.folder}${end}`)
    for (const folder of beside) {
      mkdirSync(folder)
      for (const name of ['keys.vk', 'case.db']) copyFileSync(join(app.folder, name), join(folder, name))
    }
    const another = `${app.folder}-of-somebody-else`
    mkdirSync(another)
    copyFileSync(join(app.folder, 'keys.vk'), join(another, 'keys.vk'))
    await erase(app)
    expect(beside.filter(folder => existsSync(folder))).toEqual([])
    expect(existsSync(join(another, 'keys.vk'))).toBe(true)
  })

  it.skipIf(process.platform === 'win32')(
    'follows no link to what is somebody else’s, whatever it is called',
    async () => {
      const app = await lockedOffice()
      const theirs = freshFolder()
      for (const name of ['keys.vk', 'case.db', 'letter.txt']) writeFileSync(join(theirs, name), 'not ours')
      symlinkSync(theirs, `${app.folder}-set-aside-1`)
      rmSync(join(app.folder, 'seal.vs'))
      symlinkSync(join(theirs, 'letter.txt'), join(app.folder, 'seal.vs'))
      expect(await erase(app)).toMatchObject({ ok: true, value: { state: 'none' } })
      expect(existsSync(app.folder)).toBe(false)
      expect(readdirSync(theirs).map(name => readFileSync(join(theirs, name), 'utf8'))).toEqual(
        Array.from({ length: 3 }, () => 'not ours'),
      )
    },
  )

  it.skipIf(process.platform === 'win32')('destroys slots that are kept elsewhere by a link', async () => {
    const app = await lockedOffice()
    const stick = join(freshFolder(), 'keys.vk')
    copyFileSync(join(app.folder, 'keys.vk'), stick)
    const before = readFileSync(stick)
    rmSync(join(app.folder, 'keys.vk'))
    symlinkSync(stick, join(app.folder, 'keys.vk'))
    expect(await erase(app)).toMatchObject({ ok: true, value: { state: 'none' } })
    expect(readFileSync(stick).subarray(0, 8)).not.toEqual(before.subarray(0, 8))
  })

  it('leaves room for a new vault at the same place', async () => {
    const app = await office()
    await erase(app)
    expect(await app.create()).toMatchObject({ state: 'open', people: 1 })
    expect((await app.get('case.list', {})).lines).toEqual([])
  })

  it('is not done by a call that does not say so', async () => {
    const app = await lockedOffice()
    // @ts-expect-error -- what a page that is wrong might send
    expect(await app.call('vault.erase', {})).toMatchObject({ ok: false, code: 'invalid-input' })
    // @ts-expect-error -- the same
    expect(await app.call('vault.erase', { confirmed: 'yes' })).toMatchObject({ code: 'invalid-input' })
    expect(await app.unlock()).toMatchObject({ state: 'open' })
  })

  it('says so where there is no vault', async () => {
    expect(await erase(testApp())).toMatchObject({ ok: false, code: 'vault/missing' })
  })

  it('is not begun by guessing passphrases wrongly, however often', async () => {
    const app = await lockedOffice()
    for (let tries = 0; tries < 3; tries++)
      await app.call('vault.unlock', { passphrase: new TextEncoder().encode(`wrong ${tries}`) })
    expect(existsSync(join(app.folder, 'keys.vk'))).toBe(true)
  })

  it('says that it was not done where the keys can be neither overwritten nor removed', async () => {
    const app = await lockedOffice()
    // What stands under the name of the keys cannot be removed as a file can.
    const path = join(app.folder, 'keys.vk')
    const keys = readFileSync(path)
    rmSync(path)
    mkdirSync(path)
    writeFileSync(join(path, 'in the way'), keys)
    expect(await erase(app)).toMatchObject({ ok: false })
    expect(existsSync(join(app.folder, 'case.db'))).toBe(true)
    rmSync(path, { recursive: true })
    writeFileSync(path, keys)
    expect(await app.unlock()).toMatchObject({ state: 'open' })
  })

  it('says when something nobody can open was left behind, and removes it the next time', async () => {
    const app = await lockedOffice()
    const stuck = join(app.folder, 'case.db')
    const database = readFileSync(stuck)
    rmSync(stuck)
    mkdirSync(stuck)
    writeFileSync(join(stuck, 'in the way'), database)
    expect(await erase(app)).toMatchObject({ ok: false, code: 'vault/erased-in-part' })
    expect(await app.get('vault.state', {})).toMatchObject({ state: 'none' })
    rmSync(stuck, { recursive: true })
    writeFileSync(stuck, database)
    expect(await app.get('vault.state', {})).toMatchObject({ state: 'none' })
    expect(existsSync(app.folder)).toBe(false)
  })
})

describe('an erasing that was cut off', () => {
  const random = (keys: Buffer, from: number, to: number) => {
    randomBytes(to - from).copy(keys, from)
    return keys
  }

  it.each<[string, (keys: Buffer) => Buffer]>([
    ['before the first byte', keys => keys],
    ['in the first copy of the keys', keys => random(keys, 0, 4000)],
    ['between the two copies', keys => random(keys, 0, copyBytes)],
  ])('%s: the vault still opens, and it is said that it was begun', async (_when, change) => {
    const app = await lockedOffice()
    cutOff(app, change)
    expect(await app.get('vault.state', {})).toMatchObject({ state: 'locked' })
    expect(await app.get('vault.erasure', {})).toEqual({ begun: true })
    expect(await app.unlock()).toMatchObject({ state: 'open' })
    expect((await app.get('case.list', {})).lines).toHaveLength(1)
  })

  it('in the second copy: it is said that it was begun, and it can be finished', async () => {
    const app = await lockedOffice()
    cutOff(app, keys => random(random(keys, 0, copyBytes), copyBytes + 512, 2 * copyBytes))
    expect(await app.get('vault.erasure', {})).toEqual({ begun: true })
    expect(
      await app.call('vault.unlock', { passphrase: new TextEncoder().encode('anything at all') }),
    ).toMatchObject({
      ok: false,
    })
    expect(await erase(app)).toMatchObject({ ok: true })
    expect(existsSync(app.folder)).toBe(false)
  })

  it('before the first byte: nothing goes while the keys stand on a stick that is out, and it opens when it is in', async () => {
    const app = await lockedOffice()
    const [keys, stick] = [join(app.folder, 'keys.vk'), join(freshFolder(), 'stick')]
    mkdirSync(stick)
    renameSync(keys, join(stick, 'keys.vk'))
    symlinkSync(join(stick, 'keys.vk'), keys)
    writeFileSync(join(app.folder, 'erasing'), '')
    renameSync(stick, `${stick}-out`)
    expect(await app.get('vault.state', {})).toMatchObject({ state: 'locked' })
    expect(await app.get('vault.erasure', {})).toEqual({ begun: true })
    renameSync(`${stick}-out`, stick)
    expect(await app.unlock()).toMatchObject({ state: 'open' })
    expect((await app.get('case.list', {})).lines).toHaveLength(1)
  })

  it.each<[string, (keys: Buffer) => Buffer | null]>([
    ['after the keys were overwritten', keys => random(keys, 0, keys.length)],
    ['after the keys were removed', () => null],
  ])('%s: it goes on by itself, and the first screen comes', async (_when, change) => {
    const app = await lockedOffice()
    cutOff(app, change)
    expect(await app.get('vault.state', {})).toMatchObject({ state: 'none' })
    expect(existsSync(app.folder)).toBe(false)
  })
})

describe('where nothing may be written', () => {
  it.runIf(process.getuid?.() !== 0)('says that the vault still opens', async () => {
    const app = await lockedOffice()
    chmodSync(join(app.folder, 'keys.vk'), 0o400)
    chmodSync(app.folder, 0o500)
    expect(await erase(app)).toMatchObject({ ok: false, code: 'vault/not-erased' })
    chmodSync(app.folder, 0o700)
    expect(existsSync(dirname(app.folder))).toBe(true)
  })
})
