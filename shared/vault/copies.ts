import { Instant, text } from '../model.ts'
import { z } from '../zod.ts'

/** What somebody calls the thing a copy lies on: “blue stick”. May be empty. Never a path. */
export const CopyLabel = text(60)

const Hash = z.string().length(64)
const Entries = z.int().min(1)

/** A copy of this vault that was made and proved. Where it is, Vigil does not keep. */
export const VaultCopy = z.object({
  id: z.uuid(),
  madeAt: Instant,
  /** Role code. */
  madeBy: z.string(),
  label: CopyLabel,
  /** Of the file. */
  bytes: z.int(),
  /** Entries of the record in it, and the hash of the last. */
  entries: Entries,
  head: Hash,
})
export type VaultCopy = z.infer<typeof VaultCopy>

/** How a drill ended. `damaged`: the file is not whole any more. `differs`: it opens, and is not what was copied from here. */
export const DrillResult = z.enum(['proved', 'damaged', 'differs'])
export type DrillResult = z.infer<typeof DrillResult>

/** A copy was opened as somebody would who lost this laptop. What is not known of a damaged one is `null`. */
export const VaultDrill = z.object({
  id: z.uuid(),
  doneAt: Instant,
  doneBy: z.string(),
  result: DrillResult,
  copyMadeAt: Instant.nullable(),
  entries: Entries.nullable(),
  head: Hash.nullable(),
})
export type VaultDrill = z.infer<typeof VaultDrill>

/** This vault was restored from a copy. `id` is that of the copy. */
export const VaultRestore = z.object({
  id: z.uuid(),
  restoredAt: Instant,
  restoredBy: z.string(),
  copyMadeAt: Instant,
  entries: Entries,
  head: Hash,
})
export type VaultRestore = z.infer<typeof VaultRestore>

/**
 * What is being done with a copy. `reading`: nothing yet. `writing`: to its medium. `flushing`: waiting until the medium has
 * all of it. `rereading`: back from the medium. `checking`: opened and read through.
 */
export const CopyStage = z.enum(['reading', 'writing', 'flushing', 'rereading', 'checking'])
export type CopyStage = z.infer<typeof CopyStage>

/** How old the last of something is. `soon`: there is none, and it is early days. */
export const Freshness = z.enum(['fresh', 'soon', 'old', 'older', 'never', 'failed'])
export type Freshness = z.infer<typeof Freshness>

/** How the copies of a vault stand. Days are whole days; `null` when there is none. */
export const CopyStanding = z.object({
  copy: Freshness,
  copyDays: z.int().nullable(),
  drill: Freshness,
  drillDays: z.int().nullable(),
})
export type CopyStanding = z.infer<typeof CopyStanding>

/** The copies and drills of a vault, newest first. */
export const CopiesView = z.object({
  standing: CopyStanding,
  copies: z.array(VaultCopy),
  drills: z.array(VaultDrill),
  /** The last time this vault was restored from a copy. */
  restored: VaultRestore.nullable(),
})
export type CopiesView = z.infer<typeof CopiesView>
