import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { checkDatabase, openDatabase, pageBytes, type Database } from '../db/open.ts'
import { refusalForRead } from '../file/refusalFor.ts'
import { addSlot, removeHolder, type Adding } from './changeSlots.ts'
import type { Kdf } from './kdf.ts'
import type { Held, Keys } from './openKeys.ts'
import { pageTags, type PageTags } from './pageTags.ts'
import { readSeal, warningsFor, writeSeal, type Seal, type VaultWarning } from './seal.ts'
import { hkdf, ownKeyOf, wipe, type Holder } from './slot.ts'

/** Where the database of a vault stands. */
export const databasePath = (folder: string) => join(folder, 'case.db')

/** A database up to this size is read through at every opening; a larger one only when its seal is not what it should be. */
const checkedAlwaysBytes = 64 * 1_048_576

/** A vault that is open in this process, and in no other. */
export interface OpenVault extends Holder {
  readonly db: Database
  /** 32 hex digits. */
  readonly vaultId: string
  /** What deserves a sentence before work begins; mostly empty. */
  readonly warnings: readonly VaultWarning[]
  /** Everybody there was a way in for when it was opened. */
  readonly holders: readonly string[]
  /** Lets one more passphrase open the vault. @throws Refused, see `changeSlots.ts` */
  addSlot(adding: Adding): Promise<void>
  /** Lets one person open it no more. @throws Refused, see `changeSlots.ts` */
  removeHolder(holder: string): Promise<void>
  /** 32 bytes for one purpose, always the same for the same name. The caller wipes them. */
  subkey(name: string): Uint8Array
  /** Writes the seal, closes the database, wipes the key. Never throws; a second call does nothing. */
  close(now?: string): void
}

/** What is needed beside the keys. `now` is an instant as text; `chainHead` gives the record's last hash, in hex; asked at closing. */
export interface Opening {
  readonly folder: string
  readonly now: string
  readonly chainHead?: ((db: Database) => string) | undefined
  /** For tests: a cost below the floor. */
  readonly kdf?: Kdf | undefined
  readonly onStage?: ((stage: 'opening' | 'checking') => void) | undefined
}

/** A vault being opened: its database and a handle on the same file, which may not be closed before the database. */
interface Connected {
  readonly db: Database
  readonly fd: number
}

/** The name a key is used under. The database's is `db`. */
export function subkeyOf({ dataKey, vaultId }: Pick<Keys, 'dataKey' | 'vaultId'>, name: string): Uint8Array {
  return hkdf(dataKey, vaultId, `vigil/sub/v1/${name}`)
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

const sealOf = (tags: PageTags, said: Omit<Seal, 'pages' | 'page_tag_root'>): Seal => ({
  ...said,
  pages: tags.pages,
  page_tag_root: tags.root,
})

function release({ db, fd }: Connected): void {
  db.close()
  closeSync(fd)
}

/** Seals a database that no connection has open, as the first of its seals. */
export function sealClosed(folder: string, keys: Keys, now: string): void {
  const sealKey = subkeyOf(keys, 'seal-mac')
  const fd = openSync(databasePath(folder), 'r')
  const tags = pageTags(fd, sealKey)
  closeSync(fd)
  writeSeal(
    folder,
    sealOf(tags, { vault_id: keys.block.vault_id, seq: 1, clean: true, chain_head: '', time_claim: now }),
    sealKey,
  )
  sealKey.fill(0)
}

interface Session extends Connected {
  readonly keys: Keys
  readonly opening: Opening
  readonly sealKey: Uint8Array
  readonly seq: number
}

/** The record's head is that of the last closing until this session is closed: only then is there a record to ask. */
function sealAsOpen(
  { keys, opening, sealKey, seq }: Session,
  { tags, seal }: { tags: PageTags; seal: Seal | null },
): void {
  const chain_head = seal?.chain_head ?? ''
  const said = { vault_id: keys.block.vault_id, seq, clean: false, chain_head, time_claim: opening.now }
  writeSeal(opening.folder, sealOf(tags, said), sealKey)
}

function sealAsClosed({ db, fd, keys, opening, sealKey, seq }: Session, now: string): void {
  const chain_head = opening.chainHead?.(db) ?? ''
  const said = { vault_id: keys.block.vault_id, seq: seq + 1, clean: true, chain_head, time_claim: now }
  writeSeal(opening.folder, sealOf(pageTags(fd, sealKey), said), sealKey)
}

/** A session that cannot be sealed stays "not closed", which the next opening says. */
function trySealing(session: Session, now: string): void {
  try {
    if (!session.db.inTransaction) sealAsClosed(session, now)
  } catch {
    // Locking must go on: the vault is whole, only the seal is missing.
  }
}

function openVaultOf(session: Session, warnings: readonly VaultWarning[]): OpenVault {
  const { keys, db, opening, sealKey } = session
  let isOpen = true
  /** With a key of its own: the vault may be locked in the middle, and a wiped key must not be written. */
  const withKeys = async (work: (held: Held) => Promise<void>) => {
    if (!isOpen) throw new Error('the vault is closed')
    const held = { dataKey: keys.dataKey.slice(), vaultId: keys.vaultId, also: opening.kdf }
    await work(held).finally(() => held.dataKey.fill(0))
  }
  return {
    db,
    warnings,
    vaultId: keys.block.vault_id,
    holder: keys.slot.holder,
    holders: keys.block.slots.map(slot => slot.holder),
    addSlot: adding => withKeys(held => addSlot(opening.folder, held, adding)),
    removeHolder: holder => withKeys(held => removeHolder(opening.folder, held, holder)),
    subkey(name) {
      if (!isOpen) throw new Error('the vault is closed')
      return subkeyOf(keys, name)
    },
    ownKey(name) {
      if (!isOpen) throw new Error('the vault is closed')
      return ownKeyOf(keys, name)
    },
    close(now = opening.now) {
      if (!isOpen) return
      isOpen = false
      trySealing(session, now)
      wipe(keys)
      sealKey.fill(0)
      release(session)
    },
  }
}

/**
 * Opens the database, holds it against its seal, marks the session as open.
 *
 * The keys belong to the open vault from here on.
 *
 * @throws Refused `vault/damaged`, `vault/in-use`, `file/…`.
 */
export async function openVault(keys: Keys, opening: Opening): Promise<OpenVault> {
  opening.onStage?.('opening')
  const held = hold(opening.folder, keys)
  try {
    opening.onStage?.('checking')
    const sealKey = subkeyOf(keys, 'seal-mac')
    const seal = await readSeal(opening.folder, sealKey, keys.block.vault_id)
    const tags = pageTags(held.fd, sealKey)
    const warnings = warningsFor(seal, tags)
    if (warnings.length > 0 || tags.pages * pageBytes <= checkedAlwaysBytes) checkDatabase(held.db)
    const session: Session = { ...held, keys, opening, sealKey, seq: (seal?.seq ?? 0) + 1 }
    sealAsOpen(session, { tags, seal })
    return openVaultOf(session, warnings)
  } catch (error) {
    wipe(keys)
    release(held)
    throw error
  }
}
