import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyFileAt, mustBeElsewhere, readKeyFile, writeKeyFile } from '../../main/vault/keyFile.ts'
import { newThrottle } from '../../main/vault/throttle.ts'
import { changePassphrase, unlockVault, waysShown } from '../../main/vault/vaultFile.ts'
import { bytes, cheap, closedVault, codeOf, emptyFolder, noteIn, now, right, unlock, wrong } from './place.ts'

const key = new Uint8Array(32).fill(11)
const otherKey = new Uint8Array(32).fill(12)

const open = (folder: string, keyFile: Uint8Array | null, passphrase = right) =>
  unlockVault({ folder, passphrase: bytes(passphrase), keyFile, now, kdf: cheap })

/** A closed vault that opens with a passphrase and a key file. */
async function vaultWithKeyFile(): Promise<string> {
  const folder = await closedVault()
  await changePassphrase({ folder, old: bytes(right), next: bytes(right), nextKeyFile: key, kdf: cheap })
  return folder
}

describe('a key file', () => {
  it('is read back as it was written, on any system', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), each => {
        const file = Buffer.from(writeKeyFile(each))
        expect(readKeyFile(file)).toEqual(each)
        expect(readKeyFile(Buffer.from(file.toString().replaceAll('\n', '\r\n')))).toEqual(each)
      }),
    )
  })

  it('with any one byte changed is never taken for another one', async () => {
    const file = Buffer.from(writeKeyFile(key))
    for (let at = 0; at < file.length; at++)
      for (const flip of [1, 32]) {
        const changed = Buffer.from(file)
        changed[at] = changed[at]! ^ flip
        const code = await codeOf(() => {
          expect(readKeyFile(changed)).toEqual(key)
        })
        expect([
          'no refusal',
          'keyfile/damaged',
          'keyfile/not-a-key-file',
          'keyfile/newer-than-app',
        ]).toContain(code)
      }
  })

  it('is told from any other file, and from one of a later Vigil', async () => {
    expect(await codeOf(() => readKeyFile(bytes('a holiday picture')))).toBe('keyfile/not-a-key-file')
    expect(await codeOf(() => readKeyFile(bytes('vigil-keyfile 2\nwhatever\n')))).toBe(
      'keyfile/newer-than-app',
    )
    expect(await codeOf(() => readKeyFile(bytes('vigil-keyfile 1\n00\n')))).toBe('keyfile/damaged')
    const large = join(emptyFolder(), 'film')
    writeFileSync(large, Buffer.alloc(5_000))
    expect(await codeOf(() => keyFileAt(large))).toBe('keyfile/not-a-key-file')
    expect(await codeOf(() => keyFileAt(`${large}-gone`))).toBe('file/gone')
  })

  it('is never kept in the vault nor beside it', async () => {
    const folder = await closedVault()
    mkdirSync(join(folder, 'inside'))
    mkdirSync(join(dirname(folder), 'stick'))
    for (const place of [folder, join(folder, 'inside'), dirname(folder)])
      expect(await codeOf(() => mustBeElsewhere(join(place, 'k.txt'), folder))).toBe('keyfile/beside-vault')
    expect(await codeOf(() => mustBeElsewhere(join(dirname(folder), 'stick', 'k.txt'), folder))).toBe(
      'no refusal',
    )
  })
})

describe('a way in with a key file', () => {
  it('opens with both and with neither alone', async () => {
    const folder = await vaultWithKeyFile()
    const vault = await open(folder, key)
    expect(noteIn(vault)).toBe('kept')
    vault.close()
    expect(await codeOf(() => open(folder, null))).toBe('keyfile/needed')
    expect(await codeOf(() => open(folder, otherKey))).toBe('keyfile/one-is-wrong')
    expect(await codeOf(() => open(folder, key, wrong))).toBe('keyfile/one-is-wrong')
    expect(await codeOf(() => open(folder, null, wrong))).toBe('keyfile/needed')
  })

  it('is shown before anything is opened, so that only then a key file is asked for', async () => {
    expect((await waysShown(await closedVault(), cheap)).map(({ type }) => type)).toEqual(['passphrase'])
    expect((await waysShown(await vaultWithKeyFile(), cheap)).map(({ type }) => type)).toEqual([
      'passphrase+keyfile',
    ])
  })

  it('keeps its key file when the passphrase is changed', async () => {
    const folder = await vaultWithKeyFile()
    await changePassphrase({ folder, old: bytes(right), next: bytes(wrong), keyFile: key, kdf: cheap })
    expect(await codeOf(() => open(folder, null, wrong))).toBe('keyfile/needed')
    ;(await open(folder, key, wrong)).close()
  })

  it('gets another key file, or none any more, and stays whose it was', async () => {
    const folder = await vaultWithKeyFile()
    const before = await open(folder, key)
    before.close()
    const same = { folder, old: bytes(right), next: bytes(right), kdf: cheap }
    await changePassphrase({ ...same, keyFile: key, nextKeyFile: otherKey })
    expect(await codeOf(() => open(folder, key))).toBe('keyfile/one-is-wrong')
    await changePassphrase({ ...same, keyFile: otherKey, nextKeyFile: null })
    const after = await unlock(folder)
    expect(after.holder).toBe(before.holder)
    expect([...after.ownKey('mine')]).toHaveLength(32)
    after.close()
  })

  it('of somebody else is not changed by whoever only knows how to open it', async () => {
    const folder = await vaultWithKeyFile()
    const before = readFileSync(join(folder, 'keys.vk'))
    const asked = { folder, old: bytes(right), next: bytes(right), keyFile: key, kdf: cheap }
    expect(
      await codeOf(() => changePassphrase({ ...asked, nextKeyFile: null, holder: '0'.repeat(16) })),
    ).toBe('vault/wrong-passphrase')
    expect(readFileSync(join(folder, 'keys.vk')).equals(before)).toBe(true)
  })

  it('and a way in of somebody else with the same passphrase never open for one another', async () => {
    const folder = await vaultWithKeyFile()
    const vault = await open(folder, key)
    await vault.addSlot({ passphrase: bytes(right), kdf: cheap, before: () => undefined })
    vault.close()
    const both = [await open(folder, key), null]
    both[0]!.close()
    const alone = await open(folder, null)
    alone.close()
    expect(both[0]!.holder).toBe(vault.holder)
    expect(alone.holder).not.toBe(vault.holder)
  })

  it('has to wait after three wrong tries, whichever half was wrong', async () => {
    const folder = await vaultWithKeyFile()
    const throttle = newThrottle(() => 0)
    const asked = { folder, passphrase: bytes(right), now, kdf: cheap, throttle }
    await codeOf(() => unlockVault(asked))
    await codeOf(() => unlockVault({ ...asked, keyFile: otherKey }))
    await codeOf(() => unlockVault({ ...asked, passphrase: bytes(wrong), keyFile: key }))
    expect(await codeOf(() => unlockVault({ ...asked, keyFile: key }))).toBe('vault/try-later')
  })
})
