import { closeSync, existsSync, fstatSync, openSync, statSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Refused } from '../../../shared/refusal.ts'
import type { Damage } from '../../../shared/vault/rescue.ts'
import { pageBytes } from '../../db/open.ts'
import { keysPath, readKeysFile } from '../keysFile.ts'
import type { Keys } from '../openKeys.ts'
import { databasePath, subkeyOf } from '../session.ts'
import { readSeal, sealPath, type Seal } from '../seal.ts'
import { copyBytes, readCopy } from '../slotBlock.ts'
import { readJournal } from './journal.ts'
import { openPages, type Pages } from './pages.ts'

/** What opens a vault, without whose it is. */
export type RescueKeys = Pick<Keys, 'dataKey' | 'vaultId'>

interface Looking {
  readonly folder: string
  /** `null` when they could not be had. */
  readonly keys: RescueKeys | null
  /** A cost accepted although it is out of range, for tests. */
  readonly kdf?: Parameters<typeof readCopy>[1]
}

/** A copy whose frame holds and a later version wrote is whole too: this program only cannot read it. */
async function keysIn({ folder, kdf }: Looking): Promise<Damage['keys']> {
  if (!existsSync(keysPath(folder))) return 'missing'
  try {
    const file = await readKeysFile(folder)
    const copies = [0, copyBytes].map(at => readCopy(file.subarray(at, at + copyBytes), kdf).state !== 'bad')
    if (copies.every(Boolean)) return 'whole'
    return copies.some(Boolean) ? 'one-copy' : 'damaged'
  } catch (error) {
    return error instanceof Refused && error.code === 'vault/damaged' ? 'damaged' : 'unreadable'
  }
}

function journalIn(folder: string): Damage['journal'] {
  try {
    const journal = readJournal(`${databasePath(folder)}-journal`)
    if (!journal) return 'none'
    return journal.whole ? 'whole' : 'damaged'
  } catch {
    return 'unreadable'
  }
}

/** The seal, when this vault's key wrote it. */
export async function trustedSeal(folder: string, keys: RescueKeys): Promise<Seal | null> {
  const key = subkeyOf(keys, 'seal-mac')
  try {
    return await readSeal(folder, key, Buffer.from(keys.vaultId).toString('hex'))
  } catch {
    return null
  } finally {
    key.fill(0)
  }
}

/** The pages of a vault's database, as far as they can be read; `null` when none can. @throws the system's own error */
export async function pagesOf(folder: string, keys: RescueKeys): Promise<Pages | null> {
  const seal = await trustedSeal(folder, keys)
  const key = subkeyOf(keys, 'db')
  try {
    return openPages({
      path: databasePath(folder),
      key,
      salt: seal?.salt ? Buffer.from(seal.salt, 'hex') : null,
    })
  } finally {
    key.fill(0)
  }
}

type Database = Pick<Damage, 'database' | 'pages' | 'damagedPages' | 'canRescue'>

const nothing = { pages: 0, damagedPages: 0, canRescue: false } as const

/** So many pages are looked at before somebody else has a turn: the window may ask where the vault stands. */
const slicePages = 256

async function damagedIn(pages: Pages): Promise<number> {
  let damaged = 0
  for (let number = 1; number <= pages.count; number += 1) {
    if (pages.isUsed(number) && pages.read(number) === null) damaged += 1
    if (number % slicePages === 0) await nextTurn()
  }
  return damaged
}

async function databaseWith(folder: string, keys: RescueKeys, should: number): Promise<Database> {
  const pages = await pagesOf(folder, keys)
  if (!pages) return { ...nothing, database: 'none', pages: should, damagedPages: should }
  try {
    const cut = Math.max(0, should - pages.count)
    const damagedPages = (await damagedIn(pages)) + cut
    const database = damagedPages > 0 ? 'pages' : 'order'
    return { database, pages: pages.count + cut, damagedPages, canRescue: pages.count + cut > damagedPages }
  } finally {
    pages.close()
  }
}

function sizeOf(path: string): number {
  const fd = openSync(path, 'r')
  try {
    return fstatSync(fd).size
  } finally {
    closeSync(fd)
  }
}

async function databaseIn({ folder, keys }: Looking, seal: Seal | null): Promise<Database> {
  const path = databasePath(folder)
  if (!existsSync(path) || !statSync(path).isFile()) return { ...nothing, database: 'missing' }
  try {
    const size = sizeOf(path)
    if (size === 0)
      return { ...nothing, database: 'empty', pages: seal?.pages ?? 0, damagedPages: seal?.pages ?? 0 }
    const pages = Math.ceil(size / pageBytes)
    if (!keys) return { ...nothing, database: 'unknown', pages }
    return await databaseWith(folder, keys, Math.max(pages, seal?.clean ? seal.pages : 0))
  } catch {
    return { ...nothing, database: 'unreadable' }
  }
}

function sealState(folder: string, keys: RescueKeys | null, seal: Seal | null): Damage['seal'] {
  if (!existsSync(sealPath(folder))) return 'missing'
  if (!keys) return 'unknown'
  return seal ? 'whole' : 'damaged'
}

/**
 * What is wrong with the files of a vault that does not open, each by name. Writes nothing; reads every page, about 10 ms
 * per megabyte.
 */
export async function diagnose(looking: Looking): Promise<Damage> {
  const { folder, keys } = looking
  const seal = keys && (await trustedSeal(folder, keys))
  return {
    keys: await keysIn(looking),
    ...(await databaseIn(looking, seal)),
    journal: journalIn(folder),
    seal: sealState(folder, keys, seal),
  }
}
