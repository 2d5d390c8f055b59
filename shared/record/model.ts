import { CaseId, Instant } from '../model.ts'
import { z } from '../zod.ts'

/** What is odd about the time of an entry: before the entry before it, or more than a year after it. */
export const ClockFlag = z.enum(['back', 'ahead'])
export type ClockFlag = z.infer<typeof ClockFlag>

/** One sealed entry: who did what, when, why. `hash` covers everything else and the entry before. */
export const Entry = z.object({
  seq: z.int(),
  /** What the machine's clock said. The order is that of `seq`, whatever the clock said. */
  at: Instant,
  actor: z.string(),
  operation: z.string(),
  caseId: CaseId.nullable(),
  reason: z.string().nullable(),
  /** How many rows it wrote. */
  changes: z.int(),
  hash: z.string(),
  /** `null` when its time fits that of the entry before. */
  clock: ClockFlag.nullable(),
})
export type Entry = z.infer<typeof Entry>

/** One changed field of one row. Values are as stored; what identifies a person is sealed there as here. */
export const Change = z.object({
  tbl: z.string(),
  row: z.string(),
  /** `null` where what was changed was destroyed, or somebody altered it: then nothing else is known either. */
  col: z.string().nullable(),
  old: z.string().nullable(),
  new: z.string().nullable(),
})
export type Change = z.infer<typeof Change>

/**
 * Why an entry does not fit. `missing`: its number is not the next. `not-next`: it was sealed after another entry than the one
 * before it. `changes`: what it changed is not what was sealed. `said`: what it says is not what was sealed. `stray`: after
 * the last entry there are changes that belong to none. `withheld`: more was taken out of entries than tombstones account for.
 */
export const Misfit = z.enum(['missing', 'not-next', 'changes', 'said', 'stray', 'withheld'])
export type Misfit = z.infer<typeof Misfit>

/** What recomputing the whole chain found. */
export const ChainCheck = z.object({
  entries: z.int(),
  /** The first entry that does not fit, or `null`. */
  brokenAt: z.int().nullable(),
  /** `null` exactly when `brokenAt` is. */
  why: Misfit.nullable(),
  /** The hash of the last entry, 64 hex digits; zeros when there is none. */
  head: z.string(),
  /** Entries whose time does not fit that of the entry before. */
  disorders: z.int(),
})
export type ChainCheck = z.infer<typeof ChainCheck>

/** A check as it is kept: with who asked for it, and how many witnesses know another record. */
export const RecordCheck = ChainCheck.extend({ unfit: z.int(), at: Instant, by: z.string() })
export type RecordCheck = z.infer<typeof RecordCheck>

/** How far this record was when somebody saw it: so many entries, the last with this hash. `at` is when. */
export const Sighting = z.object({ entries: z.int(), head: z.string(), at: Instant })
export type Sighting = z.infer<typeof Sighting>

/**
 * How a sighting stands to the record. `behind`: the record is shorter than it was. `differs`: it is another one.
 * `explained`: either of these, and somebody recorded afterwards that a copy was restored.
 */
export const Verdict = z.enum(['fits', 'behind', 'differs', 'explained'])
export type Verdict = z.infer<typeof Verdict>

/** Who has seen this record: this machine, the seal beside the database, or a colleague in another office. */
export const WitnessKind = z.enum(['machine', 'seal', 'colleague'])
export type WitnessKind = z.infer<typeof WitnessKind>

const Office = z.object({ role: z.string(), office: z.string() })

/** A witness of this record, and whether the record fits what it saw. */
export const WitnessLine = z.object({
  kind: WitnessKind,
  /** Only of a colleague. */
  who: Office.nullable(),
  /** `null` where only the last seal is known, not how many there were. */
  entries: z.int().nullable(),
  at: Instant,
  verdict: Verdict,
  /** How many entries are missing at least; 0 unless `behind`. */
  missing: z.int(),
})
export type WitnessLine = z.infer<typeof WitnessLine>

/** A colleague's record, as far as this vault has seen it. `differs`: two packages of theirs told of two records. */
export const WatchedLine = z.object({
  who: Office,
  entries: z.int(),
  at: Instant,
  differs: z.boolean(),
})
export type WatchedLine = z.infer<typeof WatchedLine>

/** Where the record stands, as far as can be told without recomputing it. */
export const Standing = z.object({
  entries: z.int(),
  /** Six characters for the last entry, to be noted on paper. */
  code: z.string(),
  witnesses: z.array(WitnessLine),
  watched: z.array(WatchedLine),
  /** The latest time in the record, when this machine's clock stands before it; `null` when all is well. */
  clockBehind: Instant.nullable(),
  /** What this machine's clock says. */
  now: Instant,
  /** Whether something has to be looked at before anything is written. */
  lookFirst: z.boolean(),
  lastCheck: RecordCheck.nullable(),
})
export type Standing = z.infer<typeof Standing>
