import { type ReactNode } from 'react'
import {
  Button,
  Input,
  SearchField as AriaSearchField,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
} from 'react-aria-components'
import { Search, X } from 'lucide-react'
import field from './Field.module.css'
import { FieldFrame, toAria, type FieldProps } from './Field.tsx'
import { classes, given } from './given.ts'
import { Icon } from './Icon.tsx'
import styles from './TextField.module.css'

/** How much room a field takes; its length should suggest the answer's. */
export type FieldWidth = 'short' | 'medium' | 'full'

/** Properties of `TextField` and `TextArea`. */
export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: (() => void) | undefined
  readonly width?: FieldWidth | undefined
  /** Language of what is typed, when known. Direction follows what is typed. */
  readonly lang?: string | undefined
  readonly maxLength?: number | undefined
  readonly takesFocus?: boolean | undefined
  readonly readOnly?: boolean | undefined
  /** A quiet line under the control; null keeps its room free. */
  readonly note?: ReactNode
}

const toText = ({ value, onChange, onBlur, maxLength, takesFocus, readOnly, ...props }: TextFieldProps) =>
  given({ ...toAria(props), value, onChange, onBlur, maxLength, autoFocus: takesFocus, isReadOnly: readOnly })

/** Follows what is typed; while that is nothing, the page. */
export const directionOf = (value: string) => (value === '' ? undefined : 'auto')

/** One line of text. */
export function TextField(props: TextFieldProps) {
  return (
    <AriaTextField {...toText(props)} className={classes(styles.field)}>
      <FieldFrame {...props}>
        <Input
          {...given({ lang: props.lang })}
          dir={directionOf(props.value)}
          className={classes(field.box)}
          data-width={props.width ?? 'full'}
          autoComplete="off"
          spellCheck={false}
        />
      </FieldFrame>
    </AriaTextField>
  )
}

/** Several lines of text; grows with what is typed. */
export function TextArea(props: TextFieldProps) {
  return (
    <AriaTextField {...toText(props)} className={classes(styles.field)}>
      <FieldFrame {...props}>
        <AriaTextArea
          {...given({ lang: props.lang })}
          dir={directionOf(props.value)}
          className={classes(field.box)}
          data-width={props.width ?? 'full'}
          autoComplete="off"
          spellCheck={false}
        />
      </FieldFrame>
    </AriaTextField>
  )
}

/** Properties of `SearchField`. The label is read out, not shown. */
export interface SearchFieldProps {
  readonly label: string
  readonly clearLabel: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onSubmit?: ((value: string) => void) | undefined
  readonly takesFocus?: boolean | undefined
}

/** Looks for something; Escape or the cross clears it. */
export function SearchField({ label, clearLabel, value, onChange, onSubmit, takesFocus }: SearchFieldProps) {
  return (
    <AriaSearchField
      {...given({ onSubmit, autoFocus: takesFocus })}
      className={classes(styles.search)}
      aria-label={label}
      value={value}
      onChange={onChange}
    >
      <div className={classes(field.box, field.composite)}>
        <Icon of={Search} />
        <Input dir={directionOf(value)} placeholder={label} autoComplete="off" spellCheck={false} />
        {value !== '' && (
          <Button aria-label={clearLabel} className={classes(field.inside)}>
            <Icon of={X} small />
          </Button>
        )}
      </div>
    </AriaSearchField>
  )
}
