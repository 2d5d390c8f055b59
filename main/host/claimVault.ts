import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Refused } from '../../shared/refusal.ts'
import { isRunning, memoryFolder } from './folders.ts'

/**
 * Marks that a shell runs on this vault, so that a second start says so at once instead of failing at the unlock.
 *
 * The mark lies in memory, gone after a restart; a mark whose program has ended counts for nothing.
 *
 * @returns takes the mark away.
 * @throws Refused `vault/in-use`.
 */
export function claimVault(vault: string): () => void {
  const name = createHash('sha256').update(resolve(vault)).digest('hex').slice(0, 16)
  const path = join(memoryFolder(), `vigil-running-${name}`)
  const release = () => rmSync(path, { force: true })
  if (isTaken(path)) throw new Refused('vault/in-use')
  release()
  writeFileSync(path, String(process.pid), { mode: 0o600, flag: 'wx' })
  return release
}

function isTaken(path: string): boolean {
  try {
    return isRunning(Number(readFileSync(path, 'utf8')))
  } catch {
    return false
  }
}
