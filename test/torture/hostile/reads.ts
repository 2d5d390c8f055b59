import { openChannel } from '../../../main/channel.ts'
import { Refused } from '../../../shared/refusal.ts'
import { parsers } from './parsers.ts'
import type { Keys } from './parsers.ts'

/*
 * A throw-away process that reads one file after the other, so that thousands can be tried: behind the same walls as a
 * job, with the same memory. It says how each ended, and never what was in it.
 */

/** One file to read. */
export interface Order {
  readonly parser: string
  readonly bytes: Uint8Array
  readonly keys: Keys
}

/** How it ended: read, refused in words, or thrown out of in a way nobody planned. */
export interface End {
  readonly how: 'read' | 'refused' | 'crashed'
  /** The code of a refusal, or the name of an error and where it was thrown. */
  readonly what: string
}

/** Reads one file with one reader. */
export async function endOf({ parser: name, bytes, keys }: Order): Promise<End> {
  const parser = parsers.find(one => one.name === name)
  try {
    if (!parser) throw new TypeError('no such reader')
    await parser.read(bytes, keys)
    return { how: 'read', what: '' }
  } catch (error) {
    if (error instanceof Refused) return { how: 'refused', what: error.code }
    const { name: kind = '', stack = '' } = error as Partial<Error>
    return { how: 'crashed', what: `${kind} ${/at (.*)/.exec(stack)?.[1] ?? ''}` }
  }
}

if (process.send || 'parentPort' in process) {
  const { onMessage, send } = openChannel<Order, End>()
  onMessage(order => void endOf(order).then(send))
}
