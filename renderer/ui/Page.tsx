import { useEffect, useRef, type ReactNode } from 'react'
import { ArrowLeft } from 'lucide-react'
import { Link } from './Button.tsx'
import { Icon } from './Icon.tsx'
import styles from './Page.module.css'

/** Properties of `Page`. */
export interface PageProps {
  readonly title: string
  /** Small and quiet above the title: the code of the case, the step. */
  readonly kicker?: ReactNode
  readonly lead?: ReactNode
  /** Beside the title: what can be done with the whole page. */
  readonly actions?: ReactNode
  readonly back?: { readonly label: string; readonly href: string } | undefined
  /** `text` keeps a line readable; `wide` is for tables. */
  readonly width?: 'text' | 'wide' | undefined
  readonly children?: ReactNode
}

/** One task. Takes the focus to its title when it appears, unless something in it has it already. */
export function Page({ title, kicker, lead, actions, back, width = 'text', children }: PageProps) {
  const page = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!page.current?.contains(document.activeElement)) heading.current?.focus()
  }, [])
  return (
    <div ref={page} className={styles.page} data-width={width}>
      {back && (
        <p className={styles.back}>
          <Icon of={ArrowLeft} directional small />
          <Link href={back.href}>{back.label}</Link>
        </p>
      )}
      <header className={styles.header}>
        <div className={styles.names}>
          {kicker && <p className={styles.kicker}>{kicker}</p>}
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {lead && <div className={styles.lead}>{lead}</div>}
      <div className={styles.body}>{children}</div>
    </div>
  )
}

/** Properties of `Section`. */
export interface SectionProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** A part of a page under its own heading. */
export function Section({ title, lead, actions, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <header className={styles.header}>
        <h2 className={styles.heading}>{title}</h2>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {lead && <div className={styles.sectionLead}>{lead}</div>}
      {children}
    </section>
  )
}

/** Properties of `Form`. */
export interface FormProps {
  readonly children: ReactNode
  readonly onSubmit: () => void
  /** The buttons at its foot, the main one first. */
  readonly actions: ReactNode
}

/** Questions and, at the foot, the one thing to do next. Enter in a line of text does it too. */
export function Form({ children, onSubmit, actions }: FormProps) {
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      <div className={styles.actions}>{actions}</div>
    </form>
  )
}
