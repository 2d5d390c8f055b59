import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { readWhole } from '../../file/readWhole.ts'
import { refusalForWrite } from '../../file/refusalFor.ts'
import { flushFolder, writeDurably } from '../../file/writeDurably.ts'
import { replacingPath } from '../atTheDoor.ts'
import { freeBeside } from './place.ts'

const isPlainName = (name: string) => name !== '' && basename(name) === name && !name.startsWith('.')

/** Brings a replacing to its end that was cut short between its two renames. Mostly there is none. */
export async function finishReplacing(place: string): Promise<void> {
  if (!existsSync(replacingPath(place))) return
  const name = Buffer.from(await readWhole(replacingPath(place), 1024)).toString('utf8')
  const by = join(dirname(place), name)
  if (isPlainName(name) && !existsSync(place) && existsSync(by)) await rename(by, place)
  flushFolder(dirname(place))
  await rm(replacingPath(place), { force: true })
  flushFolder(dirname(place))
}

/**
 * Puts the vault in the folder `by`, which stands beside `place`, into its place. What stood there is set aside, never removed.
 *
 * @returns the name of the folder it was set aside to, or `null` when nothing stood there.
 * @throws Refused `file/cannot-write`, `file/disk-full`.
 */
export async function replaceVault(place: string, by: string): Promise<string | null> {
  try {
    await writeDurably(replacingPath(place), Buffer.from(basename(by)))
    const aside = existsSync(place) ? freeBeside(place, 'set-aside') : null
    if (aside !== null) await rename(place, aside)
    await finishReplacing(place)
    return aside === null ? null : basename(aside)
  } catch (error) {
    throw refusalForWrite(error)
  }
}
