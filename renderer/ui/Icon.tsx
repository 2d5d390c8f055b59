import type { LucideIcon } from 'lucide-react'
import styles from './Icon.module.css'

/** An icon of lucide-react. */
export type IconShape = LucideIcon

/** Properties of `Icon`. `directional`: it points along the line of reading and is mirrored right to left. */
export interface IconProps {
  readonly of: IconShape
  readonly directional?: boolean | undefined
  readonly small?: boolean | undefined
}

/** An icon beside words. Hidden from screen readers: the words say it. */
export function Icon({ of: Shape, directional = false, small = false }: IconProps) {
  return (
    <Shape
      className={styles.icon}
      data-directional={directional || undefined}
      data-small={small || undefined}
      aria-hidden="true"
      strokeWidth={1.75}
    />
  )
}
