import { open } from 'node:fs/promises'
import { Refused } from '../../shared/refusal.ts'
import { readWhole } from '../file/readWhole.ts'
import { refusalForWrite } from '../file/refusalFor.ts'
import { keysPath } from './atTheDoor.ts'
import { copyBytes } from './slotBlock.ts'

const fileBytes = 2 * copyBytes

export { keysPath }

/** One write, made durable before the next begins. */
export interface Step {
  readonly at: number
  readonly copy: Uint8Array
}

/** Writing a new copy over both: the second place first. Whatever stops it, one whole copy stands. */
export const stepsTo = (copy: Uint8Array): readonly Step[] => [
  { at: copyBytes, copy },
  { at: 0, copy },
]

/** Taking such a writing back, wherever it stopped: the first place first. Here too one whole copy always stands. */
export const stepsBackTo = (copy: Uint8Array): readonly Step[] => stepsTo(copy).toReversed()

/** Writing the good copy over the place that differs from it. Nothing when both are the same. */
export function repairsOf(file: Uint8Array, goodAt: number): readonly Step[] {
  const copy = file.subarray(goodAt, goodAt + copyBytes)
  const other = goodAt === 0 ? copyBytes : 0
  const isSame =
    Buffer.compare(copy, file.subarray(other, other + copyBytes)) === 0 && file.length === fileBytes
  return isSame ? [] : [{ at: other, copy }]
}

/**
 * The bytes of `keys.vk`.
 *
 * @throws Refused `file/gone`, `file/cannot-read`, `vault/damaged` when it is far from 16 KiB.
 */
export async function readKeysFile(folder: string): Promise<Uint8Array> {
  try {
    return await readWhole(keysPath(folder), 4 * fileBytes)
  } catch (error) {
    throw error instanceof Refused && error.code === 'file/too-large' ? new Refused('vault/damaged') : error
  }
}

/**
 * Takes the steps in order, each on the disk before the next.
 *
 * @throws Refused `file/cannot-write`, `file/disk-full`.
 */
export async function writeSteps(folder: string, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return
  try {
    const file = await open(keysPath(folder), 'r+')
    try {
      for (const { at, copy } of steps) {
        const { bytesWritten } = await file.write(copy, 0, copy.length, at)
        if (bytesWritten !== copy.length) throw new Refused('file/disk-full')
        await file.sync()
      }
      await file.truncate(fileBytes)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    throw refusalForWrite(error)
  }
}
