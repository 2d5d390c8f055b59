import styles from './TwelveWords.module.css'

interface Props {
  /** What the words are, for a screen reader. */
  readonly label: string
  readonly words: readonly string[]
  /** Of keys that are no longer used. */
  readonly old?: boolean | undefined
}

/** The twelve words of somebody's keys, in four groups of three, to be read aloud. Always English, left to right. */
export function TwelveWords({ label, words, old }: Props) {
  return (
    <ol className={styles.words} dir="ltr" lang="en" aria-label={label} data-old={old || undefined}>
      {words.map((word, index) => (
        // A word may come twice; its place is what it is.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>{word}</li>
      ))}
    </ol>
  )
}
