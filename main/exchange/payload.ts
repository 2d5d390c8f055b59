import { Refused } from '../../shared/refusal.ts'
import { chaCha, tagBytes } from './chacha.ts'

/** How much of the content is sealed at once: 64 KiB, as age has it. */
const pieceBytes = 64 * 1024

/** The same, sealed. */
export const sealedBytes = pieceBytes + tagBytes

/** How long the content will be, in bytes, once it is sealed. */
export const sizeSealed = (size: number): number =>
  size + tagBytes * Math.max(1, Math.ceil(size / pieceBytes))

/** How long content sealed to so many bytes is. @throws Refused `exchange/damaged` for a size that no content has */
function sizeOpened(size: number): number {
  const opened = size - tagBytes * Math.ceil(size / sealedBytes)
  if (opened < 0 || sizeSealed(opened) !== size) throw new Refused('exchange/damaged')
  return opened
}

/** The nonce of a piece (age-encryption.org/v1): its number, and whether it is the last. */
function nonceOf(at: number, isLast: boolean): Uint8Array {
  const nonce = new Uint8Array(12)
  new DataView(nonce.buffer).setUint32(7, at)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

interface Cut {
  readonly bytes: Uint8Array
  readonly isLast: boolean
}

/**
 * The same bytes in pieces of one size, the last shorter or as long; one empty piece for nothing at all. Pieces are views
 * wherever they can be: parts are not changed before the next two pieces were asked for.
 */
function* cut(parts: Iterable<Uint8Array>, size: number): Generator<Cut> {
  let held: Uint8Array | null = null
  for (const bytes of wholePieces(parts, size)) {
    if (held) yield { bytes: held, isLast: false }
    held = bytes
  }
  yield { bytes: held ?? new Uint8Array(), isLast: true }
}

/** Bytes that do not fill a piece wait, copied, for those that come after. */
function* wholePieces(parts: Iterable<Uint8Array>, size: number): Generator<Uint8Array> {
  let waiting = new Uint8Array(size)
  let used = 0
  for (const part of parts) {
    let at = 0
    while (at < part.length) {
      if (used === 0 && part.length - at >= size) {
        yield part.subarray(at, at + size)
        at += size
        continue
      }
      const taken = part.subarray(at, at + size - used)
      waiting.set(taken, used)
      used += taken.length
      at += taken.length
      if (used < size) continue
      yield waiting
      waiting = new Uint8Array(size)
      used = 0
    }
  }
  if (used > 0) yield waiting.subarray(0, used)
}

/**
 * Seals content piece by piece (STREAM, age-encryption.org/v1): nothing but a piece or two is in memory at once.
 *
 * @param key 32 bytes, drawn for this content alone.
 * @param into gives the bytes each sealed piece is written to, of this size and in this order.
 */
export function* sealPieces(
  parts: Iterable<Uint8Array>,
  { key, into }: { readonly key: Uint8Array; readonly into: (size: number) => Uint8Array },
): Generator<Uint8Array> {
  let at = 0
  for (const { bytes, isLast } of cut(parts, pieceBytes)) {
    const sealed = into(bytes.length + tagBytes)
    chaCha().seal({ key, nonce: nonceOf(at++, isLast), from: bytes, into: sealed })
    yield sealed
  }
}

/**
 * Opens what `sealPieces` sealed. A piece that comes out is as it was sealed; that all of them came is known at the end only.
 *
 * @throws Refused `exchange/damaged`
 */
export function* openPieces(
  parts: Iterable<Uint8Array>,
  { key, into }: { readonly key: Uint8Array; readonly into: (size: number) => Uint8Array },
): Generator<Uint8Array> {
  let at = 0
  for (const { bytes, isLast } of cut(parts, sealedBytes)) {
    const isEmpty = bytes.length <= tagBytes
    if (bytes.length < tagBytes || (isEmpty && at > 0)) throw new Refused('exchange/damaged')
    const clear = into(bytes.length - tagBytes)
    const nonce = nonceOf(at++, isLast)
    if (!chaCha().open({ key, nonce, from: bytes, into: clear })) throw new Refused('exchange/damaged')
    yield clear
  }
}

/** Hands out a buffer from its beginning to its end. */
function handOut(all: Uint8Array): (size: number) => Uint8Array {
  let at = 0
  return size => all.subarray(at, (at += size))
}

/** Seals content that is in memory, behind the bytes of `head`. It stands there once more, and no third time. */
export function sealBehind(
  head: Uint8Array,
  { key, parts }: { readonly key: Uint8Array; readonly parts: readonly Uint8Array[] },
): Uint8Array {
  const size = parts.reduce((total, { length }) => total + length, 0)
  const file = new Uint8Array(head.length + sizeSealed(size))
  file.set(head)
  for (const _ of sealPieces(parts, { key, into: handOut(file.subarray(head.length)) }));
  return file
}

/** Opens sealed content that is in memory: all of it or nothing. @throws Refused `exchange/damaged` */
export function openWhole(sealed: Uint8Array, key: Uint8Array): Uint8Array {
  const content = new Uint8Array(sizeOpened(sealed.length))
  for (const _ of openPieces([sealed], { key, into: handOut(content) }));
  return content
}
