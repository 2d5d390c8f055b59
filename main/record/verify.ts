import { clockFlag } from '../../shared/record/clock.ts'
import type { ChainCheck, Misfit } from '../../shared/record/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { beforeRescue, leafOf } from '../db/leaf.ts'
import { beginning, digest, hashOf, type KeptChange, type SealedEntry } from './entry.ts'

/** How many entries are looked at before others get their turn: a few milliseconds. */
const atOnce = 200

/** How far a check is. */
export interface Progress {
  readonly done: number
  /** Entries there were when the check began. */
  readonly all: number
}

/** What is carried from one entry to the next. */
interface Reached {
  readonly done: number
  readonly before: string
  readonly at: SealedEntry['at'] | null
  readonly disorders: number
}

const lastSeq = (db: ReadDb): number =>
  prepare<[], { seq: number }>(db, `SELECT ifnull(max(seq), 0) AS seq FROM main.entry`).get()?.seq ?? 0

const entriesAfter = (db: ReadDb, seq: number): SealedEntry[] =>
  prepare<[number, number], SealedEntry>(
    db,
    `SELECT seq, at, actor, operation, case_id AS caseId, subject, reason, changes, changes_hash AS changesHash,
            before, hash, salt, reason_leaf AS reasonLeaf, reason_salt AS reasonSalt
     FROM main.entry WHERE seq > ? ORDER BY seq LIMIT ?`,
  ).all(seq, atOnce)

/** The changes of a run of entries, by entry, each in the order of changing. */
function changesBetween(db: ReadDb, first: number, last: number): ReadonlyMap<number, KeptChange[]> {
  const rows = prepare<[number, number], KeptChange & { readonly entry: number }>(
    db,
    `SELECT entry, tbl, row, col, old, new, salt, leaf FROM main.change WHERE entry BETWEEN ? AND ? ORDER BY entry, id`,
  ).iterate(first, last)
  const byEntry = new Map<number, KeptChange[]>()
  for (const row of rows) {
    const known = byEntry.get(row.entry)
    if (known) known.push(row)
    else byEntry.set(row.entry, [row])
  }
  return byEntry
}

/** Why an entry does not fit where it stands, or `null`. */
function misfit(entry: SealedEntry, { done, before }: Reached, kept: readonly KeptChange[]): Misfit | null {
  if (entry.seq !== done + 1) return 'missing'
  if (entry.before !== before) return 'not-next'
  const { changes, changesHash } = digest(kept, entry.salt)
  if (entry.changes !== changes || entry.changesHash !== changesHash || kept.some(isBeside)) return 'changes'
  if (entry.reasonLeaf !== null && entry.reason !== null) return 'said'
  return entry.hash === hashOf(entry) ? null : 'said'
}

/** A leaf stands in place of values: whatever is written beside one, nothing covers, unless it is their own. */
const isBeside = ({ leaf, salt, ...change }: KeptChange): boolean =>
  leaf !== null &&
  (change.old !== null || change.new !== null) &&
  (salt === null || leafOf({ ...change, ...beforeRescue(change) }, salt) !== leaf)

const after = ({ at, disorders }: Reached, entry: SealedEntry): Reached => ({
  done: entry.seq,
  before: entry.hash,
  at: entry.at,
  disorders: disorders + (clockFlag(at, entry.at) === null ? 0 : 1),
})

/** Whether changes stand outside every entry; those between entries are found with the entry that is missing. */
function hasStray(db: ReadDb, last: number): boolean {
  const sql = `SELECT 1 FROM main.change WHERE entry < 1 UNION ALL SELECT 1 FROM main.change WHERE entry > ? LIMIT 1`
  return prepare<[number]>(db, sql).get(last) !== undefined
}

/** Only what belongs to a case for named people is sealed. Whatever else says so was taken out. */
const isSealed = `(sealed IS NOT NULL AND ifnull(apart, '') IN (SELECT case_id FROM main.access_limit WHERE about = 'case'))`

/**
 * Whether more was taken out of the record than the tombstones in it say: neither sealed for named people nor destroyed with
 * a case. What a rescued record lost, nobody can count.
 */
function isWithheld(db: ReadDb): boolean {
  const told = (column: string) =>
    `(SELECT ifnull(sum(CAST(new AS INTEGER)), 0) FROM main.change WHERE tbl = 'tombstone' AND col = '${column}' AND old IS NULL)`
  const sql = `SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM main.entry WHERE operation = 'rescue.start') AND (
    (SELECT count(*) FROM main.change WHERE leaf IS NOT NULL AND old IS NULL AND new IS NULL AND NOT ${isSealed}) > ${told('changes')} OR
    (SELECT count(*) FROM main.entry WHERE reason_leaf IS NOT NULL AND NOT ${isSealed}) > ${told('reasons')})`
  return prepare<[]>(db, sql).get() !== undefined
}

/**
 * Recomputes the whole chain, a run of entries at a time: memory does not grow with the record, and between two runs others
 * may read and write. Entries that are added meanwhile are looked at too.
 *
 * @returns yields how far it is; ends with what was found, at the first entry that does not fit.
 */
export function* verification(db: ReadDb): Generator<Progress, ChainCheck> {
  const all = lastSeq(db)
  let reached: Reached = { done: 0, before: beginning, at: null, disorders: 0 }
  for (;;) {
    const entries = entriesAfter(db, reached.done)
    const [first, last] = [entries[0]?.seq, entries.at(-1)?.seq]
    if (first === undefined || last === undefined) break
    const changes = changesBetween(db, first, last)
    for (const entry of entries) {
      const why = misfit(entry, reached, changes.get(entry.seq) ?? [])
      if (why) return found(db, reached, { brokenAt: reached.done + 1, why })
      reached = after(reached, entry)
    }
    yield { done: reached.done, all: Math.max(all, reached.done) }
  }
  const why = hasStray(db, reached.done) ? 'stray' : isWithheld(db) ? 'withheld' : null
  return found(db, reached, why ? { brokenAt: reached.done + 1, why } : whole)
}

const whole = { brokenAt: null, why: null } as const

function found(
  db: ReadDb,
  { before, disorders }: Reached,
  broken: Pick<ChainCheck, 'brokenAt' | 'why'>,
): ChainCheck {
  const { entries } = prepare<[], { entries: number }>(
    db,
    `SELECT count(*) AS entries FROM main.entry`,
  ).get() ?? {
    entries: 0,
  }
  return { entries, ...broken, head: before, disorders }
}

/** The same without a pause. */
export function verifyChain(db: ReadDb): ChainCheck {
  const steps = verification(db)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
