import { constants } from 'node:fs'
import { mkdir, open, writeFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused } from '../../../shared/refusal.ts'
import { refusalForRead, refusalForWrite } from '../../file/refusalFor.ts'
import { flushFolder, writeDurably } from '../../file/writeDurably.ts'
import { keysPath } from '../keysFile.ts'
import { openWithoutVigil } from '../openWithoutVigil.ts'
import {
  chunkBytes,
  fileBytesOf,
  readHeader,
  readList,
  sha256,
  sizesBytes,
  sizesIn,
  type Sizes,
} from './container.ts'
import { markRestored } from './restoring.ts'
import { step, type Copying } from './watch.ts'

/** A named pipe would keep a plain open waiting for ever. Windows knows no such flag. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

async function bytesAt(file: FileHandle, into: Buffer, at: number): Promise<Buffer> {
  let done = 0
  while (done < into.length) {
    const { bytesRead } = await file.read(into, done, into.length - done, at + done)
    if (bytesRead === 0) throw new Refused('copies/damaged')
    done += bytesRead
  }
  return into
}

/** What stands around the body of a copy, its sums checked. */
interface Frame {
  readonly sizes: Sizes
  readonly header: Uint8Array
  readonly sums: readonly Uint8Array[]
  readonly root: string
}

async function frameOf(file: FileHandle): Promise<Frame> {
  const found = await file.stat()
  if (!found.isFile() || found.size < sizesBytes) throw new Refused('copies/not-a-copy')
  const sizes = sizesIn(await bytesAt(file, Buffer.alloc(sizesBytes), 0))
  if (found.size !== fileBytesOf(sizes)) throw new Refused('copies/damaged')
  const header = await bytesAt(file, Buffer.alloc(sizes.headerBytes), 0)
  readHeader(header)
  const listAt = sizes.headerBytes + sizes.body
  const list = readList(await bytesAt(file, Buffer.alloc(found.size - listAt), listAt))
  return { sizes, header, ...list }
}

async function inside<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, flags).catch((error: unknown) => {
    throw refusalForRead(error)
  })
  try {
    return await work(file)
  } finally {
    await file.close().catch(() => undefined)
  }
}

/** Reads the body once, chunk by chunk, each held against its sum before anybody gets it. */
async function eachChunk(
  { file, frame, copying }: { file: FileHandle; frame: Frame; copying: Copying },
  take: (chunk: Buffer, at: number) => Promise<void>,
): Promise<void> {
  const { sizes, sums } = frame
  const buffer = Buffer.alloc(Math.min(chunkBytes, sizes.body))
  for (let at = 0; at < sizes.body; at += chunkBytes) {
    step(copying, { done: at, all: sizes.body })
    const chunk = buffer.subarray(0, Math.min(chunkBytes, sizes.body - at))
    await bytesAt(file, chunk, sizes.headerBytes + at).catch((error: unknown) => {
      throw refusalForRead(error)
    })
    if (!sha256(chunk).equals(sums[at / chunkBytes] ?? new Uint8Array())) throw new Refused('copies/damaged')
    await take(chunk, at)
  }
}

async function writeBody(folder: string, copy: Parameters<typeof eachChunk>[0]): Promise<void> {
  const target = await open(join(folder, 'case.db'), 'wx', 0o600)
  try {
    await eachChunk(copy, async (chunk, at) => {
      const { bytesWritten } = await target.write(chunk, 0, chunk.length, at)
      if (bytesWritten !== chunk.length) throw new Refused('file/disk-full')
    })
    await target.sync()
  } finally {
    await target.close()
  }
}

/** What is full then is this machine, not the stick: whoever is told must know where to make room. */
export function refusalForUnpacking(error: unknown): Error {
  const refusal = refusalForWrite(error)
  const isFull = refusal instanceof Refused && refusal.code === 'file/disk-full'
  return isFull ? new Refused('copies/no-room-here') : refusal
}

/**
 * Unpacks a copy into a folder that must not be there yet: the files of a vault, and a mark that it was not opened since.
 * Every byte of the copy is read and held against its sum; no key is needed for that.
 *
 * @throws Refused `copies/not-a-copy`, `copies/damaged`, `copies/newer-than-app`, `copies/stopped`, `copies/no-room-here`, `file/…`; what was
 *   unpacked stays for the caller to remove.
 */
export async function unpackCopy(path: string, folder: string, copying: Copying): Promise<void> {
  await inside(path, async file => {
    const frame = await frameOf(file).catch((error: unknown) => {
      throw refusalForRead(error)
    })
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeBody(folder, { file, frame, copying })
      await writeFile(keysPath(folder), readHeader(frame.header).keys, {
        mode: 0o600,
        flag: 'wx',
        flush: true,
      })
      await writeDurably(join(folder, 'OPEN-WITHOUT-VIGIL.txt'), Buffer.from(openWithoutVigil))
      await markRestored(folder, { header: frame.header, root: frame.root })
      flushFolder(folder)
    } catch (error) {
      throw refusalForUnpacking(error)
    }
  })
}
