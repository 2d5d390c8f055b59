import { Refused } from '../../shared/refusal.ts'
import { readKeysFile, repairsOf, stepsBackTo, stepsTo, writeSteps, type Step } from './keysFile.ts'
import { copyBytes } from './slotBlock.ts'

/** `keys.vk` as it was read, where its good copy stands, and the copy that shall stand there from now on. */
interface Putting {
  readonly before: Uint8Array
  readonly goodAt: number
  readonly copy: Uint8Array
}

/** Writes the steps and reads back that both places hold the copy now. */
async function write(folder: string, copy: Uint8Array, steps: readonly Step[]): Promise<void> {
  await writeSteps(folder, steps)
  const written = await readKeysFile(folder)
  if (Buffer.compare(written, Buffer.concat([copy, copy])) !== 0) throw new Refused('file/cannot-write')
}

/**
 * After a write failed: the old copy again, in both places, so that "refused" means that nothing changed. Somebody who is
 * told so throws the new passphrase away.
 *
 * @throws Refused `vault/passphrase-unsure` when the disk does not take that either.
 */
async function takeBack(folder: string, { before, goodAt }: Putting): Promise<void> {
  const copy = before.subarray(goodAt, goodAt + copyBytes)
  try {
    await write(folder, copy, stepsBackTo(copy))
  } catch {
    const now = await readKeysFile(folder).catch(() => null)
    if (!now || Buffer.compare(now, before) !== 0) throw new Refused('vault/passphrase-unsure')
  }
}

/**
 * Puts a new copy of the slots in place of the old one. Whatever stops it, one whole copy stands, the old or the new.
 *
 * @throws Refused `file/…`, and then nothing changed; `vault/passphrase-unsure` when nobody can tell.
 */
export async function putKeys(folder: string, putting: Putting): Promise<void> {
  const { before, goodAt, copy } = putting
  try {
    await write(folder, copy, [...repairsOf(before, goodAt), ...stepsTo(copy)])
  } catch (error) {
    await takeBack(folder, putting)
    throw error
  }
}
