import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { pageBytes } from '../../db/open.ts'

/** "The next bytes are a rollback journal", as SQLite writes it at the head of every segment. */
const magic = Buffer.from('d9d505f920a163d7', 'hex')
const recordBytes = 4 + pageBytes + 4
/** SQLite pads the head to a sector; drives have sectors of one of these sizes. */
const sectors = [512, 4096] as const

/** One page as it was before the transaction that was cut off. `page` is as it lies in the file: encrypted. */
export interface Before {
  readonly number: number
  readonly page: Buffer
}

/** What a journal that is not empty says. Nothing in it is to be believed before the page's own tag was checked. */
export interface Journal {
  readonly before: readonly Before[]
  /** How many pages the database had; `null` when the head cannot be read. */
  readonly pages: number | null
  /** Whether every segment can be read to its end. */
  readonly whole: boolean
}

/** A journal larger than this is read only up to here: about 60,000 pages. */
const mostBytes = 256 * 1_048_576

function bytesOf(path: string): Buffer {
  const fd = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(Math.min(fstatSync(fd).size, mostBytes))
    return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, 0))
  } finally {
    closeSync(fd)
  }
}

/** The pages of one segment that begins at `at`, and where it ends. */
function segment(
  bytes: Buffer,
  at: number,
  sector: number,
): { readonly found: Before[]; readonly end: number } {
  const said = bytes.subarray(at, at + 8).equals(magic) ? bytes.readUInt32BE(at + 8) : 0xffffffff
  const found: Before[] = []
  let place = at + sector
  while (found.length < said && place + recordBytes <= bytes.length) {
    if (bytes.subarray(place, place + 8).equals(magic)) break
    found.push({ number: bytes.readUInt32BE(place), page: bytes.subarray(place + 4, place + 4 + pageBytes) })
    place += recordBytes
  }
  return { found, end: Math.ceil(place / sector) * sector }
}

/**
 * Reads a rollback journal by hand, also one whose head was damaged; `null` when there is none or it is empty, which is
 * how it lies beside every vault that nobody is writing to.
 *
 * @throws the system's own error when it cannot be read.
 */
export function readJournal(path: string): Journal | null {
  let bytes: Buffer
  try {
    bytes = bytesOf(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  if (bytes.length === 0) return null
  const isHeaded = bytes.length >= 28 && bytes.subarray(0, 8).equals(magic)
  const claimed = isHeaded ? bytes.readUInt32BE(20) : 0
  const tried = sectors.find(size => size === claimed)
  const before = (tried ? [tried] : sectors).flatMap(sector => segmentsOf(bytes, sector))
  return { before, pages: isHeaded ? bytes.readUInt32BE(16) : null, whole: isHeaded && tried !== undefined }
}

function segmentsOf(bytes: Buffer, sector: number): Before[] {
  const all: Before[] = []
  for (let at = 0; at + sector < bytes.length;) {
    const { found, end } = segment(bytes, at, sector)
    all.push(...found)
    at = Math.max(end, at + sector)
  }
  return all
}
