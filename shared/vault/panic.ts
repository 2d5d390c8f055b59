import type { PanicKeys } from './model.ts'

/** One key going down, as both the page and the shell see it. */
export interface KeyDown {
  /** The place of the key on the keyboard, whatever the layout: `Escape`, `Backquote`. */
  readonly code: string
  readonly control: boolean
  /** Alt or the system's own key: another program's chord. */
  readonly otherModifier: boolean
  /** Held down, and repeated by the system. */
  readonly isRepeat: boolean
  /** Milliseconds of any clock that only goes forward. */
  readonly at: number
}

/** The moments of the last presses of Escape, oldest first, that may still become panic. */
export type Escapes = readonly number[]

/** Three presses of Escape within so many milliseconds mean panic. */
export const escapeSpanMs = 1000

/**
 * Whether this key means panic: Control and the key under Escape (in every layout, Arabic too), or the third Escape
 * within a second (ADR 0032). A key that is held down counts once.
 *
 * @param before what the last call said in `escapes`; nothing at first.
 */
export function panicOf(
  key: KeyDown,
  before: Escapes,
  keys: PanicKeys,
): { readonly panic: boolean; readonly escapes: Escapes } {
  if (key.code === 'Escape') return escapeOf(key, before, keys)
  const panic =
    keys !== 'escape' && key.code === 'Backquote' && key.control && !key.otherModifier && !key.isRepeat
  return { panic, escapes: [] }
}

function escapeOf(
  key: KeyDown,
  before: Escapes,
  keys: PanicKeys,
): { readonly panic: boolean; readonly escapes: Escapes } {
  if (keys === 'keys' || key.control || key.otherModifier) return { panic: false, escapes: [] }
  if (key.isRepeat) return { panic: false, escapes: before }
  const escapes = [...before.filter(at => key.at - at <= escapeSpanMs), key.at]
  return escapes.length >= 3 ? { panic: true, escapes: [] } : { panic: false, escapes }
}
