import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

/** Properties of `EmptyState`. */
export interface EmptyStateProps {
  /** What would be here: "No cases yet". */
  readonly title: string
  /** How to begin. */
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** Says what would be here and how to begin. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.words}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
