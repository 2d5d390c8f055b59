import { clockFlag } from '../../shared/record/clock.ts'
import type { ChainCheck, Misfit } from '../../shared/record/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { beforeRescue, leafOf } from '../db/leaf.ts'
import { toldIn } from '../db/said.ts'
import { isSaid, type KeptChange } from './changes.ts'
import { beginning, digest, hashOf, type SealedEntry } from './entry.ts'

/** How many entries are looked at before others get their turn: a few milliseconds. */
const atOnce = 200

/** How far a check is. */
export interface Progress {
  readonly done: number
  /** Entries there were when the check began. */
  readonly all: number
}

/** How much is no longer there, and how much of that is told of: by tombstones, or by a rescue, which nobody can count. */
interface Withheld {
  readonly changes: number
  readonly reasons: number
  readonly isRescued: boolean
}

/** What is carried from one entry to the next. */
interface Reached {
  readonly done: number
  readonly before: string
  readonly at: SealedEntry['at'] | null
  readonly disorders: number
  /** What was taken out less what tombstones tell of. */
  readonly withheld: Withheld
}

const start: Reached = {
  done: 0,
  before: beginning,
  at: null,
  disorders: 0,
  withheld: { changes: 0, reasons: 0, isRescued: false },
}

const lastSeq = (db: ReadDb): number =>
  prepare<[], { seq: number }>(db, `SELECT ifnull(max(seq), 0) AS seq FROM main.entry`).get()?.seq ?? 0

/** Only what belongs to a case for named people is sealed. Whatever else says so was taken out. */
const isSealed = `(sealed IS NOT NULL AND ifnull(apart, '') IN (SELECT case_id FROM main.access_limit WHERE about = 'case'))`

type CheckedEntry = SealedEntry & { readonly isSealed: 0 | 1 }

const entriesAfter = (db: ReadDb, seq: number): CheckedEntry[] =>
  prepare<[number, number], CheckedEntry>(
    db,
    `SELECT seq, at, actor, operation, case_id AS caseId, subject, reason, changes, lower(hex(changes_hash)) AS changesHash,
            lower(hex(before)) AS before, lower(hex(hash)) AS hash, nullif(lower(hex(salt)), '') AS salt,
            nullif(lower(hex(reason_leaf)), '') AS reasonLeaf, nullif(lower(hex(reason_salt)), '') AS reasonSalt,
            ${isSealed} AS isSealed
     FROM main.entry WHERE seq > ? ORDER BY seq LIMIT ?`,
  ).all(seq, atOnce)

type CheckedChange = KeptChange & { readonly entry: number; readonly isSealed: 0 | 1 }

/** The changes of a run of entries, by entry, each in the order of changing. */
function changesBetween(
  db: ReadDb,
  first: number,
  last: number,
): ReadonlyMap<number, readonly CheckedChange[]> {
  const rows = prepare<[number, number], CheckedChange>(
    db,
    `SELECT entry, tbl, row, said, nullif(lower(hex(salt)), '') AS salt, nullif(lower(hex(leaf)), '') AS leaf,
            ${isSealed} AS isSealed
     FROM main.change WHERE entry BETWEEN ? AND ? ORDER BY entry, id`,
  ).all(first, last)
  const byEntry = new Map<number, CheckedChange[]>()
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

/** A leaf stands in place of what was said: whatever is written beside one, nothing covers, unless it is its own. */
const isBeside = (change: KeptChange): boolean =>
  change.leaf !== null &&
  isSaid(change) &&
  (change.salt === null || leafOf({ ...change, ...beforeRescue(change) }, change.salt) !== change.leaf)

const isTakenOut = ({ leaf, said, isSealed }: CheckedChange) =>
  leaf !== null && said === null && isSealed === 0

/** How many changes or reasons a tombstone tells of. */
function toldOf({ tbl, said }: CheckedChange, column: 'changes' | 'reasons'): number {
  if (tbl !== 'tombstone') return 0
  const told = toldIn(said).find(([col, old]) => col === column && old === null)
  return Number(told?.[2] ?? 0)
}

const sum = (changes: readonly CheckedChange[], of: (change: CheckedChange) => number) =>
  changes.reduce((total, change) => total + of(change), 0)

/** One entry more. Most entries have nothing that is gone, and no tombstone. */
function withheldWith(
  { changes, reasons, isRescued }: Withheld,
  entry: CheckedEntry,
  kept: readonly CheckedChange[],
): Withheld {
  const gone = entry.reasonLeaf !== null && entry.isSealed === 0 ? 1 : 0
  return {
    changes: changes + sum(kept, change => Number(isTakenOut(change)) - toldOf(change, 'changes')),
    reasons: reasons + gone - sum(kept, change => toldOf(change, 'reasons')),
    isRescued: isRescued || entry.operation === 'rescue.start',
  }
}

const after = (
  { at, disorders, withheld }: Reached,
  entry: CheckedEntry,
  kept: readonly CheckedChange[],
): Reached => ({
  done: entry.seq,
  before: entry.hash,
  at: entry.at,
  disorders: disorders + (clockFlag(at, entry.at) === null ? 0 : 1),
  withheld: withheldWith(withheld, entry, kept),
})

/** Whether changes stand outside every entry; those between entries are found with the entry that is missing. */
function hasStray(db: ReadDb, last: number): boolean {
  const sql = `SELECT 1 FROM main.change WHERE entry < 1 UNION ALL SELECT 1 FROM main.change WHERE entry > ? LIMIT 1`
  return prepare<[number]>(db, sql).get(last) !== undefined
}

/**
 * Whether more was taken out of the record than the tombstones in it say: neither sealed for named people nor destroyed with
 * a case. What a rescued record lost, nobody can count.
 */
const isWithheld = ({ withheld: { changes, reasons, isRescued } }: Reached): boolean =>
  !isRescued && (changes > 0 || reasons > 0)

/**
 * Recomputes the whole chain, a run of entries at a time: memory does not grow with the record, and between two runs others
 * may read and write. Entries that are added meanwhile are looked at too.
 *
 * @returns yields how far it is; ends with what was found, at the first entry that does not fit.
 */
export function* verification(db: ReadDb): Generator<Progress, ChainCheck> {
  const all = lastSeq(db)
  let reached = start
  for (;;) {
    const entries = entriesAfter(db, reached.done)
    const [first, last] = [entries[0]?.seq, entries.at(-1)?.seq]
    if (first === undefined || last === undefined) break
    const changes = changesBetween(db, first, last)
    for (const entry of entries) {
      const kept = changes.get(entry.seq) ?? []
      const why = misfit(entry, reached, kept)
      if (why) return found(db, reached, { brokenAt: reached.done + 1, why })
      reached = after(reached, entry, kept)
    }
    yield { done: reached.done, all: Math.max(all, reached.done) }
  }
  const why = hasStray(db, reached.done) ? 'stray' : isWithheld(reached) ? 'withheld' : null
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
