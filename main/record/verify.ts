import { hash as digestOf } from 'node:crypto'
import { clockFlag } from '../../shared/record/clock.ts'
import type { ChainCheck, Misfit } from '../../shared/record/model.ts'
import type { Instant } from '../../shared/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { lookedAt } from './alone.ts'
import { leafBytes } from '../db/leaf.ts'
import { beginning, numbersOf, tellingBytes } from './entry.ts'
import { changeKinds, changesFrom, entriesFrom, isRescued, reasonKinds, type Pieces } from './run.ts'

/** How far a check is. */
export interface Progress {
  readonly done: number
  /** Entries there were when the check began. */
  readonly all: number
}

/** How much is no longer there, and how much of that tombstones tell of. */
interface Withheld {
  readonly changes: number
  readonly reasons: number
}

/** What is carried from one entry to the next. Hashes as `binary`: one character for each byte. */
interface Reached {
  readonly done: number
  readonly before: string
  readonly at: Instant | null
  readonly disorders: number
  /** What was taken out less what tombstones tell of. */
  readonly withheld: Withheld
}

const binary = (hex: string) => Buffer.from(hex, 'hex').toString('latin1')
const sha256 = (bytes: Uint8Array): string => digestOf('sha256', bytes, 'binary')

const start: Reached = {
  done: 0,
  before: binary(beginning),
  at: null,
  disorders: 0,
  withheld: { changes: 0, reasons: 0 },
}

const lastSeq = (db: ReadDb): number =>
  prepare<[], { seq: number }>(db, `SELECT ifnull(max(seq), 0) AS seq FROM main.entry`).get()?.seq ?? 0

/** The changes of one entry, as far as its hash covers them. */
interface Kept {
  /** How many rows there are. */
  readonly rows: number
  /** Their leaves, as `binary`. */
  readonly leaves: string
  /** How many were taken out, less those that tombstones among them tell of. */
  readonly takenOut: number
  /** Reasons that tombstones among them tell of. */
  readonly reasonsTold: number
  /** Whether something is written beside a leaf that is not its own. */
  readonly isBeside: boolean
}

/** Reads the changes of a run, entry by entry, in order. */
function changesIn(db: ReadDb, { bytes, places }: Pieces): (seq: number) => Kept {
  let [next, from] = [0, 0]
  return seq => {
    let [rows, leaves, takenOut, reasonsTold, isBeside] = [0, '', 0, 0, false]
    for (; places[next] === seq; next += 3) {
      const [kind, place] = [places[next + 1] ?? 0, places[next + 2] ?? 0]
      rows += 1
      if (kind === changeKinds.alone) {
        const seen = lookedAt(db, place)
        leaves += seen.leaf
        takenOut += seen.takenOut
        reasonsTold += seen.reasonsTold
        isBeside ||= seen.isBeside
        continue
      }
      const piece = bytes.subarray(from, (from += place))
      leaves += kind === changeKinds.said ? sha256(piece) : piece.toString('latin1')
      if (kind === changeKinds.takenOut) takenOut += 1
      if (kind !== changeKinds.said && place !== leafBytes) isBeside = true
    }
    return { rows, leaves, takenOut, reasonsTold, isBeside }
  }
}

/** An entry as its row has it. Bytes as `binary`. */
interface Checked {
  readonly seq: number
  readonly changes: number
  readonly at: Instant
  readonly hash: string
  readonly before: string
  readonly changesHash: string
  readonly fields: string
  readonly reasonKind: number
  readonly reason: string
}

const numbersOfEntry = 5

/** The entries of a run, in order. */
function* readEntries({ bytes, places }: Pieces): Generator<Checked> {
  const text = bytes.toString('latin1')
  let from = 0
  const take = (length: number) => text.slice(from, (from += length))
  for (let at = 0; at < places.length; at += numbersOfEntry) {
    const hash = take(leafBytes)
    const before = take(tellingBytes)
    const changesHash = take(tellingBytes)
    const fields = take(places[at + 2] ?? 0)
    yield {
      seq: places[at] ?? 0,
      changes: places[at + 1] ?? 0,
      at: timeIn(fields),
      hash,
      before,
      changesHash,
      fields,
      reasonKind: places[at + 3] ?? 0,
      reason: take(places[at + 4] ?? 0),
    }
  }
}

/** The first field. */
function timeIn(fields: string): Instant {
  const from = fields.indexOf(':') + 1
  return fields.slice(from, from + 24) as Instant
}

/** What stands for a reason where the entry is hashed. */
function whyOf({ reasonKind, reason }: Checked): string {
  if (reasonKind === reasonKinds.none) return '-'
  return `+${reasonKind === reasonKinds.said ? sha256(Buffer.from(reason, 'latin1')) : reason}`
}

/** Why an entry does not fit where it stands, or `null`. */
function misfit(entry: Checked, { done, before }: Reached, kept: Kept): Misfit | null {
  if (entry.seq !== done + 1) return 'missing'
  if (entry.before !== before.slice(0, tellingBytes)) return 'not-next'
  if (kept.rows !== entry.changes || kept.isBeside) return 'changes'
  if (entry.reasonKind === reasonKinds.unclear) return 'said'
  const hashed = before + numbersOf(entry) + entry.fields + whyOf(entry) + entry.changesHash + kept.leaves
  if (sha256(Buffer.from(hashed, 'latin1')) === entry.hash) return null
  const changesHash = sha256(Buffer.from(kept.leaves, 'latin1')).slice(0, tellingBytes)
  return entry.changesHash === changesHash ? 'said' : 'changes'
}

const after = ({ at, disorders, withheld }: Reached, entry: Checked, kept: Kept): Reached => ({
  done: entry.seq,
  before: entry.hash,
  at: entry.at,
  disorders: disorders + (clockFlag(at, entry.at) === null ? 0 : 1),
  withheld: {
    changes: withheld.changes + kept.takenOut,
    reasons: withheld.reasons + (entry.reasonKind === reasonKinds.takenOut ? 1 : 0) - kept.reasonsTold,
  },
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
const isWithheld = (db: ReadDb, { withheld: { changes, reasons } }: Reached): boolean =>
  (changes > 0 || reasons > 0) && !isRescued(db)

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
    const keptOf = changesIn(db, changesFrom(db, reached.done + 1))
    const before = reached.done
    for (const entry of readEntries(entriesFrom(db, reached.done + 1))) {
      const kept = keptOf(entry.seq)
      const why = misfit(entry, reached, kept)
      if (why) return found(db, reached, { brokenAt: reached.done + 1, why })
      reached = after(reached, entry, kept)
    }
    if (reached.done === before) break
    yield { done: reached.done, all: Math.max(all, reached.done) }
  }
  const why =
    reached.done < lastSeq(db)
      ? 'missing'
      : hasStray(db, reached.done)
        ? 'stray'
        : isWithheld(db, reached)
          ? 'withheld'
          : null
  return found(db, reached, why ? { brokenAt: reached.done + 1, why } : whole)
}

const whole = { brokenAt: null, why: null } as const

/** How many entries there are. They are counted only where some are missing: that reads all of them. */
function entriesIn(db: ReadDb, { done }: Reached): number {
  if (done === lastSeq(db)) return done
  return prepare<[], number>(db, `SELECT count(*) FROM main.entry`).pluck().get() ?? 0
}

function found(db: ReadDb, reached: Reached, broken: Pick<ChainCheck, 'brokenAt' | 'why'>): ChainCheck {
  const { before, disorders } = reached
  return {
    entries: entriesIn(db, reached),
    ...broken,
    head: Buffer.from(before, 'latin1').toString('hex'),
    disorders,
  }
}

/** The same without a pause. */
export function verifyChain(db: ReadDb): ChainCheck {
  const steps = verification(db)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
