import type { ReactNode } from 'react'
import styles from './Band.module.css'

/** How grave, 1 (least) to 5 (most). */
export type Grade = 1 | 2 | 3 | 4 | 5

/** Properties of `Band`. */
export interface BandProps {
  /** Whose view it is, or of what: "The person's own view". */
  readonly label: string
  /** The band in words: "High". */
  readonly word: string
  /** The number behind it, already written out: "12 of 25". */
  readonly number?: string | undefined
  readonly grade: Grade
  readonly detail?: ReactNode
}

const grades: readonly Grade[] = [1, 2, 3, 4, 5]

/** A band of risk: words first, the number second, and as many steps filled as it is grave. */
export function Band({ label, word, number, grade, detail }: BandProps) {
  return (
    <div className={styles.band} data-grade={grade}>
      <p className={styles.label}>{label}</p>
      <p className={styles.reading}>
        <strong className={styles.word}>{word}</strong>
        {number && <span className={styles.number}>{number}</span>}
      </p>
      <span className={styles.steps} aria-hidden="true">
        {grades.map(step => (
          <span key={step} data-filled={step <= grade || undefined} />
        ))}
      </span>
      {detail && <div className={styles.detail}>{detail}</div>}
    </div>
  )
}

/** Properties of `Bands`. `difference` is the sentence to say when the views differ. */
export interface BandsProps {
  readonly children: ReactNode
  readonly difference?: ReactNode
}

/** Views of the same thing, side by side. */
export function Bands({ children, difference }: BandsProps) {
  return (
    <div>
      <div className={styles.bands}>{children}</div>
      {difference && <p className={styles.difference}>{difference}</p>}
    </div>
  )
}
