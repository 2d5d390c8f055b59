import { createHash } from 'node:crypto'
import { paddedSize } from '../../../shared/exchange/pad.ts'
import { Refused } from '../../../shared/refusal.ts'
import { pageBytes } from '../../db/open.ts'
import { copyBytes } from '../slotBlock.ts'

/*
 * A copy of a vault, `.vgb` (ADR 0031). Numbers are big-endian:
 *
 *   header   "VIGILVB1" | bytes of keys u32 | bytes of box u32 | bytes of body u64 | keys.vk | box | SHA-256 of all before
 *   body     case.db, page by page, then random bytes: nobody sees where one ends and the other begins
 *   list     SHA-256 of every MiB of the body
 *   root     SHA-256 of the list
 *
 * The sums need no key: they tell a stick that rots from a passphrase that was mistyped. The box is encrypted under a key of
 * the vault and holds the root: they prove nothing against somebody who means harm, the box does.
 */
const magic = Buffer.from('VIGILVB1')
const fixedBytes = 24
const sumBytes = 32

/** Bytes that are summed together, and read and written at once. */
export const chunkBytes = 1_048_576

/** Bytes of `keys.vk` in a copy. */
export const keysBytes = 2 * copyBytes

/** Bytes of the box: what a copy says of itself, sealed and padded. */
export const boxBytes = 16_384

const mostPartBytes = 262_144

/** A tebibyte. The list of sums of such a body is 32 MiB, which is read before anything is believed. */
const mostBodyBytes = 2 ** 40

/** What stands before the body. */
export interface Header {
  /** The bytes of `keys.vk`. */
  readonly keys: Uint8Array
  readonly box: Uint8Array
  /** How many bytes the database and its padding have together: whole pages. */
  readonly bodyBytes: number
}

/** Where the body of a copy written by this version begins. */
export const bodyAt = fixedBytes + keysBytes + boxBytes + sumBytes

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const leastBodyBytes = 2 * chunkBytes

/** Pages and padding: the size on the stick says little of the size of the vault. At least 2 MiB. */
export const bodyBytesFor = (databaseBytes: number): number =>
  Math.ceil(paddedSize(Math.max(databaseBytes, leastBodyBytes)) / pageBytes) * pageBytes

/** How many sums the list of a body has. */
export const chunksOf = (bodyBytes: number): number => Math.ceil(bodyBytes / chunkBytes)

function fixedOf(sizes: { readonly keys: number; readonly box: number; readonly body: number }): Buffer {
  const fixed = Buffer.alloc(fixedBytes)
  magic.copy(fixed)
  fixed.writeUInt32BE(sizes.keys, 8)
  fixed.writeUInt32BE(sizes.box, 12)
  fixed.writeBigUInt64BE(BigInt(sizes.body), 16)
  return fixed
}

/** What a box is bound to: the sizes and the ways in that stand beside it. */
export const boundTo = ({ keys, box, bodyBytes }: Header): Buffer =>
  Buffer.concat([fixedOf({ keys: keys.length, box: box.length, body: bodyBytes }), sha256(keys)])

/** The bytes of a header. */
export function writeHeader(header: Header): Uint8Array {
  const { keys, box, bodyBytes } = header
  const before = Buffer.concat([fixedOf({ keys: keys.length, box: box.length, body: bodyBytes }), keys, box])
  return Buffer.concat([before, sha256(before)])
}

/** The sizes a copy begins with, before anything of it is believed. */
export interface Sizes {
  readonly headerBytes: number
  readonly keys: number
  readonly box: number
  readonly body: number
}

/** Bytes to read for `sizesIn`. */
export const sizesBytes = fixedBytes

const isSize = (size: number, most: number) => size > 0 && size <= most

/**
 * The sizes in the first bytes of a file.
 *
 * @throws Refused `copies/not-a-copy`, `copies/newer-than-app`, `copies/damaged`.
 */
export function sizesIn(bytes: Uint8Array): Sizes {
  const fixed = Buffer.from(bytes)
  const name = magic.length - 1
  if (fixed.length < fixedBytes || !fixed.subarray(0, name).equals(magic.subarray(0, name)))
    throw new Refused('copies/not-a-copy')
  const version = fixed[name] ?? 0
  if (version !== magic[name])
    throw new Refused(isLater(version) ? 'copies/newer-than-app' : 'copies/damaged')
  const keys = fixed.readUInt32BE(8)
  const box = fixed.readUInt32BE(12)
  const body = Number(fixed.readBigUInt64BE(16))
  if (
    !isSize(keys, mostPartBytes) ||
    !isSize(box, mostPartBytes) ||
    !isSize(body, mostBodyBytes) ||
    body % pageBytes !== 0
  )
    throw new Refused('copies/damaged')
  return { headerBytes: fixedBytes + keys + box + sumBytes, keys, box, body }
}

const isLater = (version: number) => version > 0x31 && version <= 0x39

/** Bytes of the whole file. */
export const fileBytesOf = ({ headerBytes, body }: Sizes): number =>
  headerBytes + body + (chunksOf(body) + 1) * sumBytes

/**
 * The header in the first `headerBytes` bytes of a file.
 *
 * @throws Refused `copies/not-a-copy`, `copies/newer-than-app`, `copies/damaged`.
 */
export function readHeader(bytes: Uint8Array): Header {
  const sizes = sizesIn(bytes.subarray(0, fixedBytes))
  const end = sizes.headerBytes - sumBytes
  const given = Buffer.from(bytes.subarray(end, sizes.headerBytes))
  if (bytes.length < sizes.headerBytes || !given.equals(sha256(bytes.subarray(0, end))))
    throw new Refused('copies/damaged')
  const keysEnd = fixedBytes + sizes.keys
  return {
    keys: bytes.slice(fixedBytes, keysEnd),
    box: bytes.slice(keysEnd, end),
    bodyBytes: sizes.body,
  }
}

/** The list of sums and its own sum, which is the root. */
export function writeList(sums: readonly Uint8Array[]): {
  readonly bytes: Uint8Array
  readonly root: string
} {
  const list = Buffer.concat(sums)
  const root = sha256(list)
  return { bytes: Buffer.concat([list, root]), root: root.toString('hex') }
}

/**
 * The sums at the end of a file, and the root.
 *
 * @throws Refused `copies/damaged`.
 */
export function readList(bytes: Uint8Array): { readonly sums: readonly Uint8Array[]; readonly root: string } {
  const list = bytes.subarray(0, bytes.length - sumBytes)
  const root = sha256(list)
  if (!root.equals(Buffer.from(bytes.subarray(list.length)))) throw new Refused('copies/damaged')
  const sums = Array.from({ length: list.length / sumBytes }, (_, at) =>
    list.subarray(at * sumBytes, (at + 1) * sumBytes),
  )
  return { sums, root: root.toString('hex') }
}
