import { pathToFileURL } from 'node:url'
import type { Migration } from '../../main/db/migration.ts'
import { migrations } from '../../main/db/migrations/index.ts'
import { bringUpToDate } from '../../main/vault/copies/upgrade.ts'
import { unlockVault } from '../../main/vault/vaultFile.ts'
import { passphraseOf, quickKdf } from '../bench/desk.ts'

/** A step that no version of Vigil has: it makes a table and touches every case. */
export const nextStep: Migration = {
  version: migrations.length + 1,
  up: db =>
    db.exec(`CREATE TABLE weather (id TEXT PRIMARY KEY) STRICT;
      INSERT INTO weather SELECT id FROM case_file`),
}

/** The version a vault has once that step was taken. */
export const laterVersion = migrations.length + 1

/** Opens the vault in a folder as a later Vigil would, and closes it again. @throws what opening it refuses with */
export async function openLater(
  folder: string,
): Promise<{ readonly version: unknown; readonly cases: unknown }> {
  const now = new Date().toISOString()
  const vault = await unlockVault({ folder, passphrase: passphraseOf(0), now, kdf: quickKdf })
  try {
    const onFault = (error: unknown) => {
      throw error
    }
    await bringUpToDate({ folder, vault, steps: [...migrations, nextStep], onFault })
    return {
      version: vault.db.pragma('user_version', { simple: true }),
      cases: vault.db.prepare('SELECT count(*) FROM case_file').pluck().get(),
    }
  } finally {
    vault.close(now)
  }
}

/* As a program: `node upgradeWorker.ts FOLDER`, watched by strace. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await openLater(process.argv[2] ?? '')
