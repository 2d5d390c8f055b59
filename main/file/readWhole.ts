import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { Refused } from '../../shared/refusal.ts'
import { refusalForRead } from './refusalFor.ts'

const megabytes = (bytes: number) => Math.round(bytes / 100_000) / 10

/** A named pipe would keep a plain open waiting for ever. Windows knows no such flag. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

async function bytesOf(file: FileHandle, limitBytes: number): Promise<Uint8Array> {
  const found = await file.stat()
  if (!found.isFile()) throw new Refused('file/cannot-read')
  if (found.size > limitBytes)
    throw new Refused('file/too-large', { limitMb: megabytes(limitBytes), sizeMb: megabytes(found.size) })
  const bytes = Buffer.alloc(found.size)
  const { bytesRead } = await file.read(bytes, 0, found.size, 0)
  if (bytesRead !== found.size) throw new Refused('file/cannot-read')
  return bytes
}

/**
 * All bytes of an ordinary file of at most `limitBytes`.
 *
 * @throws Refused `file/too-large` with `{ limitMb, sizeMb }` in megabytes of 1,000,000 bytes, `file/gone` when it is
 *   not there, `file/cannot-read` for everything else: a folder, a pipe, no permission, a medium that fails.
 */
export async function readWhole(path: string, limitBytes: number): Promise<Uint8Array> {
  try {
    const file = await open(path, flags)
    try {
      return await bytesOf(file, limitBytes)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw refusalForRead(error)
  }
}
