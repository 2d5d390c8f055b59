import { createHash } from 'node:crypto'
import { within, type Clock } from './clock.ts'
import type { SystemClipboard } from './host.ts'

/** After how long what was copied from Vigil is taken off the clipboard again, in milliseconds. */
export const copiedFor = 30_000

/** How long the system has to answer about its clipboard before it is given up, in milliseconds. */
const patience = 1000

/** How long after the page said so the system surely has what was copied, in milliseconds. */
const settles = 100

/** Looks after what was copied from Vigil; never throws, never keeps the text. */
export interface CopiedText {
  /** Something was copied from the page just now. */
  copied(): void
  /** Takes it off the clipboard now, unless something else has been copied since. */
  clear(): Promise<void>
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Clears what was copied after 30 s, and when told to. Where the system's clipboard cannot be asked, it is cleared all the same. */
export function createCopiedText(clock: Clock, system: SystemClipboard): CopiedText {
  /** What was copied last; without a digest until the system has said what it holds. `null`: nothing of ours is there. */
  let ours: { readonly digest: string | null } | null = null
  let stop = () => {}
  let turn = 0

  const ask = <T>(work: () => Promise<T>, otherwise: T): Promise<T> =>
    within(clock, {
      milliseconds: patience,
      first: work().catch(() => otherwise),
      otherwise,
    })

  const remember = async (mine: number) => {
    const text = await ask(() => system.read(), '')
    if (mine !== turn || text === '') return
    ours = { digest: digestOf(text) }
    await ask(() => system.conceal(text), undefined)
  }
  const clear = async () => {
    stop()
    const copied = ours
    ours = null
    turn++
    if (copied === null) return
    const now = copied.digest === null ? null : await ask<string | null>(() => system.read(), null)
    if (now === null || digestOf(now) === copied.digest) await ask(() => system.clear(), undefined)
  }
  return {
    copied() {
      stop()
      ours = { digest: null }
      const mine = ++turn
      const stopReading = clock.after(settles, () => void remember(mine))
      const stopClearing = clock.after(copiedFor, () => void clear())
      stop = () => (stopReading(), stopClearing())
    },
    clear,
  }
}
