import type { ReactNode } from 'react'
import {
  Checkbox as AriaCheckbox,
  CheckboxGroup as AriaCheckboxGroup,
  Radio,
  RadioGroup as AriaRadioGroup,
  Switch as AriaSwitch,
} from 'react-aria-components'
import { Check, Minus } from 'lucide-react'
import styles from './Choice.module.css'
import { FieldFrame, toAria, type FieldProps } from './Field.tsx'
import { classes, given } from './given.ts'
import type { Option } from './options.ts'

/** Properties of `Checkbox`. */
export interface CheckboxProps {
  readonly id?: string | undefined
  readonly children: ReactNode
  readonly description?: ReactNode
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  readonly partly?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly invalid?: boolean | undefined
}

/** One thing that is so or is not so. */
export function Checkbox({
  id,
  children,
  description,
  value,
  onChange,
  partly,
  disabled,
  invalid,
}: CheckboxProps) {
  return (
    <AriaCheckbox
      {...given({ id, isIndeterminate: partly, isDisabled: disabled, isInvalid: invalid })}
      isSelected={value}
      onChange={onChange}
      className={classes(styles.choice)}
    >
      <Box />
      <Words label={children} description={description} />
    </AriaCheckbox>
  )
}

function Box() {
  return (
    <span className={styles.box}>
      <Check className={styles.check} aria-hidden="true" strokeWidth={3} />
      <Minus className={styles.dash} aria-hidden="true" strokeWidth={3} />
    </span>
  )
}

interface WordsProps {
  readonly label: ReactNode
  readonly description?: ReactNode
  readonly beside?: ReactNode
}

function Words({ label, description, beside }: WordsProps) {
  return (
    <span className={styles.words}>
      <span className={styles.label}>
        {label}
        {beside}
      </span>
      {description && <span className={styles.description}>{description}</span>}
    </span>
  )
}

/** Properties of `CheckboxGroup`. The order of `values` is that of the options; `columns` puts short ones side by side. */
export interface CheckboxGroupProps<Id extends string> extends FieldProps {
  readonly values: readonly Id[]
  readonly onChange: (values: readonly Id[]) => void
  readonly options: readonly Option<Id>[]
  readonly columns?: boolean | undefined
}

/** Chooses any number of a few things. */
export function CheckboxGroup<Id extends string>(props: CheckboxGroupProps<Id>) {
  const { values, onChange, options, columns = false } = props
  const keep = (chosen: readonly string[]) =>
    onChange(options.filter(option => chosen.includes(option.id)).map(option => option.id))
  return (
    <AriaCheckboxGroup
      {...given(toAria(props))}
      value={[...values]}
      onChange={keep}
      className={classes(styles.group)}
    >
      <FieldFrame {...props}>
        <div className={styles.options} data-columns={columns || undefined}>
          {options.map(option => (
            <AriaCheckbox
              key={option.id}
              value={option.id}
              {...given({ isDisabled: option.disabled })}
              className={classes(styles.choice)}
            >
              <Box />
              <Words {...option} />
            </AriaCheckbox>
          ))}
        </div>
      </FieldFrame>
    </AriaCheckboxGroup>
  )
}

/** Properties of `RadioGroup`. `inline` puts short options on one line. */
export interface RadioGroupProps<Id extends string> extends FieldProps {
  readonly value: Id | null
  readonly onChange: (value: Id) => void
  readonly options: readonly Option<Id>[]
  readonly inline?: boolean | undefined
}

/** Chooses exactly one of a few things, all of them in sight. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { value, onChange, options, inline = false } = props
  const choose = (id: string) => {
    const option = options.find(option => option.id === id)
    if (option) onChange(option.id)
  }
  return (
    <AriaRadioGroup
      {...given(toAria(props))}
      value={value}
      onChange={choose}
      orientation={inline ? 'horizontal' : 'vertical'}
      className={classes(styles.group)}
    >
      <FieldFrame {...props}>
        <div className={styles.options} data-inline={inline || undefined}>
          {options.map(option => (
            <Radio
              key={option.id}
              value={option.id}
              {...given({ isDisabled: option.disabled })}
              className={classes(styles.choice)}
            >
              <span className={styles.ring} />
              <Words {...option} />
            </Radio>
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  )
}

/** Properties of `Switch`. */
export interface SwitchProps {
  readonly children: ReactNode
  readonly description?: ReactNode
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  readonly disabled?: boolean | undefined
}

/** Turns a setting on or off, at once. */
export function Switch({ children, description, value, onChange, disabled }: SwitchProps) {
  return (
    <AriaSwitch
      {...given({ isDisabled: disabled })}
      isSelected={value}
      onChange={onChange}
      className={classes(styles.choice)}
    >
      <span className={styles.track} />
      <Words label={children} description={description} />
    </AriaSwitch>
  )
}
