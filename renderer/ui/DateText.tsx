import { TextField, type TextFieldProps } from './TextField.tsx'

/** What was understood of a date as typed, in words; `clear` is false when it was not understood. */
export interface Understood {
  readonly clear: boolean
  readonly words: string
}

/** Properties of `DateText`. */
export interface DateTextProps extends Omit<TextFieldProps, 'note' | 'width'> {
  /** Reads what was typed; `null` when there is nothing to say yet. */
  readonly understand: (said: string) => Understood | null
}

/** A date as people say it ("March 2026", "about the 3rd"); shows under it what was understood. */
export function DateText({ understand, ...props }: DateTextProps) {
  const understood = understand(props.value)
  return <TextField {...props} width="medium" note={understood?.words ?? null} />
}
