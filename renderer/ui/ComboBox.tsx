import { Button, ComboBox as AriaComboBox, Group, Input, Popover } from 'react-aria-components'
import { ChevronDown, X } from 'lucide-react'
import { Choices } from './Choices.tsx'
import choices from './Choices.module.css'
import styles from './ComboBox.module.css'
import field from './Field.module.css'
import { FieldFrame, toAria, type FieldProps } from './Field.tsx'
import { classes, given } from './given.ts'
import { Icon } from './Icon.tsx'
import { optionOf, type Options } from './options.ts'
import type { FieldWidth } from './TextField.tsx'

interface CommonProps<Id extends string> extends FieldProps {
  readonly options: Options<Id>
  /** What the list says when nothing matches. */
  readonly empty: string
  /** The name of the button that opens the list. */
  readonly openLabel: string
  readonly width?: FieldWidth | undefined
}

/** Properties of `ComboBox`. */
export interface ComboBoxProps<Id extends string> extends CommonProps<Id> {
  readonly value: Id | null
  readonly onChange: (value: Id | null) => void
}

/** Chooses one of many: type to narrow the list. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { value, onChange, options } = props
  return (
    <AriaComboBox
      {...given(toAria(props))}
      value={value}
      onChange={key => onChange(key === null ? null : (optionOf(options, String(key))?.id ?? null))}
      allowsEmptyCollection
      menuTrigger="focus"
      className={classes(styles.combo)}
    >
      <FieldFrame {...props}>
        <Entry {...props} />
      </FieldFrame>
      <Opened {...props} />
    </AriaComboBox>
  )
}

/** Properties of `MultiComboBox`. The order of `values` is the order of choosing. */
export interface MultiComboBoxProps<Id extends string> extends CommonProps<Id> {
  readonly values: readonly Id[]
  readonly onChange: (values: readonly Id[]) => void
  /** The name of the cross on what is chosen. */
  readonly removeLabel: string
}

/** Chooses several of many: type to narrow the list; what is chosen stands below as removable chips. */
export function MultiComboBox<Id extends string>(props: MultiComboBoxProps<Id>) {
  const { values, onChange, options } = props
  const keep = (keys: readonly unknown[]) =>
    onChange(keys.flatMap(key => optionOf(options, String(key))?.id ?? []))
  return (
    <AriaComboBox
      {...given(toAria(props))}
      selectionMode="multiple"
      value={[...values]}
      onChange={keep}
      allowsEmptyCollection
      menuTrigger="focus"
      className={classes(styles.combo)}
    >
      <FieldFrame {...props}>
        <Entry {...props} />
        <Chosen {...props} />
      </FieldFrame>
      <Opened {...props} />
    </AriaComboBox>
  )
}

function Entry<Id extends string>({ openLabel, width = 'medium' }: CommonProps<Id>) {
  return (
    <Group className={classes(field.box, field.composite)} data-width={width}>
      <Input autoComplete="off" spellCheck={false} />
      <Button aria-label={openLabel} className={classes(field.inside)}>
        <Icon of={ChevronDown} />
      </Button>
    </Group>
  )
}

function Opened<Id extends string>({ options, empty }: CommonProps<Id>) {
  return (
    <Popover className={classes(choices.popover)} offset={4}>
      <Choices options={options} empty={empty} />
    </Popover>
  )
}

/** A plain list: a collection of react-aria would mistake itself for the list of this combo box. */
function Chosen<Id extends string>(props: MultiComboBoxProps<Id>) {
  const { label, values, onChange, options, removeLabel } = props
  if (values.length === 0) return null
  return (
    <ul aria-label={label} className={styles.chosen}>
      {values.map(id => {
        const name = optionOf(options, id)?.label ?? id
        return (
          <li key={id} className={styles.chip}>
            {name}
            <button
              type="button"
              aria-label={`${removeLabel} ${name}`}
              className={styles.remove}
              onClick={() => onChange(values.filter(other => other !== id))}
            >
              <Icon of={X} small />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
