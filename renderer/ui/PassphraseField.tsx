import { useState, type ReactNode } from 'react'
import { Button, Input, TextField } from 'react-aria-components'
import { Eye, EyeOff } from 'lucide-react'
import field from './Field.module.css'
import { FieldFrame, toAria, type FieldProps } from './Field.tsx'
import { classes, given } from './given.ts'
import { Icon } from './Icon.tsx'
import styles from './PassphraseField.module.css'
import { directionOf } from './TextField.tsx'

/** Properties of `PassphraseField`. */
export interface PassphraseFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly showLabel: string
  readonly hideLabel: string
  /** What is said while Caps Lock is on. */
  readonly capsLockHint: string
  readonly takesFocus?: boolean | undefined
  /** Right under the control: how strong a new passphrase is. */
  readonly strength?: ReactNode
}

/** A secret in words: hidden until asked for, never suggested, never checked for spelling. */
export function PassphraseField(props: PassphraseFieldProps) {
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const { value, onChange, takesFocus, showLabel, hideLabel, capsLockHint, strength } = props
  return (
    <TextField
      {...given({ ...toAria(props), autoFocus: takesFocus })}
      value={value}
      onChange={onChange}
      type={shown ? 'text' : 'password'}
      onKeyUp={event => setCapsLock(event.getModifierState('CapsLock'))}
      className={classes(styles.passphrase)}
    >
      <FieldFrame {...props} note={capsLock ? capsLockHint : null}>
        <div className={classes(field.box, field.composite)} data-width="medium">
          <Input dir={directionOf(value)} autoComplete="off" spellCheck={false} />
          <Button
            className={classes(field.inside)}
            aria-label={shown ? hideLabel : showLabel}
            onPress={() => setShown(!shown)}
          >
            <Icon of={shown ? EyeOff : Eye} />
          </Button>
        </div>
        {strength && <div className={styles.strength}>{strength}</div>}
      </FieldFrame>
    </TextField>
  )
}
