import { renameSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { claimVault } from '../../main/host/claimVault.ts'
import { mustBeHere, riskOf } from '../../main/vault/standsWhere.ts'
import { intake, testApp } from '../support.ts'
import { codeOf, newPlace } from './place.ts'

const mounts = [
  '/dev/sda1 / ext4 rw 0 0',
  'office:/cases /mnt/office nfs4 rw 0 0',
  '//server/share /mnt/my\\040share cifs rw 0 0',
  '/dev/sdb1 /media/stick vfat rw 0 0',
  'me@host: /home/me/far fuse.sshfs rw 0 0',
].join('\n')
const linux = { platform: 'linux', mounts } as const
const windows = { platform: 'win32', mounts: '' } as const

describe('a vault on a network drive', () => {
  it.each(['/mnt/office/vault', '/mnt/my share/a/vault', '/home/me/far/vault'])(
    'is refused in %s',
    async folder => {
      expect(riskOf(folder, linux)).toBe('network')
      expect(await codeOf(() => mustBeHere(folder, linux))).toBe('vault/on-network')
    },
  )

  it('is refused by the address of another computer', () => {
    expect(riskOf(String.raw`\\server\share\vault`, windows)).toBe('network')
    expect(riskOf(String.raw`C:\Users\me\vault`, windows)).toBeNull()
  })

  it('is not what a stick, a folder of this computer or a name alike is', () => {
    for (const folder of ['/media/stick/vault', '/home/me/vault', '/mnt/office-old/vault'])
      expect(riskOf(folder, linux)).toBeNull()
  })
})

describe('a vault in a folder that is kept the same elsewhere', () => {
  it.each(['/home/me/Dropbox/vault', '/home/me/OneDrive - Office/x/vault', '/home/me/Nextcloud/vault'])(
    'is warned of in %s',
    folder => {
      expect(riskOf(folder, linux)).toBe('cloud')
      expect(() => mustBeHere(folder, linux)).not.toThrow()
    },
  )

  it('is known on Windows, and not where a name is only alike', () => {
    expect(riskOf(String.raw`C:\Users\me\OneDrive\vault`, windows)).toBe('cloud')
    expect(riskOf('/home/me/Boxes/vault', linux)).toBeNull()
  })
})

describe('a vault whose folder goes away while it is open', () => {
  it('saves nothing into nowhere, says so, and goes on when the folder is back', async () => {
    const { call, get, create, folder } = testApp()
    await create()
    renameSync(folder, `${folder}-away`)
    expect(await call('case.start', { intake: intake(), fileId: null })).toEqual({
      ok: false,
      code: 'vault/gone-away',
    })
    expect(await call('vault.keepDraft', { key: 'a', value: '"b"' })).toEqual({
      ok: false,
      code: 'vault/gone-away',
    })
    renameSync(`${folder}-away`, folder)
    await get('case.start', { intake: intake(), fileId: null })
    await get('vault.lock', {})
  })
})

describe('the mark of a running window', () => {
  it('is had by one, and by the next when that one ended', async () => {
    const folder = newPlace()
    const release = claimVault(folder)
    expect(await codeOf(() => claimVault(folder))).toBe('vault/in-use')
    release()
    claimVault(folder)()
  })
})

describe('the place of the desk', () => {
  it('does not move away from under a vault that is open', async () => {
    const [app, other] = [testApp(), testApp()]
    await app.create()
    await other.create()
    await other.get('vault.lock', {})
    app.shell.dialogs.push(other.folder)
    expect(await app.call('vault.choosePlace', {})).toMatchObject({ code: 'vault/in-use' })
    expect(app.app.desk.folder).toBe(app.folder)
    await app.get('vault.lock', {})
    expect(await app.get('vault.choosePlace', {})).toMatchObject({ state: 'locked' })
    expect(app.app.desk.folder).toBe(other.folder)
  })
})
