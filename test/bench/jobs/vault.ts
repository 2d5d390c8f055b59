import { createHash } from 'node:crypto'
import { copyFileSync, createReadStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { hashRaw } from '@node-rs/argon2'
import { keysPath } from '../../../main/vault/keysFile.ts'
import { databasePath } from '../../../main/vault/openVault.ts'
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

/** SHA-512 of a file, piece by piece. */
async function digestOf(path: string): Promise<string> {
  const digest = createHash('sha512')
  for await (const piece of createReadStream(path, { highWaterMark: 1_048_576 }))
    digest.update(piece as Buffer)
  return digest.digest('hex')
}

export const vaultJobs: readonly Job[] = [
  {
    name: 'unlock, key derivation included',
    beside: 'Argon2id alone, 256 MiB, 3 passes, 4 lanes',
    unit: 'ms',
    goal: 1.15,
    why: 'every table and trigger of the schema is read by SQLite before the first question, and held against what this program makes; that does not grow with the cases.',
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
    why: 'the schema of the vault has a history for every table, which SQLite reads before the first question; the plain one has none. The pages are looked at beside.',
    async run(office) {
      await office.shut()
      const ours = () => unlocking(office, 1, desk => firstPage(desk))
      return foundOf(await inTurn({ ours, reference: () => openingPlain(office) }, office))
    },
  },
  {
    name: 'check of every page, beside',
    beside: 'SHA-512 of the same bytes',
    unit: 'ms',
    goal: null,
    grows: true,
    async run(office) {
      await office.shut()
      const path = databasePath(office.folder)
      const checking = async () => {
        const desk = office.newDesk({ checkedFirst: 0 })
        await desk.get('vault.unlock', { passphrase: passphraseOf(1) })
        const took = await timed(() => desk.app.desk.vault?.watch.checked)
        await desk.get('vault.lock', {})
        return took
      }
      const pair = await inTurn({ ours: checking, reference: () => timed(() => digestOf(path)) }, office)
      const megabytes = statSync(path).size / 1_000_000
      return foundOf(pair, { 'MB per second': Math.round((megabytes / pair.ours.median) * 1_000) })
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
