import { useEffect, type ReactNode } from 'react'
import { Eye, EyeOff } from 'lucide-react'
import { Button } from './Button.tsx'
import styles from './Reveal.module.css'

/** Calls back once, after so many milliseconds, unless the returned function is called before. */
export type Timer = (callBack: () => void, milliseconds: number) => () => void

const clock: Timer = (callBack, milliseconds) => {
  const handle = setTimeout(callBack, milliseconds)
  return () => clearTimeout(handle)
}

/** Properties of `Reveal`. What is hidden is not in the page until it is shown. */
export interface RevealProps {
  /** What is shown, or `null` while it is hidden. */
  readonly shown: ReactNode | null
  /** What stands there meanwhile: "Name hidden". */
  readonly hiddenLabel: string
  readonly showLabel: string
  readonly hideLabel: string
  readonly onShow: () => void
  readonly onHide: () => void
  /** After how many seconds it hides again by itself. */
  readonly seconds?: number | undefined
  readonly timer?: Timer | undefined
}

/** Something hidden until asked for; hides again by itself after 30 seconds. */
export function Reveal(props: RevealProps) {
  const { shown, hiddenLabel, showLabel, hideLabel, onShow, onHide, seconds = 30, timer = clock } = props
  const isShown = shown !== null
  useEffect(
    () => (isShown ? timer(onHide, seconds * 1_000) : undefined),
    // A new `onHide` at every render must not start the time again.
    // oxlint-disable-next-line react/exhaustive-deps
    [isShown],
  )
  return (
    <span className={styles.reveal}>
      <span className={styles.content} data-shown={isShown || undefined} aria-live="polite">
        {isShown ? <bdi>{shown}</bdi> : hiddenLabel}
      </span>
      <Button icon={isShown ? EyeOff : Eye} onPress={isShown ? onHide : onShow}>
        {isShown ? hideLabel : showLabel}
      </Button>
    </span>
  )
}
