import type { ReactNode } from 'react'
import styles from './Layout.module.css'

/** Distances there are, in pixels. */
export type Gap = 4 | 8 | 12 | 16 | 24 | 32 | 48

/** Properties of `Stack` and `Row`. The default gap is 16 for a stack, 12 for a row. */
export interface LayoutProps {
  readonly children: ReactNode
  readonly gap?: Gap | undefined
  /** Rows only: push the ends apart. */
  readonly apart?: boolean | undefined
}

/** One thing under another. */
export function Stack({ children, gap = 16 }: LayoutProps) {
  return (
    <div className={styles.stack} data-gap={gap}>
      {children}
    </div>
  )
}

/** One thing after another along the line; wraps when there is no room. */
export function Row({ children, gap = 12, apart = false }: LayoutProps) {
  return (
    <div className={styles.row} data-gap={gap} data-apart={apart || undefined}>
      {children}
    </div>
  )
}

/** Things side by side in equal columns; under one another when there is no room. */
export function Columns({ children, gap = 24 }: LayoutProps) {
  return (
    <div className={styles.columns} data-gap={gap}>
      {children}
    </div>
  )
}

/** A hairline between two things. */
export function Divider() {
  return <hr className={styles.divider} />
}

/** Small and quiet words that explain. */
export function Quiet({ children }: { readonly children: ReactNode }) {
  return <span className={styles.quiet}>{children}</span>
}

/** A code or number that keeps its order in any direction of writing. */
export function Code({ children }: { readonly children: ReactNode }) {
  return <bdi className={styles.code}>{children}</bdi>
}

/** A key on the keyboard. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className={styles.kbd}>{children}</kbd>
}

/** Words for a screen reader only. */
export function Unseen({ children }: { readonly children: ReactNode }) {
  return <span className={styles.unseen}>{children}</span>
}
