import type { ReactNode } from 'react'
import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import { Button, Link } from './Button.tsx'
import { Icon, type IconShape } from './Icon.tsx'
import styles from './Notice.module.css'
import type { Tone } from './tone.ts'

const icons: Readonly<Record<Tone, IconShape>> = {
  neutral: Info,
  note: Info,
  safe: CircleCheck,
  care: TriangleAlert,
  stop: OctagonAlert,
}

/** Properties of `Notice`. `live` reads it out when it appears. */
export interface NoticeProps {
  readonly tone?: Tone | undefined
  readonly title?: string | undefined
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly live?: boolean | undefined
}

/** Something to know before going on. */
export function Notice({ tone = 'note', title, children, actions, live = false }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} aria-live={live ? 'polite' : undefined}>
      <Icon of={icons[tone]} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}

/** The one place to go from a card: a button here, or a link there. */
export type Way =
  { readonly label: string; readonly href: string } | { readonly label: string; readonly onPress: () => void }

/** A link or a button, whichever the way is. */
export function WayButton({ way }: { readonly way: Way }) {
  if ('href' in way) return <Link href={way.href}>{way.label}</Link>
  return <Button onPress={way.onPress}>{way.label}</Button>
}

/** Properties of `BlockCard`. `who` says who can resolve it, as a sentence. */
export interface BlockCardProps {
  readonly what: string
  readonly reason: ReactNode
  readonly who?: ReactNode
  readonly way?: Way | undefined
}

/** What is blocked, why, who can resolve it, and the way there. */
export function BlockCard({ what, reason, who, way }: BlockCardProps) {
  return (
    <div className={styles.notice} data-tone="stop">
      <Icon of={OctagonAlert} />
      <div className={styles.words}>
        <p className={styles.title}>{what}</p>
        {reason && <div>{reason}</div>}
        {who && <p className={styles.who}>{who}</p>}
        {way && (
          <div className={styles.actions}>
            <WayButton way={way} />
          </div>
        )}
      </div>
    </div>
  )
}

/** Properties of `Card`. */
export interface CardProps {
  readonly title?: string | undefined
  readonly children: ReactNode
  readonly actions?: ReactNode
}

/** A thing apart, within one hairline. Never a card in a card. */
export function Card({ title, children, actions }: CardProps) {
  return (
    <section className={styles.card}>
      {title && <h3 className={styles.cardTitle}>{title}</h3>}
      {children}
      {actions && <div className={styles.actions}>{actions}</div>}
    </section>
  )
}
