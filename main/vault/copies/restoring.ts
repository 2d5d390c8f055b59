import { existsSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused } from '../../../shared/refusal.ts'
import { readWhole } from '../../file/readWhole.ts'
import { flushFolder, writeDurably } from '../../file/writeDurably.ts'
import { readHeader } from './container.ts'
import { openBox, type Manifest } from './manifest.ts'

/*
 * A vault that was unpacked from a copy carries a mark until it was opened and proved. The mark is the header of the copy and
 * the root of its sums; its name says how far it is, and only ever goes forward:
 *
 *   unpacked   the database still has its padding
 *   cut        the padding is gone; nothing else was written
 *   proved     it counts as the copy said; the record does not say so yet
 */
const stages = ['unpacked', 'cut', 'proved'] as const
type Stage = (typeof stages)[number]

const markPath = (folder: string, stage: Stage) => join(folder, `copy.${stage}`)
const rootBytes = 32
const mostBytes = 1_048_576

/** How far the vault in this folder is on its way from a copy; `null` when it is on none. */
export const restoringStage = (folder: string): Stage | null =>
  stages.find(stage => existsSync(markPath(folder, stage))) ?? null

/** Marks a folder as just unpacked. */
export async function markRestored(
  folder: string,
  { header, root }: { readonly header: Uint8Array; readonly root: string },
): Promise<void> {
  await writeDurably(markPath(folder, 'unpacked'), Buffer.concat([header, Buffer.from(root, 'hex')]))
}

/** @throws Refused `copies/differs` when the sums of what was unpacked are not those the copy was sealed with. */
async function manifestOf(folder: string, stage: Stage, key: Uint8Array): Promise<Manifest> {
  const mark = Buffer.from(await readWhole(markPath(folder, stage), mostBytes))
  const root = mark.subarray(Math.max(0, mark.length - rootBytes)).toString('hex')
  const manifest = openBox(readHeader(mark.subarray(0, mark.length - rootBytes)), key)
  if (manifest.root !== root) throw new Refused('copies/differs')
  return manifest
}

function forward(folder: string, from: Stage, to: Stage): void {
  renameSync(markPath(folder, from), markPath(folder, to))
  flushFolder(folder)
}

async function cutTo(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    if (size < bytes) throw new Refused('copies/differs')
    await file.truncate(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What taking the padding away needs: where the database is, the key of the box, and how to seal what is left. */
interface Cutting {
  readonly database: string
  readonly key: Uint8Array
  readonly seal: () => void
}

/**
 * Takes the padding off a vault that was just unpacked, once its keys are known and before its database is opened. For every
 * other vault nothing happens.
 *
 * @throws Refused `copies/differs`, `file/…`.
 */
export async function cutRestored(folder: string, { database, key, seal }: Cutting): Promise<void> {
  try {
    if (restoringStage(folder) !== 'unpacked') return
    const { database_bytes } = await manifestOf(folder, 'unpacked', key)
    await cutTo(database, database_bytes)
    seal()
    forward(folder, 'unpacked', 'cut')
  } finally {
    key.fill(0)
  }
}

/** What the copy said that an open vault was unpacked from; `null` when it came from none, or was proved before. */
export async function unprovedManifest(folder: string, key: Uint8Array): Promise<Manifest | null> {
  try {
    return restoringStage(folder) === 'cut' ? await manifestOf(folder, 'cut', key) : null
  } finally {
    key.fill(0)
  }
}

/** What the copy said of a vault that was proved and whose record does not say so yet; else `null`. */
export async function unrecordedManifest(folder: string, key: Uint8Array): Promise<Manifest | null> {
  try {
    return restoringStage(folder) === 'proved' ? await manifestOf(folder, 'proved', key) : null
  } finally {
    key.fill(0)
  }
}

/** It counts as the copy said. */
export const markProved = (folder: string): void => forward(folder, 'cut', 'proved')

/** The record says where it came from: from now on it is a vault like any other. */
export function unmarkRestored(folder: string): void {
  rmSync(markPath(folder, 'proved'), { force: true })
  flushFolder(folder)
}
