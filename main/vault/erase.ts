import { randomBytes } from 'node:crypto'
import { constants, existsSync, lstatSync, readFileSync } from 'node:fs'
import { open, readdir, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused } from '../../shared/refusal.ts'
import { flushFolder, writeDurably } from '../file/writeDurably.ts'
import { erasingPath, keysPath, replacingPath } from './atTheDoor.ts'
import { besides } from './copies/place.ts'
import { copyBytes, magic } from './slotBlock.ts'

/** What a vault consists of, the keys first, and what an interrupted write may have left. Nothing else in the folder is touched. */
const ours = [
  /^keys\.vk$/,
  /^seal\.vs$/,
  /^case\.db(-journal)?$/,
  /^OPEN-WITHOUT-VIGIL\.txt$/,
  /^\.[0-9a-f]{16}\.partial$/,
  /^(upgrading|copy\.[a-z-]+)$/,
]

/** What Vigil itself keeps beside a vault and the same passphrases open: from before a change, set aside, restored, half made. */
const kin = /(\.before-\d{1,6}(\.partial)?|\.[0-9a-f]{12}\.(checking|partial)|-(set-aside|restored)-\d+)/

/** Vigil makes folders there, never a link to some other place, which may be anybody's. */
const isFolder = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** The vault and whatever Vigil keeps of it beside it. */
const wholeOf = (folder: string): readonly string[] => [folder, ...besides(folder, kin).filter(isFolder)]

/** What is small and worth overwriting: whatever holds wrapped keys or says when the vault was last used. */
const overwritten = [/^keys\.vk$/, /^seal\.vs$/, /\.partial$/]

/**
 * Whether a copy of the slots still begins as one does. Both are overwritten in one go, so at most a cut leaves one. A file
 * that stands there and cannot be read, as on a drive that fails or by a link to a stick that is out, is `unknown`.
 */
function framedCopy(folder: string): 'there' | 'gone' | 'unknown' {
  const path = keysPath(folder)
  try {
    const file = readFileSync(path)
    const isFramed = [0, copyBytes].some(at => file.subarray(at, at + magic.length).equals(magic))
    return isFramed ? 'there' : 'gone'
  } catch {
    return lstatSync(path, { throwIfNoEntry: false }) ? 'unknown' : 'gone'
  }
}

/** Whether erasing was begun here and cut off before the keys were gone: the vault may still open. */
export const isErasing = (folder: string): boolean =>
  existsSync(erasingPath(folder)) && framedCopy(folder) !== 'gone'

/** Whether the keys of the vault here were destroyed, and only files nobody can open may be left. */
export const isErased = (folder: string): boolean =>
  existsSync(erasingPath(folder)) && framedCopy(folder) === 'gone'

/** What stands at the other end of a link is somebody else's. Windows knows no such flag. */
const noLink = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0)

/** Random bytes over a whole file, on the disk before this returns. @throws the system's own error. */
async function overwrite(path: string, flags: string | number = noLink): Promise<void> {
  const file = await open(path, flags)
  try {
    const { size } = await file.stat()
    const random = randomBytes(Math.min(size, 1_048_576))
    await file.write(random, 0, random.length, 0)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** @returns whether nothing of these keys is left that opens anything. */
async function destroyKeysIn(folder: string): Promise<boolean> {
  const path = keysPath(folder)
  // Somebody may keep the slots elsewhere by a link: what is there is overwritten when it is slots, and nothing else is.
  const isOverwritten = await overwrite(path, framedCopy(folder) === 'there' ? 'r+' : noLink).then(
    () => true,
    () => false,
  )
  try {
    await rm(path, { force: true })
    flushFolder(folder)
    return true
  } catch {
    return isOverwritten
  }
}

/**
 * Destroys every way into the vault: both copies of its slots, overwritten and then unlinked, and those of what Vigil keeps
 * beside it. Whoever is cut off before has a vault that still opens, or a mark that says what was going on (ADR 0032).
 *
 * @throws Refused `vault/not-erased` where slots could be neither overwritten nor removed.
 */
export async function destroyKeys(folder: string): Promise<void> {
  // A full disk may refuse the mark; it may not save the keys.
  await writeDurably(erasingPath(folder), new Uint8Array()).catch(() => undefined)
  const done: boolean[] = []
  for (const one of wholeOf(folder)) done.push(await destroyKeysIn(one))
  if (done.every(Boolean)) return
  await rm(erasingPath(folder), { force: true }).catch(() => undefined)
  throw new Refused('vault/not-erased')
}

/** What is left in one folder; the folder too, when nothing of somebody else's is in it. @throws the system's own error. */
async function removeFilesIn(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!ours.some(pattern => pattern.test(name))) continue
    const path = join(folder, name)
    if (overwritten.some(pattern => pattern.test(name))) await overwrite(path).catch(() => undefined)
    await rm(path, { force: true })
  }
  flushFolder(folder)
}

/**
 * Removes what is left once the keys are gone, the mark last.
 *
 * @throws Refused `vault/erased-in-part`: nothing left can be opened, but something could not be removed.
 */
export async function removeRest(folder: string): Promise<void> {
  const all = wholeOf(folder)
  try {
    for (const one of all) await removeFilesIn(one)
    await rm(replacingPath(folder), { force: true })
    await rm(erasingPath(folder), { force: true })
  } catch {
    throw new Refused('vault/erased-in-part')
  }
  for (const one of all) await rmdir(one).catch(() => undefined)
}

/**
 * Removes the vault in one folder, its keys first, and nothing of somebody else's that is in there.
 *
 * @throws the system's own error.
 */
export async function removeVault(folder: string): Promise<void> {
  await destroyKeysIn(folder)
  await removeFilesIn(folder)
  await rmdir(folder).catch(() => undefined)
}

/** Goes on where an erasing was cut off after the keys were gone. What cannot be removed now is tried again next time. */
export async function finishErasing(folder: string): Promise<void> {
  if (isErased(folder)) await removeRest(folder).catch(() => undefined)
}
