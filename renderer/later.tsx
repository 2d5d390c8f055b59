import { createElement, lazy, Suspense, useState, type ComponentType } from 'react'

/** A screen whose program is a file of its own. */
export interface Later<P extends object> {
  (props: P): React.ReactNode
  /** Reads it ahead, so that it is there at once when it is wanted. */
  readonly readAhead: () => void
}

/** Makes a screen that is read when it is first shown, or ahead. Nothing stands in its place while it is read. */
export function later<P extends object>(read: () => Promise<ComponentType<P>>): Later<P> {
  let ready: ComponentType<P> | null = null
  let reading: Promise<{ readonly default: ComponentType<P> }> | null = null
  const once = () => (reading ??= read().then(screen => ({ default: (ready = screen) })))
  const Waited = lazy(once)
  const Screen = (props: P) => {
    // As it was when it came onto the page: going over to the other would begin it anew.
    const [shown] = useState(() => ready)
    if (shown) return createElement(shown, props)
    return <Suspense fallback={null}>{createElement(Waited, props)}</Suspense>
  }
  return Object.assign(Screen, { readAhead: () => void once() })
}
