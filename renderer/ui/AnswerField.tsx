import { useRef, type ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { NoAnswer, type Answered } from '../../shared/model.ts'
import styles from './AnswerField.module.css'
import { BelowControl } from './Field.tsx'
import { classes } from './given.ts'

/** What a field inside `AnswerField` is given. */
export interface AnswerSlot<T> {
  readonly value: T
  readonly onChange: (value: T) => void
}

/** Properties of `AnswerField`. */
export interface AnswerFieldProps<T> {
  /** `null` while nothing was answered and no kind of "no answer" was chosen. */
  readonly answer: Answered<T> | null
  readonly onChange: (answer: Answered<T> | null) => void
  /** What the field holds when there is no answer. */
  readonly empty: T
  /** Names the four for a screen reader: "If there is no answer". */
  readonly label: string
  readonly words: Readonly<Record<NoAnswer, string>>
  /** Which of the four are offered; all unless said otherwise. */
  readonly offered?: readonly NoAnswer[] | undefined
  readonly children: (slot: AnswerSlot<T>) => ReactNode
}

/**
 * Offers the four kinds of "no answer" as quiet equals beside any field.
 *
 * Choosing one puts what was typed aside; choosing it again brings that back.
 */
export function AnswerField<T>(props: AnswerFieldProps<T>) {
  const { answer, onChange, empty, children } = props
  const aside = useRef<Answered<T> | null>(null)
  const none = answer !== null && 'none' in answer ? answer.none : null
  const value = answer !== null && 'value' in answer ? answer.value : empty

  function choose(chosen: NoAnswer | null) {
    if (none === null) aside.current = answer
    onChange(chosen === null ? aside.current : { none: chosen })
  }

  return (
    <div className={styles.answer} data-none={none ?? undefined}>
      <BelowControl value={<NoAnswers {...props} chosen={none} onChoose={choose} />}>
        {children({ value, onChange: value => onChange({ value }) })}
      </BelowControl>
    </div>
  )
}

interface NoAnswersProps {
  readonly label: string
  readonly words: Readonly<Record<NoAnswer, string>>
  readonly offered?: readonly NoAnswer[] | undefined
  readonly chosen: NoAnswer | null
  readonly onChoose: (chosen: NoAnswer | null) => void
}

function NoAnswers({ label, words, offered = NoAnswer.options, chosen, onChoose }: NoAnswersProps) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={classes(styles.group)}
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={keys => onChoose(offered.find(kind => keys.has(kind)) ?? null)}
    >
      {offered.map(kind => (
        <ToggleButton key={kind} id={kind} className={classes(styles.kind)}>
          {words[kind]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
