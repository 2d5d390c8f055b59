import type { ReactNode } from 'react'
import { CircleCheck, CircleDashed, CircleDot, ClockAlert, OctagonX } from 'lucide-react'
import styles from './Badge.module.css'
import { Icon, type IconShape } from './Icon.tsx'
import type { Tone } from './tone.ts'

/** Properties of `Badge`. The words carry the meaning; tone and icon repeat it. */
export interface BadgeProps {
  readonly children: ReactNode
  readonly tone?: Tone | undefined
  readonly icon?: IconShape | undefined
}

/** A word or two about a thing. */
export function Badge({ children, tone = 'neutral', icon }: BadgeProps) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {icon && <Icon of={icon} small />}
      <span>{children}</span>
    </span>
  )
}

/** Where a piece of work stands. */
export type Standing = 'not-started' | 'in-progress' | 'done' | 'blocked' | 'overdue'

const looks: Readonly<Record<Standing, { readonly tone: Tone; readonly icon: IconShape }>> = {
  'not-started': { tone: 'neutral', icon: CircleDashed },
  'in-progress': { tone: 'note', icon: CircleDot },
  done: { tone: 'safe', icon: CircleCheck },
  blocked: { tone: 'stop', icon: OctagonX },
  overdue: { tone: 'care', icon: ClockAlert },
}

/** Properties of `Status`. `word` says what the shape and the colour repeat. */
export interface StatusProps {
  readonly standing: Standing
  readonly word: string
}

/** Where a piece of work stands, by shape, word and colour. */
export function Status({ standing, word }: StatusProps) {
  const { tone, icon } = looks[standing]
  return (
    <span className={styles.status} data-tone={tone}>
      <Icon of={icon} small />
      <span>{word}</span>
    </span>
  )
}
