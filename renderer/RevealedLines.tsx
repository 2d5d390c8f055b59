import styles from './RevealedLines.module.css'

interface RevealedLinesProps {
  readonly lines: readonly { readonly id: string; readonly label: string; readonly said: string }[]
}

/** What was sealed, line by line, without what is empty; spans, because the kit shows what it reveals inside a line. */
export function RevealedLines({ lines }: RevealedLinesProps) {
  return (
    <span className={styles.lines}>
      {lines
        .filter(({ said }) => said !== '')
        .map(({ id, label, said }) => (
          <span key={id}>
            <span className={styles.label}>{label}</span>
            <span className={styles.said}>
              <bdi>{said}</bdi>
            </span>
          </span>
        ))}
    </span>
  )
}
