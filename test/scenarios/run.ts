import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPattern } from '../../main/practice/load.ts'
import type { ReadPattern } from '../../main/practice/pattern.ts'
import { newAppDesk, passphraseOf, quickKdf } from '../bench/desk.ts'
import { resultOf } from './result.ts'
import type { ScenarioResult } from './result.ts'

/** Loads every pattern, in order, into a throw-away vault, through the door; the vault is gone afterwards. */
export async function runScenarios(patterns: readonly ReadPattern[]): Promise<ScenarioResult[]> {
  const home = mkdtempSync(join(tmpdir(), 'vigil-scenarios-'))
  const desk = newAppDesk({ folder: join(home, 'vault'), kdf: quickKdf })
  try {
    await desk.get('vault.create', { passphrase: passphraseOf(0), officer: 'FP-1' })
    const results: ScenarioResult[] = []
    for (const read of patterns) {
      const { app, call } = desk
      const loaded = await loadPattern(read.pattern, {
        call,
        today: app.today(),
        officer: 'FP-1',
        brief: true,
      })
      results.push(resultOf(read, loaded))
    }
    return results
  } finally {
    await desk.call('vault.lock', {})
    rmSync(home, { recursive: true, force: true })
  }
}
