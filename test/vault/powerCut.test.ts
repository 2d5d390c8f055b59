import { appendFileSync, cpSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { closedVault, codeOf, emptyFolder, noteIn, unlock } from './place.ts'

/** A vault as it lies on the disk while a large transaction is being written. */
async function cutOff(): Promise<string> {
  const folder = await closedVault()
  const vault = await unlock(folder)
  vault.db.pragma('cache_size = 5')
  vault.db.exec('BEGIN')
  for (let n = 0; n < 50; n++) vault.db.prepare('INSERT INTO note VALUES (?)').run('x'.repeat(4000))
  const copy = join(emptyFolder(), 'cases.vigil')
  cpSync(folder, copy, { recursive: true })
  vault.db.exec('ROLLBACK')
  vault.close()
  return copy
}

describe('a power cut', () => {
  it('in the middle of a page that makes the database longer leaves a vault that opens, with all that was saved', async () => {
    const folder = await cutOff()
    expect(statSync(join(folder, 'case.db-journal')).size).toBeGreaterThan(0)
    appendFileSync(join(folder, 'case.db'), Buffer.alloc(1536))
    const vault = await unlock(folder)
    expect(noteIn(vault)).toBe('kept')
    expect(vault.db.prepare('SELECT count(*) FROM note').pluck().get()).toBe(1)
    vault.close()
  })

  it('is not mistaken for a database that lost its end', async () => {
    const folder = await closedVault()
    const path = join(folder, 'case.db')
    truncateSync(path, statSync(path).size - 512)
    expect(await codeOf(() => unlock(folder))).toBe('vault/damaged')
  })
})
