import { CaseId, ColleagueId, Instant, Line, PackageId } from '../model.ts'
import { z } from '../zod.ts'
import { Colleague } from './colleague.ts'
import { ColleagueKind, Sha256 } from './manifest.ts'

/** One package between colleagues, as the log keeps it. Never changed. */
export const ExchangedPackage = z.object({
  id: z.uuid(),
  direction: z.enum(['sent', 'received']),
  packageId: PackageId,
  kind: ColleagueKind,
  colleagueId: ColleagueId,
  /** The case it tells of; `null` when it tells of none or of many. */
  caseId: CaseId.nullable(),
  manifestSha256: Sha256,
  /** Of the file as it was written or read. */
  sha256: Sha256,
  /** The package it speaks of or takes the place of. */
  about: PackageId.nullable(),
  /** The sender's vault, and how far its record was: what the receiver witnesses. */
  origin: z.string(),
  entries: z.int(),
  head: Sha256,
  /** When it was sent, as the sender claims. */
  sentAt: Instant,
  /** Role code of who sent it or took it in here. */
  by: Line,
  at: Instant,
})
export type ExchangedPackage = z.infer<typeof ExchangedPackage>

/**
 * A package that was opened and verified and waits for a decision, before anything changes.
 *
 * `recordDiffers`: the sender's record is not the one this office saw before (another hash at the same length, or
 * shorter than it was): an older copy of their vault was put back, or somebody rewrote it.
 */
export const Arrival = z.object({
  kind: ColleagueKind,
  packageId: PackageId,
  from: Colleague,
  sentAt: Instant,
  recordDiffers: z.boolean(),
  /** When the package of the same kind came whose place it takes; `null` when it takes none. */
  takesPlaceOf: Instant.nullable(),
})
export type Arrival = z.infer<typeof Arrival>

type Witness = Pick<ExchangedPackage, 'origin' | 'entries' | 'head' | 'sentAt'>

/**
 * Whether a record differs from the one that was seen before.
 *
 * @param seen what came from anybody, in any order.
 */
export function recordDiffers(now: Witness, seen: readonly Witness[]): boolean {
  return seen
    .filter(({ origin }) => origin === now.origin)
    .some(
      before =>
        (before.entries === now.entries && before.head !== now.head) ||
        (before.entries > now.entries && before.sentAt < now.sentAt),
    )
}
