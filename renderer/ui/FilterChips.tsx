import { Button, Tag, TagGroup, TagList, ToggleButton } from 'react-aria-components'
import { X } from 'lucide-react'
import { TextButton } from './Button.tsx'
import styles from './FilterChips.module.css'
import { classes } from './given.ts'
import { Icon } from './Icon.tsx'

/** One filter that is on. */
export interface Chip {
  readonly id: string
  readonly label: string
}

/** Properties of `FilterChips`. */
export interface FilterChipsProps {
  readonly label: string
  readonly chips: readonly Chip[]
  readonly removeLabel: string
  readonly onRemove: (id: string) => void
  readonly clear?: { readonly label: string; readonly onPress: () => void } | undefined
}

/** The filters that are on; each can be taken away, also with Delete. Nothing when there are none. */
export function FilterChips({ label, chips, removeLabel, onRemove, clear }: FilterChipsProps) {
  if (chips.length === 0) return null
  return (
    <div className={styles.row}>
      <TagGroup aria-label={label} onRemove={keys => keys.forEach(key => onRemove(String(key)))}>
        <TagList className={classes(styles.row)}>
          {chips.map(chip => (
            <Tag key={chip.id} id={chip.id} textValue={chip.label} className={classes(styles.chip)}>
              {chip.label}
              <Button slot="remove" aria-label={removeLabel} className={classes(styles.remove)}>
                <Icon of={X} small />
              </Button>
            </Tag>
          ))}
        </TagList>
      </TagGroup>
      {clear && <TextButton onPress={clear.onPress}>{clear.label}</TextButton>}
    </div>
  )
}

/** Properties of `FilterToggle`. */
export interface FilterToggleProps {
  readonly children: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  /** How many things it would leave. */
  readonly count?: number | undefined
}

/** A filter to turn on or off, with the count of what it leaves. */
export function FilterToggle({ children, on, onChange, count }: FilterToggleProps) {
  return (
    <ToggleButton isSelected={on} onChange={onChange} className={classes(styles.toggle)}>
      {children}
      {count !== undefined && <bdi className={styles.count}>{count}</bdi>}
    </ToggleButton>
  )
}
