import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Refused } from '../../shared/refusal.ts'
import { openDatabase, refusalForDatabase, type Database } from '../db/open.ts'
import { refusalForWrite, systemCode } from '../file/refusalFor.ts'
import { flushFolder, writeDurably } from '../file/writeDurably.ts'
import { isThere } from './atTheDoor.ts'
import { isErased } from './erase.ts'
import { tuneKdf, type Kdf } from './kdf.ts'
import { keysPath, readKeysFile, repairsOf, writeSteps } from './keysFile.ts'
import { isWrongTry, openKeys, openKeysByShares, slotsShown, type Keys } from './openKeys.ts'
import { openVault, type OpenVault } from './openVault.ts'
import { openWithoutVigil } from './openWithoutVigil.ts'
import { normalise } from './passphrase.ts'
import { databasePath, sealClosed, subkeyOf } from './session.ts'
import { makeSlot, ownKeyOf, wipe, type Holder, type Slot } from './slot.ts'
import { reader, writeCopy, type SlotBlock } from './slotBlock.ts'
import type { Throttle } from './throttle.ts'

export type { OpenVault } from './openVault.ts'
export { changePassphrase } from './changePassphrase.ts'

/** How far an opening is. */
type Stage = 'reading' | 'deriving' | 'opening' | 'checking'

/** Both ways to an open vault. Passphrases are UTF-8 as typed; the caller wipes them. */
interface Entering {
  readonly folder: string
  readonly passphrase: Uint8Array
  /** An instant as text: what the clock says, for the seal. */
  readonly now: string
  /** The record's last hash in hex; empty text when there is none yet. Asked when the vault is closed. */
  readonly chainHead?: ((db: Database) => string) | undefined
  readonly onProgress?: ((stage: Stage) => void) | undefined
  /** For tests: a cost below the floor, written by creation and accepted by opening. */
  readonly kdf?: Kdf | undefined
  /** Told when the keys are right and the database is not whole, see `Opening`. */
  readonly onDamaged?: ((keys: Keys) => void) | undefined
  /** Told when what was put back is found after the opening, see `Opening`. */
  readonly onReplayed?: (() => void) | undefined
  /** For tests: what is read before the vault is open, see `Opening`. */
  readonly checkedFirst?: number | undefined
}

interface Creating extends Entering {
  /**
   * Writes what a vault holds from its first moment on, for whoever its first slot belongs to. Called before the vault
   * stands in its place.
   */
  readonly furnish?: ((db: Database, first: Holder) => void) | undefined
}

/** `throttle` belongs to whoever keeps trying: one for as long as the program runs. */
interface Unlocking extends Entering {
  readonly throttle?: Throttle | undefined
  /** The 32 bytes of a key file; the caller wipes them. */
  readonly keyFile?: Uint8Array | null | undefined
}

/** With shares in place of a passphrase. The caller wipes `recoveryKey`. */
interface ByShares extends Omit<Unlocking, 'passphrase' | 'keyFile'> {
  /** 32 bytes. */
  readonly recoveryKey: Uint8Array
}

/** Whether a vault, or what is left of one, stands in this folder. What was erased is none, whatever is left of it. */
export function vaultState(folder: string): 'none' | 'there' {
  if (isErased(folder)) return 'none'
  return isThere(folder) ? 'there' : 'none'
}

/** A new data key behind one slot, as both the bytes of `keys.vk` and the keys it will give. */
async function newKeys({
  passphrase,
  kdf,
}: Pick<Entering, 'passphrase' | 'kdf'>): Promise<{ file: Uint8Array; keys: Keys }> {
  const vaultId = randomBytes(16)
  const dataKey = new Uint8Array(randomBytes(32))
  const personKey = new Uint8Array(randomBytes(32))
  const clean = normalise(passphrase)
  const cost = kdf ?? (await tuneKdf(() => performance.now()))
  const drawn = { dataKey, personKey, vaultId }
  const slot = await makeSlot({ ...drawn, passphrase: clean, kdf: cost, label: 'A', generation: 1 })
  clean.fill(0)
  const block: SlotBlock = {
    v: 1,
    vault_id: vaultId.toString('hex'),
    min_reader: reader,
    cipher: 'sqlcipher4-raw',
    slots: [slot],
  }
  const copy = writeCopy(block, { generation: 1, dataKey })
  return {
    file: Buffer.concat([copy, copy]),
    keys: { ...drawn, block, slot, generation: 1, goodAt: 0 },
  }
}

interface Furniture extends Pick<Creating, 'now' | 'furnish'> {
  /** The bytes of `keys.vk`. */
  readonly file: Uint8Array
  readonly keys: Keys
}

function makeDatabase(folder: string, { keys, furnish }: Furniture): void {
  const key = subkeyOf(keys, 'db')
  const db = openDatabase(databasePath(folder), key, { create: true })
  key.fill(0)
  try {
    furnish?.(db, { holder: keys.slot.holder, ownKey: name => ownKeyOf(keys, name) })
  } catch (error) {
    throw refusalForDatabase(error) ?? error
  } finally {
    db.close()
  }
}

/** Everything a vault is made of, closed and sealed. */
async function build(folder: string, furniture: Furniture): Promise<void> {
  const { file, keys, now } = furniture
  makeDatabase(folder, furniture)
  sealClosed(folder, keys, now)
  await writeDurably(join(folder, 'OPEN-WITHOUT-VIGIL.txt'), Buffer.from(openWithoutVigil))
  await writeDurably(keysPath(folder), file)
}

/** An empty folder may be taken; anything else that stands there may not. */
async function moveIn(from: string, to: string): Promise<void> {
  try {
    await rmdir(to)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw new Refused('vault/already-there')
  }
  await rename(from, to)
  flushFolder(dirname(to))
}

/**
 * Makes a vault and opens it. It is built beside its place and moved there whole, so that half a vault never looks like one.
 *
 * Whether the passphrase is good enough is asked before (`strength`).
 *
 * @param kdf for tests; without it the cost is tuned to this machine and never below the floor.
 * @throws Refused `vault/already-there`, `vault/unusable-passphrase`, `vault/not-enough-memory`, `file/cannot-write`, `file/disk-full`.
 */
export async function createVault(entering: Creating): Promise<OpenVault> {
  const { folder, onProgress } = entering
  if (vaultState(folder) === 'there') throw new Refused('vault/already-there')
  onProgress?.('deriving')
  const made = await newKeys(entering)
  const partial = join(dirname(folder), `${basename(folder)}.${randomBytes(6).toString('hex')}.partial`)
  try {
    await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
    await mkdir(partial, { mode: 0o700 })
    await build(partial, { ...made, now: entering.now, furnish: entering.furnish })
    await moveIn(partial, folder)
  } catch (error) {
    wipe(made.keys)
    await rm(partial, { recursive: true, force: true })
    throw refusalForWrite(error)
  }
  return openVault(made.keys, { ...entering, onStage: onProgress })
}

/** What is left of a vault without its keys, or without its database, is damaged; nothing at all is missing. */
async function keysFileOf(folder: string): Promise<Uint8Array> {
  if (vaultState(folder) === 'none') throw new Refused('vault/missing')
  if (!existsSync(databasePath(folder)) || !existsSync(keysPath(folder))) throw new Refused('vault/damaged')
  return readKeysFile(folder)
}

/** Tells the throttle whether what was tried opens. */
async function throttled<T>(throttle: Throttle | undefined, work: () => Promise<T>): Promise<T> {
  try {
    const keys = await work()
    throttle?.opened()
    return keys
  } catch (error) {
    if (error instanceof Refused && isWrongTry(error.code)) throttle?.failed()
    throw error
  }
}

async function keysFor(file: Uint8Array, { passphrase, keyFile, kdf }: Unlocking): Promise<Keys> {
  const clean = normalise(passphrase)
  try {
    return await openKeys(file, { passphrase: clean, keyFile, also: kdf })
  } finally {
    clean.fill(0)
  }
}

/** The ways in there are, as the keys say without being opened: enough to know what to ask for. */
export async function waysShown(folder: string, kdf?: Kdf): Promise<readonly Slot[]> {
  if (!existsSync(keysPath(folder))) return []
  return slotsShown(await readKeysFile(folder), kdf)
}

/**
 * Only now that nobody else has the vault open; unless the keys were changed since they were read.
 *
 * @returns whether there was anything to repair.
 */
async function repairKeys(
  folder: string,
  { file, goodAt }: { file: Uint8Array; goodAt: number },
): Promise<boolean> {
  const steps = repairsOf(file, goodAt)
  if (steps.length === 0) return false
  if (Buffer.compare(await readKeysFile(folder), file) !== 0) throw new Refused('vault/in-use')
  await writeSteps(folder, steps)
  return true
}

/**
 * Opens a vault for this process alone. A damaged or older copy of the keys is written anew from the good one.
 *
 * @param throttle refuses with `vault/try-later` after three wrong passphrases.
 * @throws Refused `vault/missing`, `vault/wrong-passphrase`, `keyfile/needed`, `keyfile/one-is-wrong`, `vault/damaged`,
 *   `vault/newer-than-app`, `vault/in-use`, `vault/try-later`, `vault/unusable-passphrase`, `vault/not-enough-memory`,
 *   `file/…`.
 */
export const unlockVault = (unlocking: Unlocking): Promise<OpenVault> =>
  openWith(unlocking, file => keysFor(file, unlocking))

/**
 * Opens a vault with its shares, as nobody of it: for giving somebody a new way in, and for nothing else.
 *
 * @throws Refused as `unlockVault`, with `recovery/none` or `recovery/not-this-vault` when they do not open it.
 */
export const unlockByShares = (entering: ByShares): Promise<OpenVault> =>
  openWith(entering, file =>
    openKeysByShares(file, { recoveryKey: entering.recoveryKey, also: entering.kdf }),
  )

async function openWith(
  unlocking: Omit<Unlocking, 'passphrase'>,
  keysIn: (file: Uint8Array) => Promise<Keys>,
): Promise<OpenVault> {
  const { folder, onProgress, throttle } = unlocking
  throttle?.check()
  onProgress?.('reading')
  const file = await keysFileOf(folder)
  onProgress?.('deriving')
  const keys = await throttled(throttle, () => keysIn(file))
  const vault = await openVault(keys, { ...unlocking, onStage: onProgress })
  try {
    if (await repairKeys(folder, { file, goodAt: keys.goodAt })) vault.warn('keys-repaired')
    return vault
  } catch (error) {
    vault.close()
    throw error
  }
}
