import { closeSync, existsSync, fstatSync, openSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Refused } from '../../shared/refusal.ts'
import { beforeWriting } from '../db/handles.ts'
import { checkDatabase, openDatabase, pageBytes, type Database } from '../db/open.ts'
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
import type { Kdf } from './kdf.ts'
import { readKeysFile } from './keysFile.ts'
import { currentKeys, type Held, type Keys } from './openKeys.ts'
import { areAuthentic } from './look.ts'
import { pageProof } from './pageProof.ts'
import { pagesOf, type Pages } from './pages.ts'
import { pageTags, saltOf, type PageTags } from './pageTags.ts'
import { readSeal, sealPath, warningsFor, writeSeal, type Seal, type VaultWarning } from './seal.ts'
import { escrowSecretOf } from './recoverySlot.ts'
import { hkdf, isRecoverySlot, ownKeyOf, wipe, type Holder, type RecoverySlot, type Slot } from './slot.ts'
import { watch, type Waits, type Watch } from './watch.ts'

/** Where the database of a vault stands. */
export const databasePath = (folder: string) => join(folder, 'case.db')

/** A database up to this size is read through before anything is shown: that takes some milliseconds. A larger one beside. */
const checkedFirstBytes = 4 * 1_048_576
/** When a larger one is looked at. */
const usualWaits: Waits = { afterOpeningMs: 1_500, afterWriteMs: 3_000, aheadBytes: 32 * 1_048_576 }
/** For tests. */
const noWaits: Waits = { afterOpeningMs: 0, afterWriteMs: 0, aheadBytes: 0 }

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

/** What is needed beside the keys. `now` is an instant as text; `chainHead` gives the record's last hash, in hex; asked at closing. */
export interface Opening {
  readonly folder: string
  readonly now: string
  readonly chainHead?: ((db: Database) => string) | undefined
  /** For tests: a cost below the floor. */
  readonly kdf?: Kdf | undefined
  /** For tests: another size up to which all pages are read before it is open, in bytes; the rest is then read at once after. */
  readonly checkedFirst?: number | undefined
  readonly onStage?: ((stage: 'opening' | 'checking') => void) | undefined
  /** Told when the keys are right and the database is not whole. The keys are wiped afterwards: whoever needs them copies. */
  readonly onDamaged?: ((keys: Keys) => void) | undefined
  /** Told when the pages of an open vault turn out not to be those that were closed. */
  readonly onReplayed?: (() => void) | undefined
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

const sealOf = (tags: PageTags, said: Omit<Seal, 'pages' | 'page_tag_root' | 'salt'>): Seal => ({
  ...said,
  pages: tags.pages,
  page_tag_root: tags.root,
  salt: tags.salt,
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

/** A vault that was unpacked from a copy still has the padding of the copy, and no seal. */
async function finishUnpacking(keys: Keys, { folder, now }: Opening): Promise<void> {
  const seal = () => sealClosed(folder, keys, now)
  await cutRestored(folder, { database: databasePath(folder), key: subkeyOf(keys, boxKeyName), seal })
}

interface Session extends Connected {
  readonly keys: Keys
  readonly opening: Opening
  readonly sealKey: Uint8Array
  readonly seq: number
  readonly warnings: VaultWarning[]
  /** The seal as it was found. */
  readonly found: Seal | null
  readonly watch: Watch
}

type Sealing = Pick<Session, 'keys' | 'opening' | 'sealKey' | 'seq' | 'found'>

/** The record's head is that of the last closing until this session is closed: only then is there a record to ask. */
function sealAsOpen({ keys, opening, sealKey, seq, found }: Sealing, tags: PageTags): void {
  const chain_head = found?.chain_head ?? ''
  const said = { vault_id: keys.block.vault_id, seq, clean: false, chain_head, time_claim: opening.now }
  writeSeal(opening.folder, sealOf(tags, said), sealKey)
}

/** A session that never said that it is open wrote nothing, and the seal that was found still says all there is. */
function sealAsClosed({ db, keys, opening, sealKey, seq, watch }: Session, now: string): void {
  const tags = watch.tagsToSeal()
  if (!tags) return
  const chain_head = opening.chainHead?.(db) ?? ''
  const said = { vault_id: keys.block.vault_id, seq: seq + 1, clean: true, chain_head, time_claim: now }
  writeSeal(opening.folder, sealOf(tags, said), sealKey)
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

/** A session that cannot be sealed stays "not closed", which the next opening says. */
function trySealing(session: Session, now: string): void {
  try {
    if (!session.db.inTransaction) sealAsClosed(session, now)
  } catch {
    // Locking must go on: the vault is whole, only the seal is missing.
  }
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
    distrust: () => void (isTrusted = false),
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

/** What there is to say of the seal, before one page of the database was looked at. */
async function warningsOf({
  sealKey,
  keys,
  opening,
  fd,
}: Pick<Session, 'sealKey' | 'keys' | 'opening' | 'fd'>): Promise<{
  readonly found: Seal | null
  readonly warnings: VaultWarning[]
}> {
  const found = await readSeal(opening.folder, sealKey, keys.block.vault_id)
  const head = { pages: fstatSync(fd).size / pageBytes, salt: saltOf(fd) }
  const warnings = warningsFor(found, head).map(warning =>
    warning === 'no-seal' && existsSync(sealPath(opening.folder)) ? 'seal-damaged' : warning,
  )
  return { found, warnings }
}

/** The proof of every page of a database; wiped by whoever asked for it. */
function proofOf(keys: Keys, fd: number) {
  const key = subkeyOf(keys, 'db')
  try {
    return pageProof(key, Buffer.from(saltOf(fd), 'hex'))
  } finally {
    key.fill(0)
  }
}

/**
 * What is not as it was closed is read through before anything is shown, and so is what takes no time.
 *
 * @returns the tags of all pages, or `null` when they are still to be looked at.
 * @throws Refused `vault/damaged`
 */
function lookFirst({
  db,
  fd,
  keys,
  opening,
  sealKey,
  found,
  warnings,
}: Omit<Session, 'seq' | 'watch'>): PageTags | null {
  const isSmall = fstatSync(fd).size <= (opening.checkedFirst ?? checkedFirstBytes)
  if (warnings.length === 0 && !isSmall) return null
  const tags = pageTags(fd, sealKey)
  if (warnings.length === 0 && found?.page_tag_root !== tags.root) warnings.push('replayed')
  const proof = proofOf(keys, fd)
  const isSound = warnings.length === 0 && areAuthentic(fd, proof)
  proof.wipe()
  // A page that nothing leads to may have been torn by a power cut long ago: SQLite tells whether it is one.
  if (!isSound) checkDatabase(db)
  return tags
}

function watching(session: Omit<Session, 'watch'>, tags: PageTags | null): Watch {
  const { db, fd, keys, opening, sealKey, found, warnings } = session
  const watched = watch({
    db,
    fd,
    sealKey,
    tags,
    waits: opening.checkedFirst === undefined ? usualWaits : noWaits,
    seal: tags ? null : found,
    proof: tags ? null : proofOf(keys, fd),
    markOpen: seen => sealAsOpen(session, seen),
    warn(warning) {
      warnings.push(warning)
      opening.onReplayed?.()
    },
  })
  beforeWriting(db, () => watched.mayWrite())
  return watched
}

/** Damage that is found beside everything else: whoever closes the vault then still has its keys to look at what is left. */
function tellDamage({ watch: { checked }, opening, keys }: Session): void {
  void checked.then(refused => refused && isDamage(refused) && opening.onDamaged?.(keys))
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

/** Whether the files themselves are at fault: then somebody may want to see what is left. */
const isDamage = (error: unknown) =>
  error instanceof Refused && (error.code === 'vault/damaged' || error.code === 'file/cannot-read')
