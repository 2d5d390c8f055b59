import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { App } from '../app.ts'
import { writeDurably } from '../file/writeDurably.ts'

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
