import { Instant, PackageId } from '../model.ts'
import { z } from '../zod.ts'

/**
 * A brief goes from a focal point to a senior official; a reply comes back; a notice asks later not to use the brief any more
 * (ADR 0027).
 */
export const BriefKind = z.enum(['brief', 'reply', 'notice'])
export type BriefKind = z.infer<typeof BriefKind>

/**
 * What goes between colleagues, each sealed for verified keys and signed with the sender's own (ADR 0024): a case or a part
 * of it, a whole caseload, a contribution to the annual report, a receipt, a recall, a question for approval and its answer.
 */
export const ColleagueKind = z.enum([
  'case',
  'handover',
  'contribution',
  'receipt',
  'recall',
  'approval-request',
  'approval',
])
export type ColleagueKind = z.infer<typeof ColleagueKind>

/** SHA-256, 64 lower-case hexadecimal digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** 32 bytes in base64: a public key or a seed. */
export const Key32 = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/)

/** An age recipient, X25519 (`age1…`) or hybrid (`age1pq1…`). Only the letters are checked here. */
export const AgeRecipient = z.string().regex(/^age1(pq1)?[02-9ac-hj-np-z]{58,2000}$/)

/** The name of a file inside a package: lower-case letters, digits, dot, dash; never one of the two the package needs itself. */
export const PackedName = z.string().regex(/^(?!manifest\.)[a-z0-9][a-z0-9.-]{0,59}$/)

/** Most bytes the files of one package may have together. */
export const mostContent = 64 * 1024 * 1024

/** Most files one package may carry beside its manifest and signature. */
export const mostFiles = 62

/** One file of a package. `size` in bytes. */
export const PackedFile = z.strictObject({
  name: PackedName,
  size: z.int().min(0).max(mostContent),
  sha256: Sha256,
})
export type PackedFile = z.infer<typeof PackedFile>

/** What a reply must be signed with and encrypted to. Made for one brief and never used again. */
export const ReplyTo = z.strictObject({ recipient: AgeRecipient, signingSeed: Key32 })
export type ReplyTo = z.infer<typeof ReplyTo>

/** The brief a reply answers or a notice is about: its number and the SHA-256 of its manifest as it was sent. */
export const InReplyTo = z.strictObject({ packageId: PackageId, manifestSha256: Sha256 })
export type InReplyTo = z.infer<typeof InReplyTo>

const distinct = (values: readonly string[]) => new Set(values).size === values.length

const head = {
  format: z.literal('vigil-package'),
  version: z.literal(1),
}
const addressed = {
  to: z.array(Sha256).max(64).refine(distinct),
}
const packed = {
  files: z
    .array(PackedFile)
    .min(1)
    .max(mostFiles)
    .refine(files => distinct(files.map(file => file.name))),
}

/**
 * What a brief, a reply or a notice says of itself. The signature is over these bytes (ADR 0007).
 *
 * `caseTag` is 16 random bytes in hexadecimal, drawn once for a case and meaningless elsewhere: never the case code.
 * `senderKey` is the Ed25519 public key that signed. `sentAt` is the sender's claim.
 * `to` holds SHA-256 of each recipient string; empty when the package is locked with a passphrase.
 * `files` is in the order of the archive.
 */
export const BriefManifest = z
  .strictObject({
    ...head,
    kind: BriefKind,
    packageId: PackageId,
    caseTag: z.string().regex(/^[0-9a-f]{32}$/),
    senderKey: Key32,
    sentAt: Instant,
    ...addressed,
    inReplyTo: InReplyTo.nullable(),
    replyTo: ReplyTo.nullable(),
    ...packed,
  })
  .refine(it => (it.kind === 'brief') === (it.inReplyTo === null), { path: ['inReplyTo'] })
  .refine(it => it.kind === 'brief' || it.replyTo === null, { path: ['replyTo'] })
export type BriefManifest = z.infer<typeof BriefManifest>

/** What is answered, confirmed or called back by a package: the package and the SHA-256 of its manifest as it was sent. */
const speaksOf: readonly ColleagueKind[] = ['receipt', 'recall', 'approval']

/** What a vault has seen of another's record. `origin`, `entries` and `head` as in the package that told it; `at` is its `sentAt`. */
const Seen = z.strictObject({
  origin: z.string().regex(/^[0-9a-f]{32}$/),
  entries: z.int().min(1),
  head: Sha256,
  at: Instant,
})

/**
 * What a package between colleagues says of itself (ADR 0024).
 *
 * `origin` is 16 random bytes in hexadecimal, drawn once for the sender's vault. `entries` is how many entries its record
 * has and `head` the hash of the last: the receiver keeps them as a witness, and knows by them which of two packages is
 * newer. `about` names the package a receipt, a recall or an answer speaks of, or the one a later package takes the place of.
 * `seen` gives the receiver's own record back: how far it was in the last package that came from them, and when they sent
 * that. Only in a package for one colleague: nobody else learns it (ADR 0034).
 */
export const ColleagueManifest = z
  .strictObject({
    ...head,
    kind: ColleagueKind,
    packageId: PackageId,
    origin: z.string().regex(/^[0-9a-f]{32}$/),
    entries: z.int().min(1),
    head: Sha256,
    senderKey: Key32,
    sentAt: Instant,
    to: addressed.to.min(1),
    about: InReplyTo.nullable(),
    seen: Seen.optional(),
    ...packed,
  })
  .refine(it => it.seen === undefined || it.to.length === 1, { path: ['seen'] })
  .refine(it => !speaksOf.includes(it.kind) || it.about !== null, { path: ['about'] })
export type ColleagueManifest = z.infer<typeof ColleagueManifest>

/** What any package says of itself. */
export const Manifest = z.union([BriefManifest, ColleagueManifest])
export type Manifest = z.infer<typeof Manifest>

/** Whether a package goes between colleagues. */
export const isColleagues = (manifest: Manifest): manifest is ColleagueManifest => 'origin' in manifest
