import { hash as digestOf } from 'node:crypto'
import type { CaseId, Instant } from '../../shared/model.ts'
import type { Change } from '../../shared/record/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { caseKey, hiddenCases, reasonBound, sealSaid } from '../db/apartKeys.ts'
import { drawn } from '../db/chance.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { leafOf, reasonLeaf, reasonPlace, saltAt } from '../db/leaf.ts'

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

export interface SealedEntry extends Omit<EntryDraft, 'salt'> {
  readonly seq: number
  readonly changes: number
  readonly changesHash: string
  readonly before: string
  readonly hash: string
  /** `null` once a change of this entry may no longer be guessed. */
  readonly salt: Uint8Array | null
  /** What the hash covers in place of `reason`, where that no longer says what was hashed. */
  readonly reasonLeaf: string | null
  /** The salt of the reason alone, where that of the entry is gone. */
  readonly reasonSalt: Uint8Array | null
}

/** A change as kept, with what stands in for values that are no longer there. */
export interface KeptChange extends Change {
  readonly salt: Uint8Array | null
  readonly leaf: string | null
}

/** What stands before the first entry. */
export const beginning = '0'.repeat(64)

/**
 * Opens the next entry: from now until `sealEntry`, every changed field is written under its number.
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
  const { changes, changesHash } = digest(keptChangesOf(db, seq), draft.salt)
  const said = reasonOf(db, seq, draft)
  const entry = { ...draft, ...said, seq, changes, changesHash, before: chainHead(db), reasonSalt: null }
  prepare<Omit<SealedEntry, 'reasonSalt'> & SealedReason>(
    db,
    `INSERT INTO main.entry (seq, at, actor, operation, case_id, subject, reason, changes, changes_hash, before, hash,
                             salt, reason_leaf, apart, sealed)
     VALUES (@seq, @at, @actor, @operation, @caseId, @subject, @reason, @changes, @changesHash, @before, @hash,
             @salt, @reasonLeaf, @apart, @sealed)`,
  ).run({ ...entry, hash: hashOf(entry) })
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
  const own = drawn(32)
  const said = { old: null, new: reason, salt: Buffer.from(own).toString('hex') }
  const sealed = sealSaid(said, { key, bound: reasonBound(seq) })
  return { reason: null, reasonLeaf: reasonLeaf(reason, own), apart: caseId, sealed }
}

/** The hash of the last entry; 64 zeros when there is none. Travels in packages, so that offices witness each other. */
export function chainHead(db: ReadDb): string {
  return (
    prepare<[], { hash: string }>(db, `SELECT hash FROM entry ORDER BY seq DESC LIMIT 1`).get()?.hash ??
    beginning
  )
}

/** How many entries the record has. */
export const entriesOf = (db: ReadDb): number =>
  prepare<[], { entries: number }>(db, `SELECT ifnull(max(seq), 0) AS entries FROM entry`).get()?.entries ?? 0

/** What one entry changed, in the order of changing, as far as whoever is at the desk reads it. */
export function changesOf(db: ReadDb, seq: number): Change[] {
  return prepare<[number, string], Change>(
    db,
    `SELECT tbl, row, col, old, new FROM change
     WHERE entry = ? AND (apart IS NULL OR apart NOT IN (SELECT value FROM json_each(?))) ORDER BY id`,
  ).all(seq, hiddenCases(db))
}

/** The same, with what the chain needs of them. */
function keptChangesOf(db: ReadDb, seq: number): KeptChange[] {
  return prepare<[number], KeptChange>(
    db,
    `SELECT tbl, row, col, old, new, salt, leaf FROM main.change WHERE entry = ? ORDER BY id`,
  ).all(seq)
}

const sha256 = (value: string) => digestOf('sha256', value, 'hex')

/**
 * What the chain keeps of the changes of one entry: the SHA-256 of their leaves, in order.
 *
 * A leaf stands for one change and can take its place: a value may be sealed for named people, or destroyed, long after it
 * was written, and the chain still holds. The salt keeps a short value from being guessed from its leaf (ADR 0029).
 */
export function digest(changes: readonly KeptChange[], salt: Uint8Array | null) {
  const leaves = changes.map((change, at) => change.leaf ?? leafOf(change, change.salt ?? saltAt(salt, at)))
  return { changes: changes.length, changesHash: sha256(leaves.join('')) }
}

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
