import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mostSlots } from '../../main/vault/changeSlots.ts'
import { stepsTo, type Step } from '../../main/vault/keysFile.ts'
import { openKeys, openKeysByShares } from '../../main/vault/openKeys.ts'
import { changePassphrase } from '../../main/vault/vaultFile.ts'
import { bytes, change, cheap, closedVault, codeOf, right, unlock, wrong } from './place.ts'

const second = 'nine brown camels slept by the gate'
const nobody = () => undefined

const add = async (folder: string, passphrase = second) => {
  const vault = await unlock(folder)
  try {
    await vault.addSlot({ passphrase: bytes(passphrase), kdf: cheap, before: nobody })
  } finally {
    vault.close()
  }
}

const keysIn = (folder: string) => readFileSync(join(folder, 'keys.vk'))

const opens = async (file: Uint8Array, passphrase: string, keyFile: Uint8Array | null = null) =>
  (await codeOf(() => openKeys(file, { passphrase: bytes(passphrase), keyFile, also: cheap }))) ===
  'no refusal'

const opensByShares = async (file: Uint8Array, recoveryKey: Uint8Array) =>
  (await codeOf(() => openKeysByShares(file, { recoveryKey, also: cheap }))) === 'no refusal'

/** The file as it is when the power goes after so many bytes of one step. */
function torn(file: Uint8Array, { at, copy }: Step, count: number): Buffer {
  const after = Buffer.from(file)
  Buffer.from(copy).copy(after, at, 0, count)
  return after
}

/** Who is let in, wherever the power goes while the file changes from one state to the next. */
async function everywhere(before: Uint8Array, after: Uint8Array, look: (file: Uint8Array) => Promise<void>) {
  let file: Uint8Array = before
  for (const step of stepsTo(after.subarray(0, 8192))) {
    for (let count = 0; count < step.copy.length; count += count < 1_300 ? 11 : 97)
      await look(torn(file, step, count))
    file = torn(file, step, step.copy.length)
  }
  await look(file)
}

describe('several passphrases', () => {
  it('open the same vault, each through a slot of its own', async () => {
    const folder = await closedVault()
    await add(folder)
    const first = await unlock(folder)
    first.close()
    const other = await unlock(folder, second)
    other.close()
    expect(other.holder).not.toBe(first.holder)
    expect(other.holders).toEqual([first.holder, other.holder])
    expect(await codeOf(() => unlock(folder, wrong))).toBe('vault/wrong-passphrase')
  })

  it('are never the same one: it would not be known who is at the desk', async () => {
    const folder = await closedVault()
    expect(await codeOf(() => add(folder, right))).toBe('vault/passphrase-taken')
    await add(folder)
    const changing = { folder, old: bytes(right), next: bytes(second), kdf: cheap }
    expect(await codeOf(() => changePassphrase(changing))).toBe('vault/passphrase-taken')
  })

  it('can be changed one by one, and the slot stays whose it was', async () => {
    const folder = await closedVault()
    await add(folder)
    const before = await unlock(folder, second)
    before.close()
    await changePassphrase({ folder, old: bytes(second), next: bytes(wrong), kdf: cheap })
    const after = await unlock(folder, wrong)
    after.close()
    expect(after.holder).toBe(before.holder)
    ;(await unlock(folder)).close()
  })

  it('are twelve at most', async () => {
    const folder = await closedVault()
    const vault = await unlock(folder)
    const one = (count: number) =>
      vault.addSlot({ passphrase: bytes(`${second} ${count}`), kdf: cheap, before: nobody })
    for (let count = 1; count < mostSlots; count++) await one(count)
    expect(await codeOf(() => one(mostSlots))).toBe('vault/too-many-people')
    vault.close()
    ;(await unlock(folder, `${second} 11`)).close()
  })

  it('all fit the file, twelve of them with key files and the shares besides', async () => {
    const folder = await closedVault()
    const vault = await unlock(folder)
    const one = (count: number) =>
      vault.addSlot({ passphrase: bytes(`${second} ${count}`), kdf: cheap, before: nobody })
    for (let count = 1; count < mostSlots; count++) await one(count)
    const recoveryKey = new Uint8Array(32).fill(1)
    await vault.putRecovery({ recoveryKey: recoveryKey.slice(), set: 'ABCD', k: 4, n: 7, before: nobody })
    vault.close()
    const keyFile = new Uint8Array(32).fill(2)
    for (let count = 0; count < mostSlots; count++) {
      const same = bytes(count === 0 ? right : `${second} ${count}`)
      await changePassphrase({ folder, old: same, next: same, nextKeyFile: keyFile, kdf: cheap })
    }
    expect(await opens(keysIn(folder), `${second} 11`, keyFile)).toBe(true)
    expect(await opensByShares(keysIn(folder), recoveryKey)).toBe(true)
  })

  it('are not written when whoever is told of the slot refuses', async () => {
    const folder = await closedVault()
    const before = keysIn(folder)
    const vault = await unlock(folder)
    const refusing = () => {
      throw new Error('not named')
    }
    const adding = vault.addSlot({ passphrase: bytes(second), kdf: cheap, before: refusing })
    await expect(adding).rejects.toThrow('not named')
    vault.close()
    expect(keysIn(folder).equals(before)).toBe(true)
  })
})

describe('when the power goes', () => {
  it('while one is added, whoever opened the vault before still does', async () => {
    const folder = await closedVault()
    const before = keysIn(folder)
    await add(folder)
    await everywhere(before, keysIn(folder), async file => expect(await opens(file, right)).toBe(true))
    expect(await opens(keysIn(folder), second)).toBe(true)
  })

  it('while one is removed, the others still open it; once done, that one does not', async () => {
    const folder = await closedVault()
    await add(folder)
    const before = keysIn(folder)
    const vault = await unlock(folder)
    await vault.removeHolder(vault.holders[1]!)
    vault.close()
    await everywhere(before, keysIn(folder), async file => expect(await opens(file, right)).toBe(true))
    expect(await opens(keysIn(folder), second)).toBe(false)
    expect(await opens(before, second)).toBe(true)
  })

  it('while a key file is made, replaced or given up, one of the two ways always opens it', async () => {
    const folder = await closedVault()
    const [first, second] = [1, 2].map(fill => new Uint8Array(32).fill(fill))
    for (const [keyFile, nextKeyFile] of [
      [null, first],
      [first, second],
      [second, null],
    ] as const) {
      const before = keysIn(folder)
      const asked = { folder, old: bytes(right), next: bytes(right), kdf: cheap }
      await changePassphrase({ ...asked, keyFile, nextKeyFile })
      await everywhere(before, keysIn(folder), async file => {
        const ways = [keyFile, nextKeyFile]
        const open = await Promise.all(ways.map(async each => opens(file, right, each)))
        expect(open).toContain(true)
      })
      expect(await opens(keysIn(folder), right, nextKeyFile)).toBe(true)
    }
  }, 60_000)

  it('while shares are made, renewed or revoked, every passphrase opens it, and the old shares or the new', async () => {
    const folder = await closedVault()
    const [old, next] = [3, 4].map(fill => new Uint8Array(32).fill(fill))
    const change = async (work: (vault: Awaited<ReturnType<typeof unlock>>) => Promise<void>) => {
      const before = keysIn(folder)
      const vault = await unlock(folder)
      await work(vault).finally(() => vault.close())
      return before
    }
    const put = (recoveryKey: Uint8Array) =>
      change(vault => vault.putRecovery({ recoveryKey, set: 'ABCD', k: 2, n: 3, before: nobody }))
    const none = await put(old!)
    await everywhere(none, keysIn(folder), async file => expect(await opens(file, right)).toBe(true))
    const before = await put(next!)
    await everywhere(before, keysIn(folder), async file => {
      expect(await opens(file, right)).toBe(true)
      expect(Number(await opensByShares(file, old!)) + Number(await opensByShares(file, next!))).toBe(1)
    })
    const made = await change(vault => vault.removeRecovery())
    await everywhere(made, keysIn(folder), async file => expect(await opens(file, right)).toBe(true))
    expect(await opensByShares(keysIn(folder), next!)).toBe(false)
  }, 60_000)

  it('while somebody gets in again, the shares still open it, and so does everybody else', async () => {
    const folder = await closedVault()
    await add(folder)
    const recoveryKey = new Uint8Array(32).fill(5)
    const vault = await unlock(folder)
    await vault.putRecovery({ recoveryKey, set: 'ABCD', k: 2, n: 3, before: nobody })
    const before = keysIn(folder)
    const renewing = { holder: vault.holder, personKey: new Uint8Array(32).fill(6), kdf: cheap }
    await vault.renewHolder({ ...renewing, passphrase: bytes(wrong) })
    vault.close()
    await everywhere(before, keysIn(folder), async file => {
      expect(await opens(file, second)).toBe(true)
      expect(await opensByShares(file, recoveryKey)).toBe(true)
      expect(Number(await opens(file, right)) + Number(await opens(file, wrong))).toBe(1)
    })
    expect(await opens(keysIn(folder), wrong)).toBe(true)
  }, 60_000)

  it('half-way through removing, the next opening finishes it: the newer copy rules', async () => {
    const folder = await closedVault()
    await add(folder)
    const before = keysIn(folder)
    const vault = await unlock(folder)
    await vault.removeHolder(vault.holders[1]!)
    vault.close()
    const after = keysIn(folder)
    change(folder, 'keys.vk', () => torn(before, { at: 8192, copy: after.subarray(0, 8192) }, 8192))
    expect(await codeOf(() => unlock(folder, second))).toBe('vault/wrong-passphrase')
    ;(await unlock(folder)).close()
    expect(keysIn(folder).equals(after)).toBe(true)
  })
})
