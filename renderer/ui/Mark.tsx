import styles from './Mark.module.css'

/** The product mark: a small plain lamp. Says nothing to a screen reader; the name stands beside it. */
export function Mark({ size = 'small' }: { readonly size?: 'small' | 'large' | undefined }) {
  return (
    <svg className={styles.mark} data-size={size} viewBox="0 0 24 24" aria-hidden="true">
      <path
        className={styles.light}
        d="M12 4.2c2.5 2.3 3.9 4.1 3.9 6.3a3.9 3.9 0 0 1-7.8 0c0-2.2 1.4-4 3.9-6.3Z"
      />
      <path className={styles.line} d="M4.5 14.5h15c0 3.1-3.2 5-7.5 5s-7.5-1.9-7.5-5Z" />
      <path className={styles.line} d="M8 22h8" />
    </svg>
  )
}
