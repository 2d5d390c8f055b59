import { Refused } from '../refusal.ts'
import { base64Of, bytesOfBase64, bytesOfLatin1, hexOf, joined, latin1Of } from './bytes.ts'
import { valueOfJson } from './json.ts'
import { manifestBytes, manifestIn } from './manifestBytes.ts'
import { Manifest, isColleagues } from './manifest.ts'
import type { BriefManifest, PackedFile } from './manifest.ts'
import { paddingOf } from './pad.ts'
import { isSignedBy, packageNamespace as namespace, signSsh } from './sshsig.ts'
import { type Entry, readTar, tarParts } from './tar.ts'
import type { Tools, Utf8 } from './tools.ts'

/** The part of a manifest that the sender decides; the rest follows from the files and the signing key. */
export type DraftOf<M> = M extends unknown ? Omit<M, 'format' | 'version' | 'senderKey' | 'files'> : never
export type Draft = DraftOf<Manifest>

/** A package before encryption. `manifestSha256` is what a reply will name. */
export interface Built {
  readonly tar: Uint8Array
  readonly manifest: Manifest
  readonly manifestSha256: string
}

/** The same in parts, one after the other. */
export interface BuiltInParts extends Omit<Built, 'tar'> {
  readonly parts: readonly Uint8Array[]
}

/** A brief this vault sent and the public half of the one-time key its reply must be signed with. */
export interface Awaited {
  readonly packageId: string
  readonly manifestSha256: string
  readonly publicKey: Uint8Array
}

/** A package that was checked from end to end. `files` is in the order of the manifest. */
export interface Opened {
  readonly manifest: Manifest
  readonly manifestSha256: string
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** What concerns an official's desk: a brief or its answer. @throws Refused `exchange/for-colleagues` for anything else */
export function ofBrief<T extends { readonly manifest: Manifest }>(
  one: T,
): T & { readonly manifest: BriefManifest } {
  const { manifest } = one
  if (isColleagues(manifest)) throw new Refused('exchange/for-colleagues')
  return { ...one, manifest }
}

const sha256 = (bytes: Uint8Array, tools: Tools) => hexOf(tools.sha256(bytes))
const listed =
  (tools: Tools) =>
  ({ name, bytes }: Entry): PackedFile => ({ name, size: bytes.length, sha256: sha256(bytes, tools) })

/** What a package is made of. */
export interface Contents {
  readonly draft: Draft
  readonly files: readonly Entry[]
  /** 32 bytes. */
  readonly signingSeed: Uint8Array
}

/**
 * Signs a manifest over the files and packs all of it: `manifest.json`, `manifest.sig`, the files; padded (ADR 0007). What the
 * files hold is not copied.
 *
 * Pure: the same input gives the same bytes.
 *
 * @throws Refused `exchange/too-large`.
 */
export function packageParts(input: Contents, tools: Tools): BuiltInParts {
  const { draft, files, signingSeed: seed } = input
  const senderKey = base64Of(tools.publicKeyOf(seed))
  const whole = {
    ...draft,
    format: 'vigil-package',
    version: 1,
    senderKey,
    files: files.map(listed(tools)),
  }
  const manifest = Manifest.parse(whole)
  const bytes = manifestBytes(manifest, tools)
  const signature = bytesOfLatin1(signSsh({ tools, namespace, seed }, bytes))
  const head = [
    { name: 'manifest.json', bytes },
    { name: 'manifest.sig', bytes: signature },
  ]
  const parts = tarParts([...head, ...files])
  return { parts: [...parts, paddingOf(parts)], manifest, manifestSha256: sha256(bytes, tools) }
}

/** The same package in one. @throws Refused `exchange/too-large` */
export function packageOf(input: Contents, tools: Tools): Built {
  const { parts, ...built } = packageParts(input, tools)
  return { ...built, tar: joined(...parts) }
}

/** The key that must have signed: the sender's own, or for a reply the one-time key its brief carried. */
function signerOf(manifest: Manifest, awaited: readonly Awaited[] | undefined): Uint8Array {
  const { senderKey } = manifest
  if (isColleagues(manifest) || manifest.kind !== 'reply') return bytesOfBase64(senderKey) ?? new Uint8Array()
  if (awaited === undefined) throw new Refused('exchange/is-a-reply')
  const { inReplyTo } = manifest
  const brief = awaited.find(
    ({ packageId, manifestSha256 }) =>
      packageId === inReplyTo?.packageId && manifestSha256 === inReplyTo.manifestSha256,
  )
  if (!brief || base64Of(brief.publicKey) !== senderKey) throw new Refused('exchange/bad-signature')
  return brief.publicKey
}

function isAddressed({ to }: Manifest, openedAs: readonly string[]): boolean {
  return openedAs.length === 0 ? to.length === 0 : openedAs.some(fingerprint => to.includes(fingerprint))
}

/** The longest text a signature can be, by far. */
const longestSignature = 1_000

/** What is known where a package is opened. */
interface Known {
  /** The briefs whose reply is awaited; needed for replies only. */
  readonly awaited?: readonly Awaited[]
  /** Fingerprints of the keys it was decrypted with; empty: a passphrase. */
  readonly openedAs: readonly string[]
  readonly tools: Tools
}

/**
 * Checks a package after decryption, whole or not at all: its form, its signature, whom it is for, every file.
 *
 * The signature is checked over the manifest's bytes before any file is looked at. That a brief or a colleague's package is
 * signed says only that its `senderKey` signed it: whether that key is a colleague's is for the caller to compare. A reply
 * must name a brief in `awaited` and be signed with that brief's one-time key. A package that was encrypted again for
 * somebody its sender did not name is refused.
 *
 * @returns the package, and the signature it was checked with.
 * @throws Refused `exchange/not-a-package`, `damaged`, `is-a-reply` (where none is awaited), `bad-signature`,
 * `not-for-you`, `newer-than-app`.
 */
export function checkedPackage(tar: Uint8Array, known: Known): Opened & { readonly signature: string } {
  if (latin1Of(tar.subarray(0, 13)) !== 'manifest.json') throw new Refused('exchange/not-a-package')
  const [head, signed, ...entries] = readTar(tar)
  if (head?.name !== 'manifest.json') throw new Refused('exchange/damaged')
  if (signed?.name !== 'manifest.sig') throw new Refused('exchange/bad-signature')

  const manifest = manifestIn(head.bytes, known.tools)
  const signature = latin1Of(signed.bytes.subarray(0, longestSignature + 1))
  const files = new Map(entries.map(({ name, bytes }) => [name, bytes]))
  const opened = verified({ manifest, signature, files }, known)
  const copies = new Map(entries.map(({ name, bytes }) => [name, new Uint8Array(bytes)]))
  return { ...opened, files: copies, signature }
}

/** A package in its parts. Nothing of it was checked but that its manifest is one. */
export interface Parts extends Pick<Opened, 'manifest' | 'files'> {
  readonly signature: string
}

/**
 * The package these parts are, when its manifest is signed as it stands, is for whoever opened it, and lists these files.
 *
 * @throws Refused `exchange/is-a-reply`, `bad-signature`, `not-for-you`, `damaged`; see `checkedPackage`.
 */
export function verified({ manifest, signature, files }: Parts, known: Known): Opened {
  const { awaited, openedAs, tools } = known
  const bytes = manifestBytes(manifest, tools)
  const key = signerOf(manifest, awaited)
  if (!isSignedBy({ tools, namespace, key }, bytes, signature)) throw new Refused('exchange/bad-signature')
  if (!isAddressed(manifest, openedAs)) throw new Refused('exchange/not-for-you')
  if (!isWhole(manifest, entriesOf(files), tools)) throw new Refused('exchange/damaged')
  return { manifest, manifestSha256: sha256(bytes, tools), files }
}

const entriesOf = (files: Opened['files']): Entry[] => [...files].map(([name, bytes]) => ({ name, bytes }))

function isWhole(manifest: Manifest, files: readonly Entry[], tools: Tools): boolean {
  return (
    files.length === manifest.files.length &&
    files.map(listed(tools)).every((file, i) => {
      const promised = manifest.files[i]
      return file.name === promised?.name && file.size === promised.size && file.sha256 === promised.sha256
    })
  )
}

/** One JSON file of a package that was checked. @throws Refused `exchange/not-a-package`, `exchange/damaged` */
export function jsonFileOf(
  opened: Pick<Opened, 'files'>,
  of: { readonly name: string; readonly utf8: Utf8 },
): unknown {
  const bytes = opened.files.get(of.name)
  if (!bytes) throw new Refused('exchange/not-a-package')
  return valueOfJson(bytes, of.utf8)
}
