import { Button, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { ChevronDown } from 'lucide-react'
import { Choices } from './Choices.tsx'
import choices from './Choices.module.css'
import field from './Field.module.css'
import { FieldFrame, toAria, type FieldProps } from './Field.tsx'
import { classes, given } from './given.ts'
import { Icon } from './Icon.tsx'
import { optionOf, type Options } from './options.ts'
import styles from './Select.module.css'
import type { FieldWidth } from './TextField.tsx'

/** Properties of `Select`. `placeholder` is what the closed box says while nothing is chosen. */
export interface SelectProps<Id extends string> extends FieldProps {
  readonly value: Id | null
  readonly onChange: (value: Id) => void
  readonly options: Options<Id>
  readonly placeholder: string
  readonly width?: FieldWidth | undefined
}

/** Chooses one of a few known things. For more than about fifteen, use `ComboBox`. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { value, onChange, options, placeholder, width = 'medium' } = props
  const choose = (key: unknown) => {
    const option = optionOf(options, String(key))
    if (option) onChange(option.id)
  }
  return (
    <AriaSelect
      {...given(toAria(props))}
      value={value}
      onChange={choose}
      placeholder={placeholder}
      className={classes(styles.select)}
    >
      <FieldFrame {...props}>
        <Button
          className={classes(field.box, styles.trigger)}
          data-width={width}
          data-invalid={Boolean(props.error) || undefined}
        >
          <SelectValue className={classes(styles.value)}>
            {({ selectedText, isPlaceholder }) => (isPlaceholder ? placeholder : selectedText)}
          </SelectValue>
          <Icon of={ChevronDown} />
        </Button>
      </FieldFrame>
      <Popover className={classes(choices.popover)} offset={4}>
        <Choices options={options} />
      </Popover>
    </AriaSelect>
  )
}
