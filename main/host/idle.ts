import type { Clock } from './clock.ts'

/** Watches for nobody being there. */
export interface Idle {
  /** Somebody is there: the time starts again. */
  touch(): void
  /** From now on so many minutes may pass. */
  allow(minutes: number): void
  /** Watches only while the vault is open. */
  watch(unlocked: boolean): void
  /** The desktop says that nobody has touched the machine for so long. */
  untouchedFor(seconds: number): void
}

/** Calls `onIdle` once when the vault was open and nobody was there for so many minutes. */
export function createIdle(clock: Clock, options: { readonly minutes: number; onIdle(): void }): Idle {
  let minutes = options.minutes
  let watching = false
  let stop = () => {}

  const idle = () => {
    watching = false
    options.onIdle()
  }
  const restart = () => {
    stop()
    stop = watching ? clock.after(minutes * 60_000, idle) : () => {}
  }
  return {
    touch: restart,
    allow(next) {
      minutes = next
      restart()
    },
    watch(unlocked) {
      watching = unlocked
      restart()
    },
    untouchedFor(seconds) {
      if (!watching || seconds < minutes * 60) return
      stop()
      idle()
    },
  }
}
