import { Refused } from '../../shared/refusal.ts'
import type { Connection } from './handles.ts'
import type { Migration } from './migration.ts'
import { migrations } from './migrations/index.ts'

/**
 * Brings the schema up to this program's version, one transaction a step.
 *
 * @throws Refused `vault/newer-than-app` when a newer program wrote the vault.
 */
export function migrate(db: Connection, steps: readonly Migration[] = migrations): void {
  const current = db.pragma('user_version', { simple: true }) as number
  if (current > steps.length) throw new Refused('vault/newer-than-app')
  for (const { version, up } of steps.slice(current)) {
    db.transaction(() => {
      up(db)
      db.pragma(`user_version = ${version}`)
    }).exclusive()
  }
}
