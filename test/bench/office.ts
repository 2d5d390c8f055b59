import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection } from '../../main/db/handles.ts'
import type { Kdf } from '../../main/vault/kdf.ts'
import { newAppDesk, passphraseOf, quickKdf } from './desk.ts'
import type { AppDesk } from './desk.ts'
import { copyRows, fill } from './fill.ts'
import type { Filled } from './fill.ts'
import { plainDatabase } from './plain.ts'

/** The least a vault's key derivation ever costs. */
export const leastKdf: Kdf = { m: 262_144, t: 3, p: 4 }

/** A vault with cases in it, and the same rows in a plain database. */
export interface Office {
  readonly root: string
  readonly rounds: number
  readonly desk: AppDesk
  readonly db: Connection
  readonly filled: readonly Filled[]
  /** A closed copy of the vault whose passphrase 0 costs what it must. */
  readonly strong: string
  /** A closed copy whose passphrase 1 costs nothing. */
  readonly quick: string
  /** A closed copy of the plain database. */
  readonly plainPath: string
  readonly plain: Connection
}

/** Makes them. The vault is open. */
export async function newOffice(
  root: string,
  { count, rounds }: { readonly count: number; readonly rounds: number },
): Promise<Office> {
  const [folder, quick, strong] = [
    join(root, 'vault.vigil'),
    join(root, 'quick.vigil'),
    join(root, 'strong.vigil'),
  ]
  const filled = await makeVault(strong, { root, count })
  cpSync(strong, quick, { recursive: true })
  await makeQuick(quick)
  cpSync(quick, folder, { recursive: true })

  const desk = newAppDesk({ folder, kdf: quickKdf })
  await desk.get('vault.unlock', { passphrase: passphraseOf(1) })
  const { db } = openIn(desk)
  const plain = plainDatabase(join(root, 'plain.db'))
  copyRows(db, plain)
  const plainPath = join(root, 'plain-copy.db')
  plain.exec(`VACUUM INTO '${plainPath}'`)
  return { root, rounds, desk, db, filled, strong, quick, plainPath, plain }
}

function openIn({ app }: AppDesk) {
  if (!app.desk.vault) throw new Error('the vault is open')
  return app.desk.vault
}

/** A closed vault with so many cases. */
async function makeVault(
  folder: string,
  { root, count }: { readonly root: string; readonly count: number },
): Promise<Filled[]> {
  const desk = newAppDesk({ folder, kdf: leastKdf })
  await desk.get('vault.create', { passphrase: passphraseOf(0), officer: 'FP-1' })
  const filled = await fill(desk, root, count)
  await desk.get('vault.lock', {})
  return filled
}

/** Another passphrase, whose derivation costs nothing. */
async function makeQuick(folder: string): Promise<void> {
  const desk = newAppDesk({ folder, kdf: quickKdf })
  await desk.get('vault.unlock', { passphrase: passphraseOf(0) })
  await desk.get('vault.changePassphrase', { old: passphraseOf(0), new: passphraseOf(1) })
  await desk.get('vault.lock', {})
}
