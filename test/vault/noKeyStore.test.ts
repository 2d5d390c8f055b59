import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { closedVault, emptyFolder, right } from './place.ts'

const root = join(import.meta.dirname, '../..')

const sources = ['main', 'shared', 'renderer'].flatMap(part =>
  readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.[cm]?tsx?$/u.test(name))
    .map(name => join(root, part, name)),
)

describe('the vault needs nothing of the system it lies on', () => {
  it('asks no key store for anything', () => {
    const asking = sources.filter(path =>
      /\bsafeStorage\b|\bkeytar\b|\bkeychain\b|libsecret|\bkwallet\b|\bDPAPI\b/iu.test(
        readFileSync(path, 'utf8'),
      ),
    )
    expect(asking).toEqual([])
  })

  it('opens for another user, with another home, on a machine that has never seen it', async () => {
    const folder = await closedVault()
    const program = `
      import { unlockVault } from ${JSON.stringify(join(root, 'main/vault/vaultFile.ts'))}
      const passphrase = new TextEncoder().encode(${JSON.stringify(right)})
      const kdf = { m: 64, t: 1, p: 1 }
      const vault = await unlockVault({ folder: process.argv[1], passphrase, now: '2026-03-03T12:00:00.000Z', kdf })
      console.log(vault.db.prepare('SELECT said FROM note').pluck().get(), process.env.HOME, process.env.USER ?? '')
      vault.close()`
    const home = emptyFolder()
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program, folder], {
      env: { PATH: process.env['PATH'], HOME: home, USER: 'somebody-else', TMPDIR: emptyFolder() },
      encoding: 'utf8',
      cwd: home,
    })
    expect(stdout.trim(), stderr).toBe(`kept ${home} somebody-else`)
    expect(readdirSync(home)).toEqual([])
  })
})
