/** Time as the relay uses it, so that a test can let an idle hour pass at once. */
export interface Clock {
  /** Runs once after so many milliseconds, unless the returned function is called before. */
  after(milliseconds: number, run: () => void): () => void
}

/** The machine's own time. */
export const systemClock: Clock = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

/**
 * `first`, or `otherwise` when `first` has not come after so many milliseconds.
 *
 * A rejection of `first` is passed on.
 */
export async function within<T>(
  clock: Clock,
  {
    milliseconds,
    first,
    otherwise,
  }: { readonly milliseconds: number; readonly first: Promise<T>; readonly otherwise: T },
): Promise<T> {
  let stop = () => {}
  const late = new Promise<T>(resolve => {
    stop = clock.after(milliseconds, () => resolve(otherwise))
  })
  try {
    return await Promise.race([first, late])
  } finally {
    stop()
  }
}
