import { createHash } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Refused } from '../../shared/refusal.ts'
import { systemCode } from '../file/refusalFor.ts'
import { isRunning, memoryFolder } from './folders.ts'

/** Marks of programs that ended without taking theirs away; each try removes one. */
const tries = 5

/**
 * Marks that a shell runs on this vault, so that a second start says so at once instead of failing at the unlock.
 *
 * The mark lies in memory, gone after a restart; a mark whose program has ended counts for nothing. It appears whole and at
 * once, so that of many starts at the same moment one has it.
 *
 * @returns takes the mark away.
 * @throws Refused `vault/in-use`.
 */
export function claimVault(vault: string): () => void {
  const name = createHash('sha256').update(resolve(vault)).digest('hex').slice(0, 16)
  const path = join(memoryFolder(), `vigil-running-${name}`)
  const own = `${path}-${process.pid}`
  writeFileSync(own, String(process.pid), { mode: 0o600 })
  try {
    for (let left = tries; left > 0; left -= 1) {
      if (appears(own, path)) return () => rmSync(path, { force: true })
      if (isTaken(path)) break
      takeAway(path, `${own}-old`)
    }
  } finally {
    rmSync(own, { force: true })
  }
  throw new Refused('vault/in-use')
}

function appears(own: string, path: string): boolean {
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
}

/** Removes a mark nobody stands behind. One that somebody set in the meantime is put back. */
function takeAway(path: string, aside: string): void {
  try {
    renameSync(path, aside)
    if (isTaken(aside)) appears(aside, path)
    rmSync(aside, { force: true })
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
}

function isTaken(path: string): boolean {
  try {
    return isRunning(Number(readFileSync(path, 'utf8')))
  } catch {
    return false
  }
}
