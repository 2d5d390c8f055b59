import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newThrottle } from '../../main/vault/throttle.ts'
import { createVault, unlockVault, vaultState } from '../../main/vault/vaultFile.ts'
import {
  bytes,
  change,
  cheap,
  closedVault,
  codeOf,
  create,
  newPlace,
  noteIn,
  now,
  right,
  unlock,
  wrong,
} from './place.ts'

describe('a vault', () => {
  it('gives back what was written, to the right passphrase', async () => {
    const folder = await closedVault()
    const vault = await unlock(folder)
    expect(noteIn(vault)).toBe('kept')
    expect(vault.warnings).toEqual([])
    vault.close()
  })

  it('can be opened and closed many times without a warning', async () => {
    const folder = await closedVault()
    for (let time = 0; time < 5; time++) {
      const vault = await unlock(folder)
      expect(vault.warnings).toEqual([])
      vault.close()
    }
  })

  it('is one folder with four files, and an empty journal of the database', async () => {
    const folder = await closedVault()
    const names = readdirSync(folder).filter(name => statSync(join(folder, name)).size > 0)
    expect(names.toSorted()).toEqual(['OPEN-WITHOUT-VIGIL.txt', 'case.db', 'keys.vk', 'seal.vs'])
  })

  it('leaves nothing beside it when it is made', async () => {
    const folder = await closedVault()
    expect(readdirSync(dirname(folder))).toEqual(['cases.vigil'])
  })

  it('keeps the same keys for the same purpose, and others for another', async () => {
    const folder = newPlace()
    const first = await create(folder)
    const [identity, witness, id] = [first.subkey('identity'), first.subkey('witness'), first.vaultId]
    first.close()
    const second = await unlock(folder)
    expect(second.subkey('identity')).toEqual(identity)
    expect(identity).not.toEqual(witness)
    expect(second.vaultId).toBe(id)
    second.close()
    expect(() => second.subkey('identity')).toThrow('closed')
  })

  it('says how far the opening is', async () => {
    const folder = await closedVault()
    const stages: string[] = []
    const onProgress = (stage: string) => stages.push(stage)
    const vault = await unlockVault({ folder, passphrase: bytes(right), now, kdf: cheap, onProgress })
    expect(stages).toEqual(['reading', 'deriving', 'opening', 'checking'])
    vault.close()
  })

  it('opens whichever way the letters of the passphrase were put together', async () => {
    const folder = newPlace()
    ;(await create(folder, 'réunion à Genève\u00a0!')).close()
    const vault = await unlock(folder, 're\u0301union a\u0300 Gene\u0300ve !')
    expect(vault.warnings).toEqual([])
    vault.close()
  })
})

describe('a vault is refused', () => {
  it('to a wrong passphrase', async () => {
    const folder = await closedVault()
    expect(await codeOf(() => unlock(folder, wrong))).toBe('vault/wrong-passphrase')
  })

  it('as missing when there is none', async () => {
    expect(vaultState(newPlace())).toBe('none')
    expect(await codeOf(() => unlock(newPlace()))).toBe('vault/missing')
  })

  it.each(['keys.vk', 'case.db'])(
    'as damaged when %s is gone, and no new vault is made over it',
    async name => {
      const folder = await closedVault()
      rmSync(join(folder, name))
      expect(vaultState(folder)).toBe('there')
      expect(await codeOf(() => unlock(folder))).toBe('vault/damaged')
      expect(await codeOf(() => create(folder))).toBe('vault/already-there')
    },
  )

  it.each(['keys.vk', 'case.db'])(
    'as damaged when %s is empty, and never opened as a new one',
    async name => {
      const folder = await closedVault()
      change(folder, name, () => Buffer.alloc(0))
      expect(await codeOf(() => unlock(folder))).toBe('vault/damaged')
    },
  )

  it('as damaged when the database was cut in half', async () => {
    const folder = await closedVault()
    change(folder, 'case.db', file => file.subarray(0, file.length / 2))
    expect(await codeOf(() => unlock(folder))).toBe('vault/damaged')
  })

  it('while it is open elsewhere', async () => {
    const folder = await closedVault()
    const first = await unlock(folder)
    expect(await codeOf(() => unlock(folder))).toBe('vault/in-use')
    expect(noteIn(first)).toBe('kept')
    first.close()
    ;(await unlock(folder)).close()
  })

  it('for the cost of a test, unless a test asks for it', async () => {
    const folder = await closedVault()
    expect(await codeOf(() => unlockVault({ folder, passphrase: bytes(right), now }))).toBe('vault/damaged')
  })
})

describe('making a vault', () => {
  it('never takes a place where a vault is', async () => {
    const folder = await closedVault()
    expect(await codeOf(() => create(folder))).toBe('vault/already-there')
    const vault = await unlock(folder)
    expect(noteIn(vault)).toBe('kept')
    vault.close()
  })

  it('never takes a folder in which something else lies, and leaves nothing behind', async () => {
    const folder = newPlace()
    mkdirSync(folder)
    writeFileSync(join(folder, 'letter.txt'), 'other')
    expect(await codeOf(() => create(folder))).toBe('vault/already-there')
    expect(readdirSync(dirname(folder))).toEqual(['cases.vigil'])
    expect(readdirSync(folder)).toEqual(['letter.txt'])
  })

  it('may take an empty folder', async () => {
    const folder = newPlace()
    mkdirSync(folder)
    ;(await create(folder)).close()
    expect(vaultState(folder)).toBe('there')
  })

  it('takes at least 256 MiB and three passes for each guess when no test asks for less', async () => {
    const folder = newPlace()
    ;(await createVault({ folder, passphrase: bytes(right), now })).close()
    const cost = /"m":(\d+),"name":"argon2id","p":(\d+),"salt":"[0-9a-f]{32}","t":(\d+)/u.exec(
      readFileSync(join(folder, 'keys.vk'), 'latin1'),
    )!
    expect(Number(cost[1])).toBe(262_144)
    expect(Number(cost[2])).toBe(4)
    expect(Number(cost[3])).toBeGreaterThanOrEqual(3)
    expect(Number(cost[3])).toBeLessThanOrEqual(12)
    ;(await unlockVault({ folder, passphrase: bytes(right), now })).close()
  })
})

describe('trying passphrases', () => {
  it('is free three times, then has to wait 5, 15 and each time 60 seconds', () => {
    let time = 0
    const throttle = newThrottle(() => time)
    const waitAfterFailure = () => {
      throttle.failed()
      const start = time
      for (;;) {
        try {
          throttle.check()
          return (time - start) / 1000
        } catch {
          time += 1000
        }
      }
    }
    expect(Array.from({ length: 6 }, waitAfterFailure)).toEqual([0, 0, 5, 15, 60, 60])
  })

  it('starts afresh after a right one, and says how long there is to wait', async () => {
    const folder = await closedVault()
    const throttle = newThrottle(() => 0)
    const attempt = async (passphrase: string) =>
      (await unlockVault({ folder, passphrase: bytes(passphrase), now, kdf: cheap, throttle })).close()
    await codeOf(() => attempt(wrong))
    await codeOf(() => attempt(wrong))
    await attempt(right)
    for (let failure = 0; failure < 3; failure++)
      expect(await codeOf(() => attempt(wrong))).toBe('vault/wrong-passphrase')
    await expect(attempt(right)).rejects.toMatchObject({ code: 'vault/try-later', facts: { seconds: 5 } })
  })
})
