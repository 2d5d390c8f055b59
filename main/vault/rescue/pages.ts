import { createDecipheriv } from 'node:crypto'
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { pageBytes } from '../../db/open.ts'
import { pageProof, saltBytes, type PageProof } from '../pageProof.ts'
import { readJournal, type Before } from './journal.ts'

/*
 * A page of SQLCipher 4, read without SQLite: AES-256-CBC, then 16 bytes of initialisation vector and the 64 bytes of an
 * HMAC-SHA-512 over both and the number of the page. The first 16 bytes of the file are a salt in clear, from which the
 * key of the HMAC is made.
 */
const ivAt = pageBytes - 80
const tagAt = pageBytes - 64
/** SQLite takes its locks on this page and writes nothing there. */
const lockPage = 0x40000000 / pageBytes + 1

/** Bytes of a page that SQLite may use. */
export const usableBytes = ivAt

/** A database read page by page, as far as its pages verify. Never written. */
export interface Pages {
  /** Pages there are, or once were; a last one that was cut counts. */
  readonly count: number
  /** A page in clear, or `null` when it is damaged or not there. Counted from 1. */
  read(number: number): Buffer | null
  /** Whether it holds rows at all: SQLite leaves one page alone. */
  isUsed(number: number): boolean
  /** How many pages stand as the journal says they were. */
  readonly restored: number
  close(): void
}

function decrypted(page: Buffer, number: number, key: Uint8Array): Buffer {
  const from = number === 1 ? saltBytes : 0
  const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(ivAt, tagAt)).setAutoPadding(false)
  const clear = Buffer.concat([decipher.update(page.subarray(from, ivAt)), decipher.final()])
  return number === 1 ? Buffer.concat([Buffer.from('SQLite format 3\0'), clear]) : clear
}

/** Every salt that differs from this one in a single bit. */
function* nearby(salt: Uint8Array): Iterable<Uint8Array> {
  for (let bit = 0; bit < 8 * saltBytes; bit += 1) {
    const other = Uint8Array.from(salt)
    other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    yield other
  }
}

interface Raw {
  readonly count: number
  raw(number: number): Buffer | null
}

/** The first of these salts with which any page verifies: a few pages all over the file are tried. */
function rightSalt(file: Raw, key: Uint8Array, salts: Iterable<Uint8Array>): Uint8Array | null {
  const tried = [1, 2, 3, 4, 5].map(part => Math.max(1, Math.ceil((part * file.count) / 5)))
  const pages = [1, 2, 3, ...tried].flatMap(number => {
    const page = file.raw(number)
    return page && page.length === pageBytes ? [{ number, page }] : []
  })
  for (const salt of salts) {
    const proof = pageProof(key, salt)
    const isRight = pages.some(({ number, page }) => proof.isAuthentic(page, number))
    proof.wipe()
    if (isRight) return salt
  }
  return null
}

/** What is needed to read a database beside SQLite. */
export interface Reading {
  readonly path: string
  /** The database's key, 32 bytes; copied. */
  readonly key: Uint8Array
  /** The salt as the seal has it: the head of the file may be damaged. */
  readonly salt?: Uint8Array | null
}

function openRaw(path: string): Raw & { close(): void } {
  const fd = openSync(path, 'r')
  return {
    count: Math.ceil(fstatSync(fd).size / pageBytes),
    raw(number) {
      const page = Buffer.alloc(pageBytes)
      try {
        return page.subarray(0, readSync(fd, page, 0, pageBytes, (number - 1) * pageBytes))
      } catch {
        return null
      }
    },
    close: () => closeSync(fd),
  }
}

function* saltsFor(file: Raw, known: Uint8Array | null | undefined): Iterable<Uint8Array> {
  const found = file.raw(1)?.subarray(0, saltBytes)
  if (found?.length === saltBytes) yield found
  if (known?.length === saltBytes) yield known
  if (found?.length === saltBytes) yield* nearby(found)
}

/** The oldest verified page of every number: a transaction that was cut off never was. */
function undone(before: readonly Before[], proof: PageProof): Map<number, Buffer> {
  const pages = new Map<number, Buffer>()
  for (const { number, page } of before)
    if (!pages.has(number) && number > 0 && proof.isAuthentic(page, number)) pages.set(number, page)
  return pages
}

/**
 * Opens a database for reading what can be read of it. A journal beside it is taken back in memory, as SQLite would on the
 * disk.
 *
 * @returns `null` when no page verifies: the key is another one's, or nothing is left.
 * @throws the system's own error when the file cannot be read at all.
 */
export function openPages({ path, key: given, salt: known }: Reading): Pages | null {
  const file = openRaw(path)
  const journal = existsSync(`${path}-journal`) ? readJournal(`${path}-journal`) : null
  const key = Uint8Array.from(given)
  const salt = rightSalt(file, key, saltsFor(file, known))
  if (!salt) {
    key.fill(0)
    file.close()
    return null
  }
  const proof = pageProof(key, salt)
  const old = undone(journal?.before ?? [], proof)
  const most = Math.max(file.count, ...old.keys())
  return {
    count: old.size > 0 && journal?.pages ? Math.min(journal.pages, most) : most,
    restored: old.size,
    isUsed: number => number !== lockPage,
    read(number) {
      const page = old.get(number) ?? file.raw(number)
      if (page?.length !== pageBytes || !proof.isAuthentic(page, number)) return null
      return decrypted(page, number, key)
    },
    close() {
      key.fill(0)
      proof.wipe()
      file.close()
    },
  }
}
