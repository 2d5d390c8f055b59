import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import styles from './HoldButton.module.css'

/** Properties of `HoldButton`. */
export interface HoldButtonProps {
  readonly children: string
  /** What it says while it is held, for so many seconds to go. */
  readonly holding: (seconds: number) => string
  /** How long it must be held, in seconds. */
  readonly seconds: number
  readonly onDone: () => void
  /** What it says while the work is done; it cannot be pressed meanwhile. */
  readonly busy?: string | null | undefined
}

/**
 * Does something grave, and only when it is held down for some seconds: with the pointer, or with Enter or Space. Letting go
 * or leaving it before stops everything.
 */
export function HoldButton({ children, holding, seconds, onDone, busy = null }: HoldButtonProps) {
  const { left, begin, stop } = useHold(seconds, onDone)
  const isKey = ({ key }: KeyboardEvent) => key === 'Enter' || key === ' '
  const words = busy ?? (left === null ? children : holding(left))
  return (
    <button
      type="button"
      className={styles.hold}
      data-held={left !== null || undefined}
      aria-disabled={busy !== null}
      onPointerDown={event => event.isPrimary && event.button === 0 && busy === null && begin()}
      onPointerUp={stop}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onBlur={stop}
      onContextMenu={event => event.preventDefault()}
      onKeyDown={event => {
        if (!isKey(event)) return
        event.preventDefault()
        if (!event.repeat && busy === null) begin()
      }}
      onKeyUp={event => isKey(event) && stop()}
    >
      <span className={styles.fill} style={{ transitionDuration: `${seconds}s` }} aria-hidden="true" />
      <span className={styles.words} aria-live="assertive">
        {words}
      </span>
    </button>
  )
}

interface Hold {
  /** Whole seconds to go; `null` while it is not held. */
  readonly left: number | null
  readonly begin: () => void
  readonly stop: () => void
}

function useHold(seconds: number, onDone: () => void): Hold {
  const [left, setLeft] = useState<number | null>(null)
  const timer = useRef<number | null>(null)
  const stop = () => {
    if (timer.current !== null) window.clearInterval(timer.current)
    timer.current = null
    setLeft(null)
  }
  const begin = () => {
    if (timer.current !== null) return
    let toGo = seconds
    setLeft(toGo)
    timer.current = window.setInterval(() => {
      toGo -= 1
      if (toGo > 0) return setLeft(toGo)
      stop()
      onDone()
    }, 1000)
  }
  useEffect(
    () => () => {
      if (timer.current !== null) window.clearInterval(timer.current)
    },
    [],
  )
  return { left, begin, stop }
}
