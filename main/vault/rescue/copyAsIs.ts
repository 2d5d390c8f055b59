import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  readdirSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import type { CopiedAsIs } from '../../../shared/vault/rescue.ts'
import { pageBytes } from '../../db/open.ts'
import { refusalForWrite } from '../../file/refusalFor.ts'
import { flushFolder } from '../../file/writeDurably.ts'

const chunkBytes = 64 * pageBytes

/** Reads one chunk; where the medium gives nothing, page by page, with zeros in place of what is gone. */
function read(fd: number, chunk: Buffer, at: number): number {
  try {
    chunk.fill(0)
    readSync(fd, chunk, 0, chunk.length, at)
    return 0
  } catch {
    if (chunk.length <= pageBytes) return chunk.fill(0).length
    let gone = 0
    for (let from = 0; from < chunk.length; from += pageBytes)
      gone += read(fd, chunk.subarray(from, from + pageBytes), at + from)
    return gone
  }
}

function copyFile(from: string, to: string): { readonly bytes: number; readonly unreadable: number } {
  const source = openSync(from, 'r')
  try {
    const target = openSync(to, 'wx', 0o600)
    try {
      const { size } = fstatSync(source)
      let unreadable = 0
      for (let at = 0; at < size; at += chunkBytes) {
        const chunk = Buffer.alloc(Math.min(chunkBytes, size - at))
        unreadable += read(source, chunk, at)
        writeSync(target, chunk, 0, chunk.length, at)
      }
      fsyncSync(target)
      return { bytes: size, unreadable }
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(source)
  }
}

/** The first of these names that nothing has: `name.vigil`, `name-2.vigil`, … */
export function freeName(parent: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const tried = `${name}${number === 1 ? '' : `-${number}`}.vigil`
    if (!existsSync(join(parent, tried))) return tried
  }
}

/**
 * Copies every file of a vault as it is, whatever is wrong with it, into a new folder. The vault is only read.
 *
 * @throws Refused `file/disk-full`, `file/cannot-write`.
 */
export function copyAsIs(folder: string, parent: string): CopiedAsIs {
  const name = freeName(parent, `${basename(folder).replace(/\.vigil$/, '')}-as-it-is`)
  try {
    const target = join(parent, name)
    mkdirSync(target, { mode: 0o700 })
    const files = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isFile())
    const copied = files.map(file => copyFile(join(folder, file.name), join(target, file.name)))
    flushFolder(target)
    flushFolder(parent)
    const sum = (pick: (one: (typeof copied)[number]) => number) =>
      copied.reduce((all, one) => all + pick(one), 0)
    return { name, files: files.length, bytes: sum(one => one.bytes), unreadable: sum(one => one.unreadable) }
  } catch (error) {
    throw refusalForWrite(error)
  }
}
