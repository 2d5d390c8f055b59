import { existsSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refused } from '../../../shared/refusal.ts'
import { migrate } from '../../db/migrate.ts'
import { forWriting } from '../../db/handles.ts'
import type { Migration } from '../../db/migration.ts'
import { migrations } from '../../db/migrations/index.ts'
import { readWhole } from '../../file/readWhole.ts'
import { refusalForWrite, systemCode } from '../../file/refusalFor.ts'
import { flushFolder, writeDurably } from '../../file/writeDurably.ts'
import { readKeysFile } from '../keysFile.ts'
import type { OpenVault } from '../openVault.ts'
import type { Pages } from '../pages.ts'
import { chunkBytes } from './container.ts'
import { besides } from './place.ts'
import { replaceVault } from './replace.ts'

/** Says that the vault was being brought up to date: written before the first step, removed after the last. */
const markPath = (folder: string) => join(folder, 'upgrading')

/** The vault as it was before, whole and encrypted, beside it. */
const beforePath = (folder: string, version: number) => `${folder}.before-${version}`

/**
 * The version that a vault can go back to when bringing it up to date did not come to its end; `null` when there is nothing
 * to go back from.
 */
export function cutShort(folder: string): number | null {
  const version = existsSync(markPath(folder)) ? Number(readFileSync(markPath(folder), 'utf8')) : Number.NaN
  return Number.isInteger(version) && existsSync(beforePath(folder, version)) ? version : null
}

async function copyPages(pages: Pages, path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    const buffer = Buffer.alloc(chunkBytes)
    for (let at = 0; at < pages.size(); at += chunkBytes) {
      const chunk = buffer.subarray(0, Math.min(chunkBytes, pages.size() - at))
      pages.read(chunk, at)
      const { bytesWritten } = await file.write(chunk, 0, chunk.length, at)
      if (bytesWritten !== chunk.length) throw new Refused('file/disk-full')
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Nothing beside the database is larger. */
const mostBytes = 1_048_576

/** Every other file of a vault. `seal.vs` says of the copy what it says of the vault: open since, not closed. */
const others = ['keys.vk', 'seal.vs', 'OPEN-WITHOUT-VIGIL.txt']

/** Copies the whole vault beside itself, durably, before a step is taken. Only whole does it get its name. */
async function keepBefore(folder: string, vault: OpenVault, version: number): Promise<void> {
  const place = beforePath(folder, version)
  const partial = `${place}.partial`
  try {
    await rm(partial, { recursive: true, force: true })
    await mkdir(partial, { mode: 0o700 })
    await copyPages(vault.pages, join(partial, 'case.db'))
    for (const name of others)
      if (existsSync(join(folder, name)))
        await writeDurably(join(partial, name), await readWhole(join(folder, name), mostBytes))
    flushFolder(partial)
    await rm(place, { recursive: true, force: true })
    await rename(partial, place)
    flushFolder(dirname(place))
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined)
    const refused = refusalForWrite(error)
    throw refused instanceof Refused ? new Refused('upgrade/no-copy') : refused
  }
}

function unmark(folder: string): void {
  rmSync(markPath(folder), { force: true })
  flushFolder(folder)
}

/** The slots say in clear which vault they are of. */
async function isOf(vault: OpenVault, place: string): Promise<boolean> {
  const keys = await readKeysFile(place).catch(() => new Uint8Array())
  return Buffer.from(keys).includes(vault.vaultId)
}

/** The vault before is kept until the vault after was closed properly and opened again. */
async function letGo(folder: string, vault: OpenVault): Promise<void> {
  if (existsSync(markPath(folder))) return unmark(folder)
  const before = besides(folder, /\.before-\d{1,6}/)
  if (before.length > 0) await vault.watch.seen
  if (vault.warnings.length > 0) return
  for (const place of before) if (await isOf(vault, place)) await rm(place, { recursive: true, force: true })
}

interface Upgrading {
  readonly folder: string
  readonly vault: OpenVault
  /** For tests: other steps than those of this program. */
  readonly steps?: readonly Migration[] | undefined
  /** A bug in a step. */
  readonly onFault: (error: unknown) => void
}

/**
 * Brings the schema of an open vault up to this program's version. Before the first step the whole vault is copied beside
 * itself; a power cut at any moment leaves either the vault as it was, or one that the next opening brings on, with the copy
 * beside it.
 *
 * @throws Refused `vault/newer-than-app`, `upgrade/no-copy` (nothing was changed), `upgrade/failed`.
 */
export async function bringUpToDate({
  folder,
  vault,
  steps = migrations,
  onFault,
}: Upgrading): Promise<void> {
  const { db } = vault
  const current = db.pragma('user_version', { simple: true }) as number
  if (current > steps.length) throw new Refused('vault/newer-than-app')
  if (current === steps.length) return letGo(folder, vault)
  forWriting(db)
  if (cutShort(folder) === null) {
    await keepBefore(folder, vault, current)
    await writeDurably(markPath(folder), Buffer.from(String(current)))
  }
  try {
    migrate(db, steps)
  } catch (error) {
    if (systemCode(error) === '' && !(error instanceof Refused)) onFault(error)
    throw error instanceof Refused ? error : new Refused('upgrade/failed')
  }
  unmark(folder)
}

/**
 * Puts the vault from before in place of one that was being brought up to date. That one is set aside, not removed.
 *
 * @returns the name of the folder it was set aside to.
 * @throws Refused `upgrade/nothing-before`, `file/cannot-write`.
 */
export async function goBack(folder: string): Promise<string> {
  const version = cutShort(folder)
  if (version === null) throw new Refused('upgrade/nothing-before')
  const aside = await replaceVault(folder, beforePath(folder, version))
  if (aside === null) throw new Refused('upgrade/nothing-before')
  return aside
}
