import type { ReactNode } from 'react'
import { Link as AriaLink } from 'react-aria-components'
import { Status, type Standing } from './Badge.tsx'
import { classes } from './given.ts'
import styles from './TaskList.module.css'

/** Properties of `TaskList`. */
export interface TaskListProps {
  readonly label: string
  readonly children: ReactNode
}

/** The parts of a piece of work and where each stands. */
export function TaskList({ label, children }: TaskListProps) {
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  )
}

/** Properties of `TaskItem`. Without `href` or `onPress` it cannot be opened yet. */
export interface TaskItemProps {
  readonly name: string
  readonly standing: Standing
  /** The standing in words: "Not started", "Blocked". */
  readonly word: string
  /** A line under the name: what it holds, or what blocks it and who can resolve it. */
  readonly hint?: ReactNode
  readonly href?: string | undefined
  readonly onPress?: (() => void) | undefined
}

/** One part. The whole line opens it. */
export function TaskItem({ name, standing, word, hint, href, onPress }: TaskItemProps) {
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <TaskName name={name} href={href} onPress={onPress} />
        {hint && <div className={styles.hint}>{hint}</div>}
      </div>
      <Status standing={standing} word={word} />
    </li>
  )
}

function TaskName({ name, href, onPress }: Pick<TaskItemProps, 'name' | 'href' | 'onPress'>) {
  if (href !== undefined) {
    return (
      <AriaLink href={href} className={classes(styles.open)}>
        {name}
      </AriaLink>
    )
  }
  if (onPress) {
    return (
      <AriaLink onPress={onPress} className={classes(styles.open)}>
        {name}
      </AriaLink>
    )
  }
  return <span className={styles.closed}>{name}</span>
}
