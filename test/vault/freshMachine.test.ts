import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { createVault } from '../../main/vault/vaultFile.ts'
import { freshFolder, passphrase, quickKdf } from '../support.ts'

it('makes the folders that lead to the usual place, for this person only', async () => {
  const folder = join(freshFolder(), 'share', 'vigil', 'vault')
  const now = '2026-03-02T12:00:00.000Z'
  const vault = await createVault({ folder, passphrase: passphrase(), now, kdf: quickKdf })
  vault.close()
  expect(existsSync(join(folder, 'keys.vk'))).toBe(true)
  expect(statSync(dirname(folder)).mode & 0o777).toBe(0o700)
})
