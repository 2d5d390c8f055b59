import { useState } from 'react'
import type { Answered, PartialDate } from '../shared/model.ts'
import type { Code, VocabularyId } from '../shared/vocabulary/index.ts'
import { groupsOf, optionsOf } from './options.ts'
import { useText, type Text } from './text.tsx'
import {
  AnswerField,
  ComboBox,
  MultiComboBox,
  RadioGroup,
  Select,
  TextArea,
  type FieldProps,
  type Option,
  type Options,
} from './ui/index.ts'

/** A date nobody has said anything about. */
export const noDate: PartialDate = { said: '', precision: 'unknown', from: null, to: null }

/** What a list says besides its options. */
export const listWords = (text: Text) => ({
  empty: text('form.noMatch'),
  openLabel: text('form.openList'),
  removeLabel: text('app.remove'),
})

/** What the four kinds of "no answer" are called. */
export const noAnswerWords = (text: Text) => ({
  label: text('answer.label'),
  words: {
    unknown: text('answer.unknown'),
    'not-asked': text('answer.not-asked'),
    declined: text('answer.declined'),
    withheld: text('answer.withheld'),
  },
})

/** The codes of a list as an answer can have them: "unknown" is one of the four beside the field, never a code. */
export const answersOf = <Id extends VocabularyId>(text: Text, list: Id): Option<Code<Id>>[] =>
  optionsOf(text, list).filter(option => option.id !== 'unknown')

interface AnswerProps<T> extends FieldProps {
  readonly answer: Answered<T> | null
  readonly onChange: (answer: Answered<T> | null) => void
}

/** A choice that has not been made is no answer; one of the four stays until something is chosen. */
const keep =
  <T,>({ answer, onChange }: AnswerProps<T>) =>
  (now: Answered<T | null> | null) => {
    if (now !== null && 'none' in now) return onChange(now)
    if (now !== null && now.value !== null) return onChange({ value: now.value })
    if (answer === null || 'value' in answer) onChange(null)
  }

interface ChoiceProps<Id extends string> extends AnswerProps<Id> {
  readonly options: readonly Option<Id>[]
}

/** One of a few things in a list that opens, or no answer. */
export function AnswerSelect<Id extends string>({ answer, onChange, ...field }: ChoiceProps<Id>) {
  const text = useText()
  return (
    <AnswerField<Id | null>
      {...noAnswerWords(text)}
      empty={null}
      answer={answer}
      onChange={keep({ ...field, answer, onChange })}
    >
      {slot => <Select {...field} placeholder={text('form.pick')} {...slot} />}
    </AnswerField>
  )
}

/** One of a few things, all of them in sight, or no answer. */
export function AnswerRadio<Id extends string>({ answer, onChange, ...field }: ChoiceProps<Id>) {
  const text = useText()
  return (
    <AnswerField<Id | null>
      {...noAnswerWords(text)}
      empty={null}
      answer={answer}
      onChange={keep({ ...field, answer, onChange })}
    >
      {slot => <RadioGroup {...field} inline {...slot} />}
    </AnswerField>
  )
}

interface SearchProps<Id extends string> extends AnswerProps<Id> {
  readonly options: Options<Id>
}

/** One of many things, to be found by typing, or no answer. */
export function AnswerComboBox<Id extends string>({ answer, onChange, ...field }: SearchProps<Id>) {
  const text = useText()
  return (
    <AnswerField<Id | null>
      {...noAnswerWords(text)}
      empty={null}
      answer={answer}
      onChange={keep({ ...field, answer, onChange })}
    >
      {slot => <ComboBox {...field} {...listWords(text)} {...slot} />}
    </AnswerField>
  )
}

/** A person's own words, or no answer. Nothing typed is no answer yet. */
export function AnswerText({
  answer,
  onChange,
  lang,
  ...field
}: AnswerProps<string> & { readonly lang?: string | undefined }) {
  const text = useText()
  return (
    <AnswerField
      {...noAnswerWords(text)}
      empty=""
      answer={answer}
      onChange={now => onChange(now !== null && 'value' in now && now.value === '' ? null : now)}
    >
      {slot => <TextArea {...field} lang={lang} maxLength={4_000} {...slot} />}
    </AnswerField>
  )
}

interface ManyProps<Id extends VocabularyId> extends FieldProps {
  readonly list: Id
  readonly values: readonly Code<Id>[]
  readonly onChange: (values: Code<Id>[]) => void
}

/** Several codes of one controlled list. */
export function CodesField<Id extends VocabularyId>({ list, onChange, ...field }: ManyProps<Id>) {
  const text = useText()
  return (
    <MultiComboBox<Code<Id>>
      {...field}
      {...listWords(text)}
      options={choicesOf(text, list, field.values)}
      onChange={values => onChange([...values])}
    />
  )
}

/** The codes of a list in its groups, when it has any. */
export function choicesOf<Id extends VocabularyId>(
  text: Text,
  list: Id,
  held: readonly string[] = [],
): Options<Code<Id>> {
  const groups = groupsOf(text, list, held)
  return groups.length > 0 ? groups : optionsOf(text, list, held)
}

/** What a field holds that a list may no longer offer. */
export const held = (answer: Answered<string> | string | null): readonly string[] =>
  answer === null ? [] : typeof answer === 'string' ? [answer] : 'value' in answer ? [answer.value] : []

/** What is written in an answer, or which kind of "no answer" it is. */
export function sayAnswer<T>(text: Text, answer: Answered<T>, say: (value: T) => string): string {
  return 'value' in answer ? say(answer.value) : text(`answer.${answer.none}`)
}

/** How often something has changed; a form whose errors are looked for again is another attempt. */
export function useAttempts(errors: readonly unknown[]): number {
  const [seen, setSeen] = useState({ errors, count: 0 })
  if (seen.errors !== errors) setSeen({ errors, count: seen.count + 1 })
  return seen.count
}
