import { createContext, use, useId, useState, type ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { CircleAlert, CircleQuestionMark } from 'lucide-react'
import styles from './Field.module.css'
import { classes } from './given.ts'
import { Icon } from './Icon.tsx'

/** Why a question is asked: the words to press, and the explanation they open. */
export interface Why {
  readonly label: string
  readonly text: ReactNode
}

/** What every field has. Label above, hint under it, the control, then a line kept free for the error. */
export interface FieldProps {
  /** The id an error summary points to. */
  readonly id?: string | undefined
  readonly label: string
  readonly hint?: ReactNode
  /** What to do about it, in a sentence; null when all is well. */
  readonly error?: string | null | undefined
  readonly required?: boolean | undefined
  /** The word shown after the label when no answer is needed: "optional". */
  readonly optional?: string | undefined
  readonly disabled?: boolean | undefined
  readonly why?: Why | undefined
}

/** What stands between a control and its error line; set by `AnswerField`. */
export const BelowControl = createContext<ReactNode>(null)

/** Properties of `FieldFrame`. With a `note`, null or not, the kept line stands right
 * under the control and shows the note while there is no error; else what is `BelowControl` comes first. */
export interface FrameProps extends FieldProps {
  readonly children: ReactNode
  readonly note?: ReactNode
}

/** The order every field keeps. Goes inside a field of react-aria, which ties label, hint and error together. */
export function FieldFrame({ label, hint, error, optional, why, note, children }: FrameProps) {
  const below = use(BelowControl)
  return (
    <BelowControl value={null}>
      <div className={styles.frame}>
        <Label className={classes(styles.label)}>
          {label}
          {optional && <span className={styles.optional}> ({optional})</span>}
        </Label>
        {hint && (
          <Text slot="description" className={classes(styles.hint)}>
            {hint}
          </Text>
        )}
        {why && <WhyWeAsk {...why} />}
        <div className={styles.control}>{children}</div>
        {note !== undefined && <UnderLine error={error} note={note} />}
        {below && <div className={styles.below}>{below}</div>}
        {note === undefined && <UnderLine error={error} />}
      </div>
    </BelowControl>
  )
}

/** The line kept free under a control: the error, or else the note. */
function UnderLine({ error, note }: Pick<FrameProps, 'error' | 'note'>) {
  return (
    <div className={styles.under} data-note={note !== undefined || undefined}>
      {!error && note !== undefined && (
        <span className={styles.note} aria-live="polite">
          {note}
        </span>
      )}
      {error && (
        <FieldError className={classes(styles.error)}>
          <Icon of={CircleAlert} small />
          <span>{error}</span>
        </FieldError>
      )}
    </div>
  )
}

function WhyWeAsk({ label, text }: Why) {
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.why}>
      <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon of={CircleQuestionMark} small />
        {label}
      </button>
      <div id={id} hidden={!open} className={styles.because}>
        {text}
      </div>
    </div>
  )
}

/** What react-aria's fields want to know of `FieldProps`. */
export const toAria = ({ id, error, required, disabled }: FieldProps) => ({
  id,
  isInvalid: Boolean(error),
  isRequired: required,
  isDisabled: disabled,
  validationBehavior: 'aria' as const,
})
