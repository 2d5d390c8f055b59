import { Instant, OfficerId, kept } from '../model.ts'
import { z } from '../zod.ts'

/** How many shares open a vault, and how many there are. */
export const Scheme = z
  .strictObject({ k: z.int().min(2).max(5), n: z.int().min(2).max(7) })
  .refine(({ k, n }) => k <= n, { path: ['n'] })
export type Scheme = z.infer<typeof Scheme>

/** What Vigil offers: few enough to be held by people who are known, and none of them opens anything alone. */
export const schemes: readonly Scheme[] = [
  { k: 2, n: 3 },
  { k: 3, n: 5 },
  { k: 2, n: 2 },
  { k: 2, n: 5 },
  { k: 4, n: 7 },
]

/** The words of one share as somebody typed them. */
export const TypedShare = kept(1_000)

/** One share, read. */
export const Share = z.object({
  /** Four signs, the same in every share of a set. */
  set: z.string(),
  /** Counted from 1. */
  index: z.int(),
  /** How many of the set are needed. */
  k: z.int(),
  /** 33 words with one space between them. */
  words: z.string(),
})
export type Share = z.infer<typeof Share>

/** What the words of a share say, or which of them are wrong. Places are counted from 1. */
export const ReadShare = z.discriminatedUnion('state', [
  z.object({ state: z.literal('fine'), share: Share }),
  /** Words that are in no share, with those that begin alike. */
  z.object({
    state: z.literal('unknown-words'),
    unknown: z.array(z.object({ at: z.int(), likely: z.array(z.string()) })),
  }),
  z.object({ state: z.literal('count'), words: z.int(), of: z.int() }),
  /** Words that do not go together; `suspect` when one of them alone explains it. */
  z.object({ state: z.literal('check'), suspect: z.int().nullable() }),
  /** Words of another program. */
  z.object({ state: z.literal('foreign') }),
])
export type ReadShare = z.infer<typeof ReadShare>

/** The shares of this vault, as everybody of it may know. */
export const Recovery = z.object({
  set: z.string(),
  k: z.int(),
  n: z.int(),
  /** `null` when the record does not know: an older copy of the cases was put beside these keys. */
  madeAt: Instant.nullable(),
  /** Role code. */
  madeBy: z.string().nullable(),
  rehearsedAt: Instant.nullable(),
  usedAt: Instant.nullable(),
})
export type Recovery = z.infer<typeof Recovery>

/** Shares that are being made: none of them opens anything yet. */
export const Ceremony = z.object({
  set: z.string(),
  k: z.int(),
  n: z.int(),
  /** Which were typed back or read back from their file, by number from 1. */
  verified: z.array(z.int()),
})
export type Ceremony = z.infer<typeof Ceremony>

/** Somebody of the vault, as whoever comes with the shares sees them. */
export const Recoverable = z.object({
  officerId: OfficerId,
  role: z.string(),
  /** Whether their own key is kept for the shares: they opened the vault since these were made. */
  ready: z.boolean(),
})
export type Recoverable = z.infer<typeof Recoverable>
