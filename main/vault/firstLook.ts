import { existsSync, fstatSync } from 'node:fs'
import { beforeWriting } from '../db/handles.ts'
import { checkDatabase, pageBytes } from '../db/open.ts'
import { areAuthentic } from './look.ts'
import type { Keys } from './openKeys.ts'
import { pageProof } from './pageProof.ts'
import { pageTags, saltOf, type PageTags } from './pageTags.ts'
import { readSeal, sealPath, warningsFor, type Seal, type VaultWarning } from './seal.ts'
import { isDamage, sealAsOpen, subkeyOf, type Session } from './session.ts'
import { watch, type Waits, type Watch } from './watch.ts'

/** A database up to this size is read through before anything is shown: that takes some milliseconds. A larger one beside. */
const checkedFirstBytes = 4 * 1_048_576
/** When a larger one is looked at. */
const usualWaits: Waits = { afterOpeningMs: 1_500, afterWriteMs: 3_000, aheadBytes: 32 * 1_048_576 }
/** For tests. */
const noWaits: Waits = { afterOpeningMs: 0, afterWriteMs: 0, aheadBytes: 0 }

/** What there is to say of the seal, before one page of the database was looked at. */
export async function warningsOf({
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
export function lookFirst({
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

/** Begins to look at what was not looked at first, and lets nobody write before. */
export function watching(session: Omit<Session, 'watch'>, tags: PageTags | null): Watch {
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
export function tellDamage({ watch: { checked }, opening, keys }: Session): void {
  void checked.then(refused => refused && isDamage(refused) && opening.onDamaged?.(keys))
}
