import { hash as digestOf } from 'node:crypto'
import type { CaseId, Instant } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { caseKey, reasonBound, sealSaid } from '../db/apartKeys.ts'
import { drawn } from '../db/chance.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { bytesOf, leafOf, reasonLeaf, reasonPlace, saltAt, saltOf } from '../db/leaf.ts'
import { isSaid, settleChanges, type KeptChange } from './changes.ts'

/** What an entry says besides its place in the chain. */
export interface EntryDraft {
  readonly at: Instant
  readonly actor: string
  readonly operation: string
  readonly caseId: CaseId | null
  /** The row it is about, when that is not plain from the changes (a reveal changes nothing). */
  readonly subject: string | null
  readonly reason: string | null
  /** 16 random bytes: without them nobody can guess what stood in a change from its hash. */
  readonly salt: Uint8Array
}

/** A sealed entry. Hashes, leaves and salts in hex. */
export interface SealedEntry extends Omit<EntryDraft, 'salt'> {
  readonly seq: number
  /** How many rows it wrote. */
  readonly changes: number
  readonly changesHash: string
  readonly before: string
  readonly hash: string
  /** `null` once a change of this entry may no longer be guessed. */
  readonly salt: string | null
  /** What the hash covers in place of `reason`, where that no longer says what was hashed. */
  readonly reasonLeaf: string | null
  /** The salt of the reason alone, where that of the entry is gone. */
  readonly reasonSalt: string | null
}

/** What stands before the first entry. */
export const beginning = '0'.repeat(64)

/**
 * Opens the next entry: from now until `sealEntry`, every written row is noted under its number.
 *
 * @returns its number, counted from 1 without gaps.
 */
export function openEntry(db: WriteDb): number {
  const seq =
    prepare<[], { seq: number }>(db, `SELECT ifnull(max(seq), 0) + 1 AS seq FROM entry`).get()?.seq ?? 1
  prepare<[number]>(db, `INSERT INTO main.entry_open (one, seq) VALUES (1, ?)`).run(seq)
  return seq
}

/** The number of the entry that is open. */
export const openEntrySeq = (db: WriteDb): number =>
  prepare<[], { seq: number }>(db, `SELECT seq FROM entry_open`).get()?.seq ?? 0

/** Seals the open entry: its hash covers what was changed, what it says and the entry before. */
export function sealEntry(db: WriteDb, seq: number, draft: EntryDraft): void {
  const salt = saltOf(draft.salt)
  const { changes, changesHash } = digest(settleChanges(db, seq, draft.caseId), salt)
  const said = reasonOf(db, seq, draft)
  const entry = {
    ...draft,
    ...said,
    salt,
    seq,
    changes,
    changesHash,
    before: chainHead(db),
    reasonSalt: null,
  }
  prepare<Record<string, unknown>>(
    db,
    `INSERT INTO main.entry (seq, at, actor, operation, case_id, subject, reason, changes, changes_hash, before, hash,
                             salt, reason_leaf, apart, sealed)
     VALUES (@seq, @at, @actor, @operation, @caseId, @subject, @reason, @changes, @changesHash, @before, @hash,
             @salt, @reasonLeaf, @apart, @sealed)`,
  ).run({
    ...entry,
    changesHash: bytesOf(changesHash),
    before: bytesOf(entry.before),
    hash: bytesOf(hashOf(entry)),
    salt: draft.salt,
    reasonLeaf: said.reasonLeaf && bytesOf(said.reasonLeaf),
  })
  prepare<[]>(db, `DELETE FROM main.entry_open`).run()
}

/** A reason as it is kept: for everybody, or sealed for those a case is for. */
interface SealedReason {
  readonly reason: string | null
  readonly reasonLeaf: string | null
  readonly apart: string | null
  readonly sealed: Uint8Array | null
}

/** Why something was done in a case for named people is for them too (ADR 0029). @throws Refused `access/not-named` */
function reasonOf(db: ReadDb, seq: number, { reason, caseId }: EntryDraft): SealedReason {
  const key = caseKey(db, caseId)
  if (key === null) throw new Refused('access/not-named')
  if (reason === null || !key) return { reason, reasonLeaf: null, apart: null, sealed: null }
  const salt = saltOf(drawn(32))
  const sealed = sealSaid({ said: Buffer.from(reason), salt }, { key, bound: reasonBound(seq) })
  return { reason: null, reasonLeaf: reasonLeaf(reason, salt), apart: caseId, sealed }
}

/** The hash of the last entry; 64 zeros when there is none. Travels in packages, so that offices witness each other. */
export function chainHead(db: ReadDb): string {
  return (
    prepare<[], { hash: string }>(
      db,
      `SELECT lower(hex(hash)) AS hash FROM main.entry ORDER BY seq DESC LIMIT 1`,
    ).get()?.hash ?? beginning
  )
}

/** How many entries the record has. */
export const entriesOf = (db: ReadDb): number =>
  prepare<[], { entries: number }>(db, `SELECT ifnull(max(seq), 0) AS entries FROM entry`).get()?.entries ?? 0

const sha256 = (value: string) => digestOf('sha256', value, 'hex')

/**
 * What the chain keeps of the changes of one entry: the SHA-256 of their leaves, in order.
 *
 * A leaf stands for one change, a written row, and can take its place: what it says may be sealed for named people, or destroyed, long after it
 * was written, and the chain still holds. The salt keeps a short value from being guessed from its leaf (ADR 0029).
 */
export function digest(changes: readonly KeptChange[], salt: string | null) {
  const leaves = changes.map((change, at) => change.leaf ?? leafAt(change, salt, at))
  return { changes: changes.length, changesHash: sha256(leaves.join('')) }
}

/** A change that says nothing and for which nothing stands is none that was written. */
const leafAt = (change: KeptChange, salt: string | null, at: number): string =>
  isSaid(change) ? leafOf(change, change.salt ?? saltAt(salt, at)) : ''

/** What stands for the reason of an entry; `null` when none was given. */
function leafOfReason({
  reason,
  reasonLeaf: leaf,
  reasonSalt,
  salt,
}: Omit<SealedEntry, 'hash'>): string | null {
  if (leaf !== null) return leaf
  return reason === null ? null : reasonLeaf(reason, reasonSalt ?? saltAt(salt, reasonPlace))
}

/** SHA-256 over the fields in this order, as a JSON array: an empty field and a missing one are different. */
export function hashOf(entry: Omit<SealedEntry, 'hash'>): string {
  const { seq, at, actor, operation, caseId, subject, changes, changesHash, before } = entry
  const reason = leafOfReason(entry)
  return sha256(
    JSON.stringify([seq, at, actor, operation, caseId, subject, reason, changes, changesHash, before]),
  )
}
