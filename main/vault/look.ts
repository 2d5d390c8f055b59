import { fstatSync, read } from 'node:fs'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { pageBytes } from '../db/open.ts'
import type { PageProof } from './pageProof.ts'
import { lockPageAt, piecesOf, readFully, saltOf, tagRoot, type PageTags } from './pageTags.ts'

/** What is read at once, without anybody waiting for it. */
const chunkBytes = 1_048_576
/** How many pages are proved before somebody else has a turn: about a millisecond. */
const slicePages = 96

const readAt = promisify(read)

/** The same as `readFully`, while others have their turn. @throws Error when the file ends before */
async function readBeside(fd: number, chunk: Buffer, at: number): Promise<void> {
  for (let done = 0; done < chunk.length;) {
    const { bytesRead } = await readAt(fd, chunk, done, chunk.length - done, at + done)
    if (bytesRead === 0) throw new Error('a database ended early')
    done += bytesRead
  }
}

/** A pass over a whole file that others need not wait for. */
interface Passing {
  /** An open database file. Whoever closes it stops the pass first. */
  readonly fd: number
  isStopped(): boolean
}

/**
 * The figure over the tags of all pages, beside everything else: the reading is the system's, the counting takes a few tenths
 * of a millisecond at a time.
 *
 * @returns `null` when it was stopped. Nobody may write meanwhile.
 */
export async function tagsBeside({ fd, isStopped }: Passing, key: Uint8Array): Promise<PageTags | null> {
  const { size } = fstatSync(fd)
  const root = tagRoot(key, chunkBytes)
  const buffer = Buffer.alloc(Math.min(size, chunkBytes))
  for (const { at, bytes } of piecesOf(size, chunkBytes)) {
    const pages = buffer.subarray(0, bytes)
    await readBeside(fd, pages, at)
    if (isStopped()) return null
    root.add(pages)
  }
  return { pages: size / pageBytes, root: root.digest(), salt: saltOf(fd) }
}

/** A page as it stands now, when it is no longer what it was a moment ago: somebody wrote. */
function isAuthenticNow(fd: number, at: number, proof: PageProof): boolean {
  if (fstatSync(fd).size < at + pageBytes) return true
  const page = Buffer.alloc(pageBytes)
  readFully(fd, page, at)
  return proof.isAuthentic(page, at / pageBytes + 1)
}

/**
 * Whether every page is one that was written with the key of the vault, at once; about 3 ms per megabyte.
 *
 * @param fd an open database file that nobody writes meanwhile.
 */
export function areAuthentic(fd: number, proof: PageProof): boolean {
  const { size } = fstatSync(fd)
  for (let at = 0; at < size; at += pageBytes)
    if (at !== lockPageAt && !isAuthenticNow(fd, at, proof)) return false
  return true
}

/** The pages of one piece. A page that does not hold is read again in one breath: it may have been written while it was read. */
async function isPieceAuthentic(
  { fd, isStopped }: Passing,
  { at, pages, proof }: { readonly at: number; readonly pages: Buffer; readonly proof: PageProof },
): Promise<boolean> {
  for (let from = 0; from < pages.length; from += pageBytes) {
    if ((from / pageBytes) % slicePages === slicePages - 1) await nextTurn()
    if (isStopped()) return true
    const page = pages.subarray(from, from + pageBytes)
    const number = (at + from) / pageBytes + 1
    if (!proof.isAuthentic(page, number) && !isAuthenticNow(fd, at + from, proof)) return false
  }
  return true
}

/**
 * The same beside everything else, while others read and write. Waits for `quietMs` first: whoever has just opened a vault
 * asks for much.
 *
 * @returns `true` also when it was stopped.
 */
export async function authenticBeside(
  passing: Passing,
  { proof, quietMs }: { readonly proof: PageProof; readonly quietMs: number },
): Promise<boolean> {
  const { fd, isStopped } = passing
  await pause(quietMs)
  if (isStopped()) return true
  const { size } = fstatSync(fd)
  const buffer = Buffer.alloc(Math.min(size, chunkBytes))
  for (const { at, bytes } of piecesOf(size, chunkBytes)) {
    const now = isStopped() ? 0 : fstatSync(fd).size
    const pages = buffer.subarray(0, Math.max(0, Math.min(bytes, now - at)))
    if (pages.length === 0) return true
    await readBeside(fd, pages, at)
    if (!(await isPieceAuthentic(passing, { at, pages, proof }))) return false
  }
  return true
}
