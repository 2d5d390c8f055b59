import { hash, pbkdf2Sync } from 'node:crypto'
import { pageBytes } from '../db/open.ts'
import { tagBytes } from './pageTags.ts'

/** Bytes of the salt that a database begins with, in clear, and that its first page is shown without. */
export const saltBytes = 16
const tagAt = pageBytes - tagBytes
/** A block of SHA-512. */
const blockBytes = 128

/** The key of the HMAC of every page, as SQLCipher 4 makes it of the key of the database. */
const hmacKeyOf = (key: Uint8Array, salt: Uint8Array): Buffer =>
  pbkdf2Sync(
    key,
    salt.map(byte => byte ^ 0x3a),
    2,
    32,
    'sha512',
  )

/** Shows that pages are those that were written with a key, without opening them. */
export interface PageProof {
  /** @param page of `pageBytes`. @param number counted from 1. */
  isAuthentic(page: Buffer, number: number): boolean
  wipe(): void
}

const padded = (key: Uint8Array, by: number) =>
  Buffer.alloc(blockBytes, by).map((byte, at) => byte ^ (key[at] ?? 0))

/**
 * HMAC-SHA-512 (RFC 2104) written out over two calls of the digest: an object for each page costs more than its digest does.
 * The tag is compared openly: it stands in a file that whoever could time this already has.
 *
 * @param key of the database, 32 bytes. @param salt the first 16 bytes of its file.
 */
export function pageProof(key: Uint8Array, salt: Uint8Array): PageProof {
  const hmacKey = hmacKeyOf(key, salt)
  const inner = Buffer.concat([padded(hmacKey, 0x36), Buffer.alloc(tagAt + 4)])
  const outer = Buffer.concat([padded(hmacKey, 0x5c), Buffer.alloc(tagBytes)])
  hmacKey.fill(0)
  return {
    isAuthentic(page, number) {
      const from = number === 1 ? saltBytes : 0
      const end = blockBytes + page.copy(inner, blockBytes, from, tagAt)
      inner.writeUInt32LE(number, end)
      hash('sha512', inner.subarray(0, end + 4), 'buffer').copy(outer, blockBytes)
      return hash('sha512', outer, 'buffer').compare(page, tagAt, pageBytes) === 0
    },
    wipe() {
      inner.fill(0)
      outer.fill(0)
    },
  }
}
