import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashRaw } from '@node-rs/argon2'
import { keysPath } from '../../../main/vault/keysFile.ts'
import { passphraseOf } from '../desk.ts'
import type { AppDesk } from '../desk.ts'
import { foundOf, type Job } from '../job.ts'
import { inTurn, timed } from '../measure.ts'
import type { Office } from '../office.ts'
import { leastKdf } from '../vault/kept.ts'
import { openPlain } from '../vault/plain.ts'
import { pageSql } from './list.ts'

/** Argon2id alone, at the least a vault ever costs. */
export const argon = () =>
  hashRaw(passphraseOf(0), {
    memoryCost: leastKdf.m,
    timeCost: leastKdf.t,
    parallelism: leastKdf.p,
    salt: Buffer.alloc(16),
    outputLen: 32,
    algorithm: 2,
    version: 1,
  })

/** Opens the closed vault, does something and locks it. Only what comes before the lock is timed. */
async function unlocking(
  office: Office,
  passphrase: 0 | 1,
  doThere: (desk: AppDesk) => unknown,
): Promise<number> {
  const desk = office.newDesk()
  try {
    return await timed(async () => {
      await desk.get('vault.unlock', { passphrase: passphraseOf(passphrase) })
      await doThere(desk)
    })
  } finally {
    await desk.get('vault.lock', {})
  }
}

/** The vault under the keys whose derivation costs what it must, or nothing. */
export function withKeys({ keys, folder }: Office, which: 'strong' | 'quick'): void {
  copyFileSync(keys[which], keysPath(folder))
}

/** A plain program that is opened: its database and its first page. */
function openingPlain({ plainPath }: Office): Promise<number> {
  return timed(() => {
    const db = openPlain(plainPath)
    db.prepare(pageSql).all()
    db.close()
  })
}

export const vaultJobs: readonly Job[] = [
  {
    name: 'unlock, key derivation included',
    beside: 'Argon2id alone, 256 MiB, 3 passes, 4 lanes',
    unit: 'ms',
    goal: 1.15,
    why: 'whatever is read at every opening to tell that nothing was changed outside grows with the file.',
    async run(office) {
      await office.shut()
      withKeys(office, 'strong')
      const ours = () => unlocking(office, 0, () => null)
      const pair = await inTurn({ ours, reference: () => timed(argon) }, office).finally(() =>
        withKeys(office, 'quick'),
      )
      return foundOf(pair)
    },
  },
  {
    name: 'unlock to the first page, key derivation apart',
    beside: 'plain SQLite opened, one page of 50',
    unit: 'ms',
    goal: 2,
    grows: true,
    why: 'before anything is shown, every page of the file is held against its seal; plain SQLite looks at nothing.',
    async run(office) {
      await office.shut()
      const ours = () => unlocking(office, 1, desk => firstPage(desk))
      return foundOf(await inTurn({ ours, reference: () => openingPlain(office) }, office))
    },
  },
  {
    name: 'lock',
    beside: 'plain SQLite closed',
    unit: 'ms',
    goal: null,
    grows: true,
    async run(office) {
      await office.shut()
      const desk = office.newDesk()
      const ours = async () => {
        await desk.get('vault.unlock', { passphrase: passphraseOf(1) })
        return timed(() => desk.get('vault.lock', {}))
      }
      const reference = () => {
        const db = openPlain(join(office.root, 'plain.db'))
        db.prepare(pageSql).all()
        return timed(() => db.close())
      }
      return foundOf(await inTurn({ ours, reference }, office))
    },
  },
]

/** What the first screen asks for. */
export async function firstPage({ get }: AppDesk): Promise<void> {
  await get('case.dues', {})
}
