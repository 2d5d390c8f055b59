import type { ReactNode } from 'react'
import { NoAnswer, type Answered } from '../../shared/model.ts'
import { useText } from '../text.tsx'
import {
  AnswerField,
  ComboBox,
  RadioGroup,
  Select,
  type AnswerSlot,
  type FieldProps,
  type Option,
  type Options,
} from '../ui/index.ts'

interface AnsweredProps<Id extends string> extends FieldProps {
  readonly answer: Answered<Id> | null
  readonly set: (answer: Answered<Id> | null) => void
}

/** Nothing chosen is no answer at all. */
function chosen<Id>(answer: Answered<Id | null> | null): Answered<Id> | null {
  if (answer === null || 'none' in answer) return answer
  return answer.value === null ? null : { value: answer.value }
}

interface FourProps<Id extends string> extends Pick<AnsweredProps<Id>, 'answer' | 'set'> {
  readonly children: (slot: AnswerSlot<Id | null>) => ReactNode
}

function WithFour<Id extends string>({ answer, set, children }: FourProps<Id>) {
  const text = useText()
  const words = Object.fromEntries(NoAnswer.options.map(kind => [kind, text(`answer.${kind}`)]))
  return (
    <AnswerField<Id | null>
      answer={answer}
      onChange={now => set(chosen(now))}
      empty={null}
      label={text('answer.label')}
      words={{ unknown: '', 'not-asked': '', declined: '', withheld: '', ...words }}
    >
      {children}
    </AnswerField>
  )
}

/** One of many, or one of the four kinds of no answer. */
export function AnsweredCombo<Id extends string>({
  answer,
  set,
  options,
  ...field
}: AnsweredProps<Id> & { readonly options: Options<Id> }) {
  const text = useText()
  return (
    <WithFour answer={answer} set={set}>
      {slot => (
        <ComboBox
          {...field}
          {...slot}
          options={options}
          empty={text('form.noMatch')}
          openLabel={text('form.openList')}
        />
      )}
    </WithFour>
  )
}

/** One of a few, or one of the four kinds of no answer. */
export function AnsweredSelect<Id extends string>({
  answer,
  set,
  options,
  ...field
}: AnsweredProps<Id> & { readonly options: readonly Option<Id>[] }) {
  const text = useText()
  return (
    <WithFour answer={answer} set={set}>
      {slot => <Select {...field} {...slot} options={options} placeholder={text('form.pick')} />}
    </WithFour>
  )
}

/** One of two or three in sight, or one of the four kinds of no answer. */
export function AnsweredRadio<Id extends string>({
  answer,
  set,
  options,
  inline,
  ...field
}: AnsweredProps<Id> & { readonly options: readonly Option<Id>[]; readonly inline?: boolean }) {
  return (
    <WithFour answer={answer} set={set}>
      {slot => <RadioGroup {...field} {...slot} options={options} inline={inline} />}
    </WithFour>
  )
}
