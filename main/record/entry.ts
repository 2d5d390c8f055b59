import { hash as digestOf } from 'node:crypto'
import type { CaseId, Instant } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { caseKey, reasonBound, sealSaid } from '../db/apartKeys.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { bytesOf, leafOf, reasonLeaf, saltAt } from '../db/leaf.ts'
import { isSaid, settle, type KeptChange } from './changes.ts'

/** What an entry says besides its place in the chain. */
export interface EntryDraft {
  readonly at: Instant
  readonly actor: string
  readonly operation: string
  readonly caseId: CaseId | null
  /** The row it is about, when that is not plain from the changes (a reveal changes nothing). */
  readonly subject: string | null
  readonly reason: string | null
  /** 16 random bytes, from which everything said gets a salt: without it nobody can guess that from its hash. Not kept. */
  readonly salt: Uint8Array
  /** The leaves of what was settled before it is sealed (`settle`). */
  readonly leaves?: Uint8Array[]
}

/** What the hash of an entry covers, beside the hash of the entry before and the leaves of its changes. */
interface HashedEntry extends Omit<EntryDraft, 'salt' | 'leaves' | 'reason'> {
  readonly seq: number
  /** How many rows it wrote. */
  readonly changes: number
  /** Stands for its reason, in hex; `null` when none was given. */
  readonly reason: string | null
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
  const { leaves: each = [], ...drafted } = draft
  const { caseId, salt } = draft
  settle(db, { seq, caseId, salt, leaves: each })
  const leaves = Buffer.concat(each)
  const said = reasonOf(db, seq, draft)
  const [before, changes] = [bytesOf(chainHead(db)), each.length]
  const changesHash = beginningOf(sha256(leaves))
  const reason = said.reasonLeaf ?? (said.reason === null ? null : reasonLeaf(said.reason, said.reasonSalt))
  prepare<Record<string, unknown>>(
    db,
    `INSERT INTO main.entry (seq, at, actor, operation, case_id, subject, reason, changes, changes_hash, before, hash,
                             reason_salt, reason_leaf, apart, sealed)
     VALUES (@seq, @at, @actor, @operation, @caseId, @subject, @reason, @changes, @changesHash, @before, @hash,
             @reasonSalt, @reasonLeaf, @apart, @sealed)`,
  ).run({
    ...drafted,
    ...said,
    seq,
    changes,
    changesHash,
    before: beginningOf(before),
    hash: sha256(hashedBytes({ ...drafted, seq, changes, reason }, { before, changesHash, leaves })),
    reasonSalt: said.reason === null ? null : bytesOf(said.reasonSalt),
    reasonLeaf: said.reasonLeaf && bytesOf(said.reasonLeaf),
  })
  prepare<[]>(db, `DELETE FROM main.entry_open`).run()
}

/** A reason as it is kept: for everybody, or sealed for those a case is for. */
interface SealedReason {
  readonly reason: string | null
  /** In hex. */
  readonly reasonSalt: string
  readonly reasonLeaf: string | null
  readonly apart: string | null
  readonly sealed: Uint8Array | null
}

/** Why something was done in a case for named people is for them too (ADR 0029). @throws Refused `access/not-named` */
function reasonOf(db: ReadDb, seq: number, { reason, caseId, salt: random }: EntryDraft): SealedReason {
  const key = caseKey(db, caseId)
  if (key === null) throw new Refused('access/not-named')
  const reasonSalt = saltAt(random, 'reason')
  if (reason === null || !key) return { reason, reasonSalt, reasonLeaf: null, apart: null, sealed: null }
  const sealed = sealSaid({ said: Buffer.from(reason), salt: reasonSalt }, { key, bound: reasonBound(seq) })
  return { reason: null, reasonSalt, reasonLeaf: reasonLeaf(reason, reasonSalt), apart: caseId, sealed }
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

const sha256 = (bytes: Uint8Array): Buffer => digestOf('sha256', bytes, 'buffer')

/** How many bytes of a hash tell whether something is what stood there, where another hash proves it. */
export const tellingBytes = 4

const beginningOf = (bytes: Uint8Array) => bytes.subarray(0, tellingBytes)

/**
 * The leaf of a change, in hex; `null` of one that says nothing and for which nothing stands: none that was written.
 *
 * A leaf stands for one change, a written row, and can take its place: what it says may be sealed for named people, or destroyed, long after it
 * was written, and the chain still holds. The salt keeps a short value from being guessed from its leaf (ADR 0029).
 */
export const leafIn = (change: KeptChange): string | null =>
  change.leaf ?? (isSaid(change) && change.salt !== null ? leafOf(change, change.salt) : null)

/** A value as it is hashed: its length in bytes, a colon and itself; `-` where there is none. */
const field = (value: string | null) => (value === null ? '-' : `${Buffer.byteLength(value)}:${value}`)

/** The fields of an entry in the order in which they are hashed, as its row has them: after its number and how many rows it wrote. */
export const hashedFields = ['at', 'actor', 'operation', 'case_id', 'subject'] as const

/** What stands before the fields of an entry where it is hashed. */
export const numbersOf = ({ seq, changes }: Pick<HashedEntry, 'seq' | 'changes'>) => `${seq}:${changes}:`

/**
 * What the hash of an entry is taken over: the hash of the entry before; its number and that of the rows it wrote; its fields,
 * each after its length in bytes, so that an empty one and a missing one are different; `+` and the leaf of its reason, or `-`; the beginning of the hash of the leaves
 * of its changes, and these leaves.
 */
function hashedBytes(
  { seq, at, actor, operation, caseId, subject, changes, reason }: HashedEntry,
  covered: Readonly<Record<'before' | 'changesHash' | 'leaves', Uint8Array>>,
): Buffer {
  const fields = numbersOf({ seq, changes }) + [at, actor, operation, caseId, subject].map(field).join('')
  const why = reason === null ? [Buffer.from('-')] : [Buffer.from('+'), bytesOf(reason)]
  return Buffer.concat([covered.before, Buffer.from(fields), ...why, covered.changesHash, covered.leaves])
}
