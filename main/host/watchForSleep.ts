/**
 * Calls `onWake` when the machine has slept: the clock went on by more than `seconds` while nothing could run.
 *
 * @returns stops watching.
 */
export function watchForSleep(onWake: () => void, seconds = 30): () => void {
  let last = Date.now()
  const timer = setInterval(() => {
    const now = Date.now()
    if (now - last > seconds * 1000) onWake()
    last = now
  }, 2000)
  timer.unref()
  return () => clearInterval(timer)
}
