import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Status, type Standing } from './Badge.tsx'
import { given } from './given.ts'
import { Unseen } from './Layout.tsx'
import styles from './Progress.module.css'

/** Properties of `Progress`. */
export interface ProgressProps {
  /** What is being done: "Sealing the vault". */
  readonly label: string
  /** How far, 0 to 1; absent while that is not known. */
  readonly value?: number | undefined
  /** How far, in words: "3 of 12 files". */
  readonly detail?: ReactNode
  /** `busy`: what the button says once it was pressed. */
  readonly cancel?:
    | { readonly label: string; readonly onPress: () => void; readonly busy?: string | null | undefined }
    | undefined
}

/** Says what takes a while and how far it is. Shows itself only after 300 ms. What is read out is each quarter, not each step. */
export function Progress({ label, value, detail, cancel }: ProgressProps) {
  const id = useId()
  const spoken = useSpoken(value, detail)
  return (
    <div ref={useWayBack()} className={styles.progress}>
      <div className={styles.line}>
        <output>
          <span id={id}>{label}</span>
          {spoken && <Unseen> {spoken}</Unseen>}
        </output>
        {detail && <span className={styles.detail}>{detail}</span>}
      </div>
      <progress {...given({ value })} max={1} aria-labelledby={id} className={styles.bar} />
      {cancel && (
        <div className={styles.cancel}>
          <Button onPress={cancel.onPress} busy={cancel.busy}>
            {cancel.label}
          </Button>
        </div>
      )}
    </div>
  )
}

/** How far it was when the last quarter was reached; nothing before the first. */
function useSpoken(value: number | undefined, detail: ReactNode): ReactNode {
  const [spoken, setSpoken] = useState<{ readonly quarter: number; readonly detail: ReactNode }>(silent)
  const quarter = value === undefined ? 0 : Math.floor(value * 4)
  if (quarter !== spoken.quarter) setSpoken(quarter === 0 ? silent : { quarter, detail })
  return spoken.detail
}

const silent = { quarter: 0, detail: null }

/** Whoever stands on the button that stops the work keeps a place when it goes: where they were before, else the title. */
function useWayBack() {
  const here = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const progress = here.current
    const before = document.activeElement
    return () => {
      if (progress?.contains(document.activeElement)) requestAnimationFrame(() => goBack(before))
    }
  }, [])
  return here
}

function goBack(before: Element | null): void {
  if (document.activeElement !== document.body) return
  const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected
  const place = isThere ? before : document.querySelector<HTMLElement>('main h1')
  place?.focus()
}

/** Properties of `StrengthMeter`. */
export interface StrengthMeterProps {
  readonly label: string
  /** The reading in words; it is what counts. */
  readonly word: string
  /** Steps filled, 0 to 4. */
  readonly level: 0 | 1 | 2 | 3 | 4
  readonly detail?: ReactNode
}

/** How strong a passphrase is, in words first. */
export function StrengthMeter({ label, word, level, detail }: StrengthMeterProps) {
  return (
    <div className={styles.strength} data-level={level}>
      <Unseen>
        <meter aria-label={label} aria-valuetext={word} value={level} max={4} />
      </Unseen>
      <div className={styles.steps} aria-hidden="true">
        {[1, 2, 3, 4].map(step => (
          <span key={step} data-filled={step <= level || undefined} />
        ))}
      </div>
      <p aria-live="polite">
        <strong>{word}</strong> {detail && <span className={styles.detail}>{detail}</span>}
      </p>
    </div>
  )
}

/** One of several tracks of work. `done` is how far, 0 to 1. */
export interface Track {
  readonly id: string
  readonly label: string
  readonly word: string
  readonly standing: Standing
  readonly done: number
}

/** Several tracks as quiet bars, each with its word. */
export function Tracks({ label, tracks }: { readonly label: string; readonly tracks: readonly Track[] }) {
  return (
    <ul className={styles.tracks} aria-label={label}>
      {tracks.map(track => (
        <li key={track.id}>
          <div className={styles.line}>
            <span>{track.label}</span>
            <Status standing={track.standing} word={track.word} />
          </div>
          <progress value={track.done} max={1} aria-label={track.label} className={styles.bar} data-thin />
        </li>
      ))}
    </ul>
  )
}

/** Properties of `Steps`. `current` counts from 0; `said` names the place: "Step 2 of 4". */
export interface StepsProps {
  readonly label: string
  readonly steps: readonly string[]
  readonly current: number
  readonly said: string
}

/** Where one is in a short sequence. */
export function Steps({ label, steps, current, said }: StepsProps) {
  return (
    <nav className={styles.sequence} aria-label={label}>
      <p className={styles.detail}>{said}</p>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step}
            aria-current={index === current ? 'step' : undefined}
            data-passed={index < current || undefined}
          >
            {step}
          </li>
        ))}
      </ol>
    </nav>
  )
}
