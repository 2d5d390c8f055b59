import { closeSync, openSync } from 'node:fs'
import { Refused } from '../../shared/refusal.ts'
import type { Database } from '../db/open.ts'
import { databasePath } from './atTheDoor.ts'
import type { Kdf } from './kdf.ts'
import type { Keys } from './openKeys.ts'
import { pageTags, type PageTags } from './pageTags.ts'
import { writeSeal, type Seal, type VaultWarning } from './seal.ts'
import { hkdf } from './slot.ts'
import type { Watch } from './watch.ts'

export { databasePath }

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
export interface Connected {
  readonly db: Database
  readonly fd: number
}

/** The name a key is used under. The database's is `db`. */
export function subkeyOf({ dataKey, vaultId }: Pick<Keys, 'dataKey' | 'vaultId'>, name: string): Uint8Array {
  return hkdf(dataKey, vaultId, `vigil/sub/v1/${name}`)
}

const sealOf = (tags: PageTags, said: Omit<Seal, 'pages' | 'page_tag_root' | 'salt'>): Seal => ({
  ...said,
  pages: tags.pages,
  page_tag_root: tags.root,
  salt: tags.salt,
})

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

/** A vault that is open, and what is needed to seal it. */
export interface Session extends Connected {
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
export function sealAsOpen({ keys, opening, sealKey, seq, found }: Sealing, tags: PageTags): void {
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

/** A session that cannot be sealed stays "not closed", which the next opening says. */
export function trySealing(session: Session, now: string): void {
  try {
    if (!session.db.inTransaction) sealAsClosed(session, now)
  } catch {
    // Locking must go on: the vault is whole, only the seal is missing.
  }
}

/** Whether the files themselves are at fault: then somebody may want to see what is left. */
export const isDamage = (error: unknown) =>
  error instanceof Refused && (error.code === 'vault/damaged' || error.code === 'file/cannot-read')
