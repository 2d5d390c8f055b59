import { Refused } from '../../shared/refusal.ts'

const freeTries = 3
const waitSeconds = [5, 15, 60] as const

/** Slows down whoever tries passphrases at this keyboard. Kept in memory: against a thief with the file only the KDF helps. */
export interface Throttle {
  /** @throws Refused `vault/try-later` with `{ seconds }` still to wait. */
  check(): void
  failed(): void
  opened(): void
}

/**
 * Three tries are free; after each further failure there is a wait of 5, 15, then always 60 seconds.
 *
 * @param clock milliseconds that only grow.
 */
export function newThrottle(clock: () => number): Throttle {
  let failures = 0
  let until = 0
  return {
    check() {
      const left = until - clock()
      if (left > 0) throw new Refused('vault/try-later', { seconds: Math.ceil(left / 1000) })
    },
    failed() {
      failures += 1
      const seconds = failures < freeTries ? 0 : (waitSeconds[failures - freeTries] ?? 60)
      until = clock() + seconds * 1000
    },
    opened() {
      failures = 0
      until = 0
    },
  }
}
