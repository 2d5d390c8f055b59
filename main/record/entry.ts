import { createHash } from 'node:crypto'
import type { CaseId, Instant } from '../../shared/model.ts'
import type { Change } from '../../shared/record/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'

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

interface SealedEntry extends Omit<EntryDraft, 'salt'> {
  readonly seq: number
  readonly changes: number
  readonly changesHash: string
  readonly before: string
  readonly hash: string
  /** `null` once a change of this entry may no longer be guessed. */
  readonly salt: Uint8Array | null
  /** What the hash covers in place of `reason`, where that no longer says what was hashed. */
  readonly reasonLeaf: string | null
}

/** A change as kept, with what stands in for values that are no longer there. */
interface KeptChange extends Change {
  readonly salt: Uint8Array | null
  readonly leaf: string | null
}

/** What stands before the first entry. */
const beginning = '0'.repeat(64)

/**
 * Opens the next entry: from now until `sealEntry`, every changed field is written under its number.
 *
 * @returns its number, counted from 1 without gaps.
 */
export function openEntry(db: WriteDb): number {
  const seq =
    prepare<[], { seq: number }>(db, `SELECT ifnull(max(seq), 0) + 1 AS seq FROM entry`).get()?.seq ?? 1
  prepare<[number]>(db, `INSERT INTO entry_open (one, seq) VALUES (1, ?)`).run(seq)
  return seq
}

/** The number of the entry that is open. */
export const openEntrySeq = (db: WriteDb): number =>
  prepare<[], { seq: number }>(db, `SELECT seq FROM entry_open`).get()?.seq ?? 0

/** Seals the open entry: its hash covers what was changed, what it says and the entry before. */
export function sealEntry(db: WriteDb, seq: number, draft: EntryDraft): void {
  const { changes, changesHash } = digest(keptChangesOf(db, seq), draft.salt)
  const entry = { ...draft, seq, changes, changesHash, before: chainHead(db), reasonLeaf: null }
  prepare<SealedEntry>(
    db,
    `INSERT INTO entry (seq, at, actor, operation, case_id, subject, reason, changes, changes_hash, before, hash, salt)
     VALUES (@seq, @at, @actor, @operation, @caseId, @subject, @reason, @changes, @changesHash, @before, @hash, @salt)`,
  ).run({ ...entry, hash: hashOf(entry) })
  prepare<[]>(db, `DELETE FROM entry_open`).run()
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

/** What one entry changed, in the order of changing. */
export function changesOf(db: ReadDb, seq: number): Change[] {
  return prepare<[number], Change>(
    db,
    `SELECT tbl, row, col, old, new FROM change WHERE entry = ? ORDER BY id`,
  ).all(seq)
}

/** The same, with what the chain needs of them. */
function keptChangesOf(db: ReadDb, seq: number): KeptChange[] {
  return prepare<[number], KeptChange>(
    db,
    `SELECT tbl, row, col, old, new, salt, leaf FROM change WHERE entry = ? ORDER BY id`,
  ).all(seq)
}

/**
 * Recomputes the whole chain.
 *
 * @returns how many entries there are, and the number of the first that does not fit, or `null`.
 */
export function verifyChain(db: ReadDb): { entries: number; brokenAt: number | null } {
  const entries = prepare<[], SealedEntry>(
    db,
    `SELECT seq, at, actor, operation, case_id AS caseId, subject, reason, changes, changes_hash AS changesHash,
            before, hash, salt, reason_leaf AS reasonLeaf FROM entry ORDER BY seq`,
  ).all()
  let before = beginning
  for (const [index, entry] of entries.entries()) {
    if (!fits(db, entry, { seq: index + 1, before })) return { entries: entries.length, brokenAt: index + 1 }
    before = entry.hash
  }
  return { entries: entries.length, brokenAt: strayChange(db, entries.length) }
}

function fits(
  db: ReadDb,
  entry: SealedEntry,
  expected: { readonly seq: number; readonly before: string },
): boolean {
  const { changes, changesHash } = digest(keptChangesOf(db, entry.seq), entry.salt)
  return (
    entry.seq === expected.seq &&
    entry.before === expected.before &&
    entry.changes === changes &&
    entry.changesHash === changesHash &&
    entry.hash === hashOf(entry)
  )
}

/** A change that belongs to no entry breaks the chain after its end. */
function strayChange(db: ReadDb, entries: number): number | null {
  const sql = `SELECT min(entry) AS entry FROM change WHERE entry NOT IN (SELECT seq FROM entry)`
  const stray = prepare<[], { entry: number | null }>(db, sql).get()?.entry ?? null
  return stray === null ? null : entries + 1
}

const sha256 = (value: string) => createHash('sha256').update(value).digest('hex')

/**
 * What the chain keeps of the changes of one entry: the SHA-256 of their leaves, in order.
 *
 * A leaf stands for one change and can take its place: a value may be sealed for named people, or destroyed, long after it
 * was written, and the chain still holds. The salt keeps a short value from being guessed from its leaf (ADR 0029).
 */
function digest(changes: readonly KeptChange[], salt: Uint8Array | null) {
  const leaves = changes.map((change, at) => change.leaf ?? leafOf(change, change.salt ?? saltAt(salt, at)))
  return { changes: changes.length, changesHash: sha256(leaves.join('')) }
}

/** The salt of the change at one place of an entry, counted from 0: tells nothing of the salts beside it. */
export const saltAt = (salt: Uint8Array | null, at: number): Uint8Array =>
  createHash('sha256')
    .update(salt ?? new Uint8Array())
    .update(`:${at}`)
    .digest()

/** The leaf of one change: SHA-256, in hex, over its salt and its fields as a JSON array. */
export const leafOf = ({ tbl, row, col, old, new: now }: Change, salt: Uint8Array): string =>
  sha256(JSON.stringify([Buffer.from(salt).toString('hex'), tbl, row, col, old, now]))

/** What the hash of an entry covers in place of its reason; `null` when none was given. */
export const leafOfReason = (reason: string | null, salt: Uint8Array | null): string | null =>
  reason === null ? null : sha256(JSON.stringify([Buffer.from(saltAt(salt, -1)).toString('hex'), reason]))

/** SHA-256 over the fields in this order, as a JSON array: an empty field and a missing one are different. */
function hashOf(entry: Omit<SealedEntry, 'hash'>): string {
  const { seq, at, actor, operation, caseId, subject, changes, changesHash, before } = entry
  const reason = entry.reasonLeaf ?? leafOfReason(entry.reason, entry.salt)
  return sha256(
    JSON.stringify([seq, at, actor, operation, caseId, subject, reason, changes, changesHash, before]),
  )
}
