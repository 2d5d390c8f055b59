import type { ReactNode } from 'react'
import { Button as AriaButton, Link as AriaLink } from 'react-aria-components'
import { Lock } from 'lucide-react'
import styles from './Frame.module.css'
import { classes } from './given.ts'
import { Icon, type IconShape } from './Icon.tsx'
import { Mark } from './Mark.tsx'

/** A band above the whole window. `label` names it to a screen reader. */
export interface FrameBanner {
  readonly label: string
  readonly children: ReactNode
}

/** Properties of `Frame`. */
export interface FrameLayoutProps {
  /** The product's name, beside its mark. */
  readonly name: string
  readonly skipLabel: string
  readonly railLabel: string
  /** `RailItem`s, in order. */
  readonly rail: ReactNode
  /** The lock, always in the same corner. `keys` are the keys that do the same. */
  readonly lock: { readonly label: string; readonly onPress: () => void; readonly keys?: string | undefined }
  /** Who is here, above the lock. */
  readonly foot?: ReactNode
  /** The panel on the other side, when something is open. */
  readonly aside?: ReactNode
  readonly asideLabel?: string | undefined
  /** Something true of the whole window, above everything. */
  readonly banner?: FrameBanner | undefined
  readonly children: ReactNode
}

/** The window: a narrow rail, one task in the middle, and, when something is open, what to do about it. */
export function Frame({ aside, asideLabel, banner, children, ...rail }: FrameLayoutProps) {
  return (
    <>
      {banner && <Banner {...banner} />}
      <div
        className={styles.frame}
        data-aside={aside ? true : undefined}
        data-banner={banner ? true : undefined}
      >
        <a className={styles.skip} href="#main" onClick={skip}>
          {rail.skipLabel}
        </a>
        <Rail {...rail} />
        <main id="main" tabIndex={-1} className={styles.main}>
          {children}
        </main>
        {aside && (
          <aside aria-label={asideLabel} className={styles.aside}>
            {aside}
          </aside>
        )}
      </div>
    </>
  )
}

function Banner({ label, children }: FrameBanner) {
  return (
    <section aria-label={label} className={styles.banner}>
      {children}
    </section>
  )
}

function Rail({ name, railLabel, rail, lock, foot }: Omit<FrameLayoutProps, 'children'>) {
  return (
    <header className={styles.rail}>
      <p className={styles.name}>
        <Mark />
        {name}
      </p>
      <nav aria-label={railLabel} className={styles.nav}>
        <ul>{rail}</ul>
      </nav>
      {foot && <div className={styles.foot}>{foot}</div>}
      <AriaButton className={classes(styles.lock)} onPress={lock.onPress}>
        <Icon of={Lock} />
        <span>{lock.label}</span>
        {lock.keys && <kbd>{lock.keys}</kbd>}
      </AriaButton>
    </header>
  )
}

function skip(event: { preventDefault(): void }) {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

/** Properties of `RailItem`. `count` is how many wait there; nothing is shown for none. */
export interface RailItemProps {
  readonly href: string
  readonly icon: IconShape
  readonly children: string
  readonly current?: boolean | undefined
  readonly count?: number | undefined
}

/** One place to go. */
export function RailItem({ href, icon, children, current = false, count = 0 }: RailItemProps) {
  return (
    <li>
      <AriaLink href={href} className={classes(styles.item)} aria-current={current ? 'page' : 'false'}>
        <Icon of={icon} />
        <span className={styles.word}>{children}</span>
        {count > 0 && <bdi className={styles.count}>{count}</bdi>}
      </AriaLink>
    </li>
  )
}

/** Properties of `PlainFrame`. */
export interface PlainFrameProps {
  readonly name: string
  readonly children: ReactNode
  /** Quiet things at the foot: language, look. */
  readonly foot?: ReactNode
  /** Something true of the whole window, above everything. */
  readonly banner?: FrameBanner | undefined
}

/** The window before anything is open: the mark, the name, one thing to do. */
export function PlainFrame({ name, children, foot, banner }: PlainFrameProps) {
  return (
    <>
      {banner && <Banner {...banner} />}
      <div className={styles.plain} data-banner={banner ? true : undefined}>
        <header className={styles.plainName}>
          <Mark />
          {name}
        </header>
        <main id="main" tabIndex={-1} className={styles.plainMain}>
          {children}
        </main>
        {foot && <footer className={styles.plainFoot}>{foot}</footer>}
      </div>
    </>
  )
}
