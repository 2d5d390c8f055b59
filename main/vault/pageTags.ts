import { createHmac } from 'node:crypto'
import { fstatSync, readSync } from 'node:fs'
import { pageBytes } from '../db/open.ts'

/** SQLCipher ends every page with an HMAC-SHA512 over it. */
const tagBytes = 64
const chunkBytes = 1_048_576
/** SQLite takes its locks on this page and writes nothing there; Windows lets nobody read it meanwhile. */
export const lockPageAt = 0x40000000

/** All pages of a database in one figure: any page that was changed, or replaced by an older one, changes it. */
export interface PageTags {
  readonly pages: number
  readonly root: string
  /** The first 16 bytes of the file, in hex: without them no page verifies. They are no secret. */
  readonly salt: string
}

/** Fills `chunk` with the bytes from `at` on. @throws Error when the file ends before */
export function readFully(fd: number, chunk: Buffer, at: number): void {
  let done = 0
  while (done < chunk.length) {
    const count = readSync(fd, chunk, done, chunk.length - done, at + done)
    if (count === 0) throw new Error('a database ended early')
    done += count
  }
}

/**
 * The figure over the tags of all pages; about 1 ms per megabyte.
 *
 * @param fd an open database file that nobody writes meanwhile.
 */
export function pageTags(fd: number, key: Uint8Array): PageTags {
  const size = fstatSync(fd).size
  const root = createHmac('sha256', key)
  const buffer = Buffer.alloc(Math.min(size, chunkBytes))
  const salt = Buffer.alloc(16)
  readFully(fd, salt, 0)
  for (let chunk = 0; chunk < size; chunk += chunkBytes) {
    const at = chunk === lockPageAt ? chunk + pageBytes : chunk
    const bytes = buffer.subarray(0, Math.min(chunk + chunkBytes, size) - at)
    readFully(fd, bytes, at)
    for (let end = pageBytes; end <= bytes.length; end += pageBytes)
      root.update(bytes.subarray(end - tagBytes, end))
  }
  return { pages: size / pageBytes, root: root.digest('hex'), salt: salt.toString('hex') }
}
