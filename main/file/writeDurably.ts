import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { refusalForWrite, systemCode } from './refusalFor.ts'

/**
 * A name beside `path` that nobody can have prepared. It says nothing of the file's own name, and it is short enough
 * where the file's own name is as long as a name may be.
 */
const partialBeside = (path: string) => join(dirname(path), `.${randomBytes(8).toString('hex')}.partial`)

/** Created by us or not at all (`wx`), readable by this user alone. */
async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

function writeFlushedSync(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeFileSync(file, bytes)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes the names in a folder durable. Windows does so by itself; a few file systems cannot be asked (`EINVAL`). */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch (error) {
    if (systemCode(error) !== 'EINVAL') throw error
  } finally {
    closeSync(handle)
  }
}

/**
 * After this, `path` holds all of `bytes`, and still does after a power cut.
 *
 * Until then it holds what it held before; there is never half a file.
 *
 * @throws Refused `file/disk-full`, `file/cannot-write`; the partial file is removed.
 */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const partial = partialBeside(path)
  try {
    await writeFlushed(partial, bytes)
    await rename(partial, path)
    flushFolder(dirname(path))
  } catch (error) {
    await rm(partial, { force: true })
    throw refusalForWrite(error)
  }
}

/** `writeDurably` for the moment of locking, when nothing can be waited for. For small files. */
export function writeDurablySync(path: string, bytes: Uint8Array): void {
  const partial = partialBeside(path)
  try {
    writeFlushedSync(partial, bytes)
    renameSync(partial, path)
    flushFolder(dirname(path))
  } catch (error) {
    rmSync(partial, { force: true })
    throw refusalForWrite(error)
  }
}

/** Removes the file that no record knows, and never another that stood there before. */
export function takeAway(path: string, file: Uint8Array): void {
  try {
    if (Buffer.compare(readFileSync(path), file) === 0) rmSync(path)
  } catch {
    // It was not written, or the medium takes nothing any more.
  }
}
