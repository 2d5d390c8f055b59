import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repairsOf, stepsBackTo, stepsTo, type Step } from '../../main/vault/keysFile.ts'
import { openKeys } from '../../main/vault/openKeys.ts'
import { newThrottle } from '../../main/vault/throttle.ts'
import { changePassphrase } from '../../main/vault/vaultFile.ts'
import { bytes, change, cheap, closedVault, codeOf, flipped, noteIn, right, unlock, wrong } from './place.ts'

const next = 'nine brown camels slept by the gate'

const changeIt = (folder: string, old = right) =>
  changePassphrase({ folder, old: bytes(old), next: bytes(next), kdf: cheap })

const keysIn = (folder: string) => readFileSync(join(folder, 'keys.vk'))

/** Which of the two passphrases open these bytes. */
async function opening(file: Uint8Array): Promise<readonly string[]> {
  const tried = await Promise.all(
    [right, next].map(async each => ({
      each,
      code: await codeOf(() => openKeys(file, { passphrase: bytes(each), also: cheap })),
    })),
  )
  return tried.filter(({ code }) => code === 'no refusal').map(({ each }) => each)
}

/** The file as it is when the power goes after so many bytes of one step. */
function torn(file: Uint8Array, { at, copy }: Step, count: number): Buffer {
  const after = Buffer.alloc(Math.max(file.length, at + count))
  Buffer.from(file).copy(after)
  Buffer.from(copy).copy(after, at, 0, count)
  return after
}

async function stopEverywhere(start: Uint8Array, steps: readonly Step[]): Promise<readonly string[]> {
  let file = start
  for (const step of steps) {
    for (let count = 0; count < step.copy.length; count += count < 700 ? 5 : 61)
      expect(await opening(torn(file, step, count)), `byte ${count}`).toHaveLength(1)
    file = torn(file, step, step.copy.length)
  }
  return opening(file)
}

describe('changing the passphrase', () => {
  it('lets the new one in and keeps the old one out, and leaves the data as it was', async () => {
    const folder = await closedVault()
    await changeIt(folder)
    expect(await codeOf(() => unlock(folder))).toBe('vault/wrong-passphrase')
    const vault = await unlock(folder, next)
    expect(noteIn(vault)).toBe('kept')
    expect(vault.warnings).toEqual([])
    vault.close()
  })

  it('works while the vault is open', async () => {
    const folder = await closedVault()
    const vault = await unlock(folder)
    await changeIt(folder)
    expect(await codeOf(() => unlock(folder, next))).toBe('vault/in-use')
    vault.close()
    ;(await unlock(folder, next)).close()
  })

  it('needs the old one, and changes nothing without it', async () => {
    const folder = await closedVault()
    const before = keysIn(folder)
    expect(await codeOf(() => changeIt(folder, wrong))).toBe('vault/wrong-passphrase')
    expect(keysIn(folder).equals(before)).toBe(true)
  })

  it('has to wait after three wrong ones, like opening', async () => {
    const folder = await closedVault()
    const asked = { folder, old: bytes(wrong), next: bytes(next), kdf: cheap, throttle: newThrottle(() => 0) }
    for (let failure = 0; failure < 3; failure++)
      expect(await codeOf(() => changePassphrase(asked))).toBe('vault/wrong-passphrase')
    expect(await codeOf(() => changePassphrase(asked))).toBe('vault/try-later')
  })

  it('leaves exactly one passphrase that opens, wherever the power goes', async () => {
    const folder = await closedVault()
    const before = keysIn(folder)
    await changeIt(folder)
    expect(await stopEverywhere(before, stepsTo(keysIn(folder).subarray(0, 8192)))).toEqual([next])
  })

  it.each([0, 300, 8192, 8192 + 300, 2 * 8192])(
    'can be taken back after %i bytes, and leaves exactly one that opens wherever the power goes then',
    async written => {
      const folder = await closedVault()
      const before = keysIn(folder)
      await changeIt(folder)
      const [second, first] = stepsTo(keysIn(folder).subarray(0, 8192)) as [Step, Step]
      const half = torn(before, second, Math.min(written, 8192))
      const stopped = torn(half, first, Math.max(0, written - 8192))
      expect(await stopEverywhere(stopped, stepsBackTo(before.subarray(0, 8192)))).toEqual([right])
    },
  )

  it.each([100, 9000])('does so too when byte %i was damaged before', async at => {
    const folder = await closedVault()
    change(folder, 'keys.vk', file => flipped(file, at))
    const before = keysIn(folder)
    await changeIt(folder)
    const repairs = repairsOf(before, at < 8192 ? 8192 : 0)
    expect(repairs).toHaveLength(1)
    const steps = [...repairs, ...stepsTo(keysIn(folder).subarray(0, 8192))]
    expect(await stopEverywhere(before, steps)).toEqual([next])
  })

  it('is finished by the next opening when it was cut short', async () => {
    const folder = await closedVault()
    const before = keysIn(folder)
    await changeIt(folder)
    const after = keysIn(folder)
    change(folder, 'keys.vk', () => torn(before, { at: 8192, copy: after.subarray(0, 8192) }, 8192))
    ;(await unlock(folder, next)).close()
    expect(keysIn(folder).equals(after)).toBe(true)
  })
})
