import { randomBytes } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { Refused } from '../../../shared/refusal.ts'
import { refusalForWrite } from '../../file/refusalFor.ts'
import type { Pages } from '../pages.ts'
import { bodyAt, bodyBytesFor, chunkBytes, keysBytes, sha256, writeHeader, writeList } from './container.ts'
import { countedAtOnce } from './facts.ts'
import type { Facts, Manifest } from './manifest.ts'
import { sealBox } from './manifest.ts'
import { step, type Copying } from './watch.ts'

/** What a copy is made from and what it will say. */
export interface CopySource {
  readonly pages: Pages
  /** Counts, in pieces, what the pages are those of, as long as nobody writes. */
  facts(): Generator<null, Facts>
  /** The bytes of `keys.vk`. */
  keys(): Promise<Uint8Array>
  /** 32 bytes; the caller wipes them. */
  readonly boxKey: Uint8Array
  readonly said: Omit<Manifest, 'v' | 'root' | 'facts' | 'database_bytes'>
}

/** After so many rounds the last one is done without letting anybody write in between. */
const freeRounds = 12

/** Every round of a copy ends with sums; what was written meanwhile shows as a different sum. */
interface Rounds {
  readonly file: FileHandle
  readonly pages: Pages
  readonly copying: Copying
  readonly sums: (Uint8Array | undefined)[]
}

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  const { bytesWritten } = await file.write(bytes, 0, bytes.length, at)
  if (bytesWritten !== bytes.length) throw new Refused('file/disk-full')
}

function chunkOf(pages: Pages, at: number, into: Buffer): Buffer {
  const chunk = into.subarray(0, Math.min(chunkBytes, pages.size() - at))
  pages.read(chunk, at)
  return chunk
}

/** One round over the whole database, chunk by chunk, with room for others between two chunks. */
async function round({ file, pages, copying, sums }: Rounds): Promise<void> {
  const buffer = Buffer.alloc(chunkBytes)
  for (let at = 0; at < pages.size(); at += chunkBytes) {
    step(copying, { done: at, all: pages.size() })
    const chunk = chunkOf(pages, at, buffer)
    const sum = sha256(chunk)
    if (!sum.equals(sums[at / chunkBytes] ?? Buffer.alloc(0))) await writeAll(file, chunk, bodyAt + at)
    else await new Promise(resolve => setImmediate(resolve))
    sums[at / chunkBytes] = sum
  }
}

/** What stands otherwise than it was written, found without letting anybody write in between. */
function stale({ pages, sums }: Rounds): { readonly at: number; readonly chunk: Buffer }[] {
  const buffer = Buffer.alloc(chunkBytes)
  const found: { at: number; chunk: Buffer }[] = []
  for (let at = 0; at < pages.size(); at += chunkBytes) {
    const chunk = chunkOf(pages, at, buffer)
    const sum = sha256(chunk)
    if (sum.equals(sums[at / chunkBytes] ?? Buffer.alloc(0))) continue
    sums[at / chunkBytes] = sum
    found.push({ at, chunk: Buffer.from(chunk) })
  }
  return found
}

interface Moment {
  readonly facts: Facts
  readonly bytes: number
  /** The last chunk as it is at that moment; the padding continues it. */
  readonly last: Buffer
  readonly stale: readonly { readonly at: number; readonly chunk: Buffer }[]
}

/** Counts while others are answered; `null` as soon as somebody wrote. */
async function counted({ pages, copying }: Rounds, source: CopySource): Promise<Facts | null> {
  const before = pages.changes()
  const counting = source.facts()
  for (;;) {
    const { done, value } = counting.next()
    if (done === true) return value
    step(copying, {})
    await new Promise(resolve => setImmediate(resolve))
    if (before !== pages.changes()) return null
  }
}

/**
 * Writes the pages as they are at one moment, while others go on writing to the vault: rounds until nothing was written
 * during one, and while it was counted. When somebody writes during each of them, the last is one that nobody can write
 * during: a few seconds for each gigabyte.
 */
async function untilOneMoment(rounds: Rounds, source: CopySource): Promise<Moment> {
  const { pages } = rounds
  for (let done = 0; done < freeRounds; done++) {
    const before = pages.changes()
    await round(rounds)
    const facts = before === pages.changes() ? await counted(rounds, source) : null
    if (facts !== null && before === pages.changes()) return { facts, ...endOf(rounds), stale: [] }
  }
  const left = stale(rounds)
  return { facts: countedAtOnce(source.facts()), ...endOf(rounds), stale: left }
}

/** How long the database is, and the last of it. */
function endOf({ pages, sums }: Rounds): Pick<Moment, 'bytes' | 'last'> {
  const bytes = pages.size()
  sums.length = Math.ceil(bytes / chunkBytes)
  return {
    bytes,
    last: Buffer.from(chunkOf(pages, (sums.length - 1) * chunkBytes, Buffer.alloc(chunkBytes))),
  }
}

/** Random bytes from the end of the database to the end of the body. */
async function writePadding({ file, sums, copying }: Rounds, { bytes, last }: Moment): Promise<number> {
  const bodyBytes = bodyBytesFor(bytes)
  const lastAt = (sums.length - 1) * chunkBytes
  for (let at = lastAt; at < bodyBytes; at += chunkBytes) {
    step(copying, {})
    const begun = at === lastAt ? last : Buffer.alloc(0)
    const rest = Math.min(chunkBytes, bodyBytes - at) - begun.length
    const chunk = Buffer.concat([begun, randomBytes(rest)])
    await writeAll(file, chunk, bodyAt + at)
    sums[at / chunkBytes] = sha256(chunk)
  }
  return bodyBytes
}

async function keysOf(source: CopySource): Promise<Uint8Array> {
  const keys = new Uint8Array(keysBytes)
  keys.set((await source.keys()).subarray(0, keysBytes))
  return keys
}

async function write(file: FileHandle, source: CopySource, copying: Copying): Promise<Manifest> {
  const rounds: Rounds = { file, pages: source.pages, copying, sums: [] }
  step(copying, { stage: 'writing' })
  const moment = await untilOneMoment(rounds, source)
  for (const { at, chunk } of moment.stale) await writeAll(file, chunk, bodyAt + at)
  const bodyBytes = await writePadding(rounds, moment)
  const list = writeList(rounds.sums.map(sum => sum ?? new Uint8Array()))
  await writeAll(file, list.bytes, bodyAt + bodyBytes)
  const { facts, bytes } = moment
  const manifest: Manifest = { v: 1, ...source.said, database_bytes: bytes, root: list.root, facts }
  const keys = await keysOf(source)
  const box = sealBox(manifest, source.boxKey, { keys, bodyBytes })
  await writeAll(file, writeHeader({ keys, box, bodyBytes }), 0)
  step(copying, { stage: 'flushing', done: 0, all: 0 })
  await file.sync()
  return manifest
}

/**
 * Writes a whole copy to a file that must not be there yet, and makes it durable. Memory stays at a few MiB.
 *
 * @returns what the copy says of itself.
 * @throws Refused `copies/stopped`, `vault/locked`, `file/disk-full`, `file/cannot-write`; what was written stays for the
 *   caller to remove.
 */
export async function writeCopy(path: string, source: CopySource, copying: Copying): Promise<Manifest> {
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      return await write(file, source, copying)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw refusalForWrite(error)
  }
}
