import { closeSync, fstatSync, openSync, statSync } from 'node:fs'
import { Refused } from '../../shared/refusal.ts'
import { openDatabase, type Database } from '../db/open.ts'
import { refusalForRead } from '../file/refusalFor.ts'
import {
  addSlot,
  escrowFor,
  putRecovery,
  removeHolder,
  removeRecovery,
  renewHolder,
  type Adding,
  type Escrow,
  type Recovering,
  type Renewing,
} from './changeSlots.ts'
import { boxKeyName } from './copies/manifest.ts'
import { cutRestored } from './copies/restoring.ts'
import { lookFirst, tellDamage, warningsOf, watching } from './firstLook.ts'
import { readKeysFile } from './keysFile.ts'
import { currentKeys, type Held, type Keys } from './openKeys.ts'
import { pagesOf, type Pages } from './pages.ts'
import type { Seal, VaultWarning } from './seal.ts'
import {
  databasePath,
  isDamage,
  sealClosed,
  subkeyOf,
  trySealing,
  type Connected,
  type Opening,
  type Session,
} from './session.ts'
import { escrowSecretOf } from './recoverySlot.ts'
import { isRecoverySlot, ownKeyOf, wipe, type Holder, type RecoverySlot, type Slot } from './slot.ts'
import type { Watch } from './watch.ts'

export { databasePath, subkeyOf } from './session.ts'

/** A vault that is open in this process, and in no other. */
export interface OpenVault extends Holder {
  readonly db: Database
  /** 32 hex digits. */
  readonly vaultId: string
  /** What deserves a sentence; mostly empty. More may be found while it is open. */
  readonly warnings: readonly VaultWarning[]
  /** Something else that deserves one was found. */
  warn(warning: VaultWarning): void
  /** What is known of its pages, and goes on being found out. */
  readonly watch: Pick<Watch, 'isSeen' | 'seen' | 'checked'>
  /** The seal as it was found, of the session before; `null` when there was none that this vault's key wrote. */
  readonly found: Seal | null
  /** Everybody there was a way in for when it was opened. */
  readonly holders: readonly string[]
  /** The slot that shares opened when it was opened itself; `null`: there were none. */
  readonly recovery: RecoverySlot | null
  /** Lets one more passphrase open the vault. @throws Refused, see `changeSlots.ts` */
  addSlot(adding: Adding): Promise<void>
  /** Lets one person open it no more. @throws Refused, see `changeSlots.ts` */
  removeHolder(holder: string): Promise<void>
  /** The slots as they are now. @throws Refused `vault/damaged`, `file/…` */
  slots(): Promise<readonly Slot[]>
  /** Lets shares open it, in place of those of before. @throws Refused, see `changeSlots.ts` */
  putRecovery(recovering: Recovering): Promise<void>
  /** Lets no shares open it any more. @throws Refused, see `changeSlots.ts` */
  removeRecovery(): Promise<void>
  /** Gives one person a new passphrase in place of what they lost. @throws Refused, see `changeSlots.ts` */
  renewHolder(renewing: Renewing): Promise<void>
  /** The own key of whoever opened it, locked for whoever comes with the shares. */
  escrowFor(slot: RecoverySlot): Escrow
  /** For a vault opened with shares: what opens what is locked for them, 32 bytes. The caller wipes them. */
  escrowSecret(): Uint8Array
  /** The database's file, for copying it. @throws Refused `vault/locked` once it is closed */
  readonly pages: Pages
  /** 32 bytes for one purpose, always the same for the same name. The caller wipes them. */
  subkey(name: string): Uint8Array
  /** Before anything is written: a folder that was taken away takes what is written with it. @throws Refused `vault/gone-away` */
  mustBeInPlace(): void
  /** From now on it is not sealed as whole: the next opening reads every page of it. */
  distrust(): void
  /** Writes the seal, closes the database, wipes the key. Never throws; a second call does nothing. */
  close(now?: string): void
}

function openedWith(key: Uint8Array, path: string): Database {
  try {
    return openDatabase(path, key, { create: false })
  } finally {
    key.fill(0)
  }
}

function hold(folder: string, keys: Keys): Connected {
  const path = databasePath(folder)
  const db = openedWith(subkeyOf(keys, 'db'), path)
  try {
    return { db, fd: openSync(path, 'r') }
  } catch (error) {
    db.close()
    throw refusalForRead(error)
  }
}

function release({ db, fd }: Connected): void {
  db.close()
  closeSync(fd)
}

/** A vault that was unpacked from a copy still has the padding of the copy, and no seal. */
async function finishUnpacking(keys: Keys, { folder, now }: Opening): Promise<void> {
  const seal = () => sealClosed(folder, keys, now)
  await cutRestored(folder, { database: databasePath(folder), key: subkeyOf(keys, boxKeyName), seal })
}

/** A drive that does not answer any more has gone, too. */
function statOrNothing(path: string) {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** Whether the file that is open is the one that stands there. @throws Refused `vault/gone-away` */
function mustBeSame(fd: number, path: string): void {
  const open = fstatSync(fd, { bigint: true })
  const found = statOrNothing(path)
  if (found?.ino !== open.ino || found.dev !== open.dev) throw new Refused('vault/gone-away')
}

function openVaultOf(session: Session): OpenVault {
  const { keys, db, opening, sealKey, warnings, found } = session
  let isOpen = true
  let isTrusted = true
  const mustBeOpen = () => {
    if (!isOpen) throw new Error('the vault is closed')
  }
  /** With a key of its own: the vault may be locked in the middle, and a wiped key must not be written. */
  const withKeys = async <T>(work: (held: Held) => Promise<T>) => {
    mustBeOpen()
    const held = { dataKey: keys.dataKey.slice(), vaultId: keys.vaultId, also: opening.kdf }
    return work(held).finally(() => held.dataKey.fill(0))
  }
  const { folder } = opening
  return {
    db,
    warnings,
    warn: warning => void warnings.push(warning),
    watch: session.watch,
    found,
    pages: pagesOf(session),
    vaultId: keys.block.vault_id,
    holder: keys.slot.holder,
    holders: keys.block.slots.map(slot => slot.holder),
    recovery: keys.block.slots.find(isRecoverySlot) ?? null,
    addSlot: adding => withKeys(held => addSlot(folder, held, adding)),
    removeHolder: holder => withKeys(held => removeHolder(folder, held, holder)),
    slots: () => withKeys(async held => currentKeys(await readKeysFile(folder), held).block.slots),
    putRecovery: recovering => withKeys(held => putRecovery(folder, held, recovering)),
    removeRecovery: () => withKeys(held => removeRecovery(folder, held)),
    renewHolder: renewing => withKeys(held => renewHolder(folder, held, renewing)),
    escrowFor(slot) {
      mustBeOpen()
      return escrowFor(slot, { holder: keys.slot.holder, personKey: keys.personKey })
    },
    escrowSecret() {
      mustBeOpen()
      return escrowSecretOf(keys)
    },
    subkey(name) {
      mustBeOpen()
      return subkeyOf(keys, name)
    },
    ownKey(name) {
      mustBeOpen()
      return ownKeyOf(keys, name)
    },
    mustBeInPlace: () => mustBeSame(session.fd, databasePath(folder)),
    distrust() {
      isTrusted = false
      session.watch.distrust()
    },
    close(now = opening.now) {
      if (!isOpen) return
      isOpen = false
      session.watch.stop()
      if (isTrusted) trySealing(session, now)
      wipe(keys)
      sealKey.fill(0)
      release(session)
    },
  }
}

/**
 * Opens the database, holds it against its seal, marks the session as open. Of a large database that was closed, the pages
 * are looked at once it is open (ADR 0002).
 *
 * The keys belong to the open vault from here on.
 *
 * @throws Refused `vault/damaged`, `vault/in-use`, `file/…`.
 */
export async function openVault(keys: Keys, opening: Opening): Promise<OpenVault> {
  opening.onStage?.('opening')
  let held: Connected | null = null
  try {
    await finishUnpacking(keys, opening)
    held = hold(opening.folder, keys)
    opening.onStage?.('checking')
    const sealKey = subkeyOf(keys, 'seal-mac')
    const known = { ...held, keys, opening, sealKey }
    const said = { ...known, ...(await warningsOf(known)) }
    const opened = { ...said, seq: (said.found?.seq ?? 0) + 1 }
    const session: Session = { ...opened, watch: watching(opened, lookFirst(opened)) }
    tellDamage(session)
    return openVaultOf(session)
  } catch (error) {
    if (held) release(held)
    if (isDamage(error)) opening.onDamaged?.(keys)
    wipe(keys)
    throw error
  }
}
