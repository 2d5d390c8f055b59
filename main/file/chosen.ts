import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { FileId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { App } from '../app.ts'
import { readWhole } from './readWhole.ts'
import { refusalForRead } from './refusalFor.ts'
import { writeDurably } from './writeDurably.ts'

/** Asks for a file and keeps its path on the desk; the page gets a number, the base name and the size in bytes. */
export async function chooseFile(
  app: App,
  ask: { readonly title: string; readonly extensions: readonly string[] },
): Promise<{ fileId: FileId; name: string; size: number } | null> {
  const path = await app.ask.chooseFile(ask)
  if (path === null) return null
  const fileId = FileId.parse(app.newId())
  app.desk.files.set(fileId, path)
  return { fileId, name: basename(path), size: sizeOf(path) }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch (error) {
    throw refusalForRead(error)
  }
}

/** The whole of a file somebody chose. @throws Refused `file/gone`, `file/too-large`, `file/cannot-read` */
export async function readChosen(app: App, fileId: FileId, limit: number): Promise<Uint8Array> {
  const path = app.desk.files.get(fileId)
  if (path === undefined) throw new Refused('file/gone')
  return readWhole(path, limit)
}

/**
 * Asks where to write and writes the whole of a file there, or nothing.
 *
 * @returns what may be told of it, or `null` when the dialog was closed.
 * @throws Refused `file/cannot-write`, `file/disk-full`; what stood there before still stands.
 */
export async function writeChosen(
  app: App,
  { file, suggestedName }: { readonly file: Uint8Array; readonly suggestedName: string },
): Promise<{ name: string; size: number; sha256: string } | null> {
  const path = await app.ask.chooseDestination({ title: 'Vigil', suggestedName })
  if (path === null) return null
  await writeDurably(path, file)
  const sha256 = createHash('sha256').update(file).digest('hex')
  return { name: basename(path), size: file.byteLength, sha256 }
}
