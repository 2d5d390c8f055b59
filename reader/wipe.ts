/** Why an open page was locked again. */
const reasons = ['closed', 'idle'] as const
export type Why = (typeof reasons)[number]

/** Why the page was locked before it was loaded this time, or `null` when it was not. */
export const why = (): Why | null => reasons.find(reason => location.hash === `#${reason}`) ?? null

/** Takes everything from the screen and loads the page afresh: what it held in memory ends with it. */
export function lockAgain(reason: Why): void {
  clear()
  location.replace(`#${reason}`)
  location.reload()
}

const clear = () => document.querySelector('main')?.replaceChildren()

const patience = 10 * 60 * 1000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'input'] as const

/** Locks the page after ten minutes in which nobody touched it, also when the machine slept meanwhile. */
export function watchIdleness(): void {
  let touched = Date.now()
  const look = () => {
    if (Date.now() - touched >= patience) lockAgain('idle')
  }
  for (const sign of signs)
    addEventListener(
      sign,
      () => {
        look()
        touched = Date.now()
      },
      { passive: true, capture: true },
    )
  document.addEventListener('visibilitychange', look)
  setInterval(look, 5_000)
}

/** A page that is left keeps nothing to come back to. */
export function clearOnLeaving(): void {
  addEventListener('pagehide', clear)
  addEventListener('pageshow', event => {
    if (event.persisted) location.reload()
  })
}
