import type { ReactNode } from 'react'
import { given } from './given.ts'
import styles from './Quote.module.css'

/** A working translation of words that were said in another language. */
export interface Translation {
  readonly label: string
  readonly text: string
  readonly lang?: string | undefined
}

/** Properties of `Quote`. `by` says who said it and when, and who wrote it down. */
export interface QuoteProps {
  readonly text: string
  readonly lang?: string | undefined
  readonly label?: string | undefined
  readonly by?: ReactNode
  readonly translation?: Translation | undefined
}

/** A person's own words, in their own script and direction; a translation stands beside, never over them. */
export function Quote({ text, lang, label, by, translation }: QuoteProps) {
  return (
    <figure className={styles.quote}>
      <div className={styles.sides}>
        <blockquote className={styles.words}>
          {label && <p className={styles.label}>{label}</p>}
          <p {...given({ lang })} dir="auto" className={styles.said}>
            {text}
          </p>
        </blockquote>
        {translation && (
          <div className={styles.translation}>
            <p className={styles.label}>{translation.label}</p>
            <p {...given({ lang: translation.lang })} dir="auto">
              {translation.text}
            </p>
          </div>
        )}
      </div>
      {by && <figcaption className={styles.by}>{by}</figcaption>}
    </figure>
  )
}
