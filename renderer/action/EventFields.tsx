import type { ReactNode } from 'react'
import { useDaySlot } from '../dateReader.ts'
import { FormBody } from '../FormPage.tsx'
import { useForm, type Form, type Typed } from '../form.ts'
import { useText } from '../text.tsx'
import type { z } from '../../shared/zod.ts'
import type { ActionEvent } from '../../shared/action/model.ts'
import { DateText, TextArea } from '../ui/index.ts'
import { actionPlace, type ActionPageProps } from './place.ts'

/** A form on which one thing that happened is recorded. */
export interface EventFormProps extends ActionPageProps {
  readonly onSave: (event: z.input<typeof ActionEvent>) => Promise<boolean>
}

/** One event as it is typed; kept through a lock under the action and the kind of event. */
export function useEvent<S extends z.ZodType>(
  schema: S,
  { action, initial }: ActionPageProps & { readonly initial: Typed<z.input<S>> & { readonly what: string } },
): Form<z.input<S>> {
  const draft = `action:${initial.what}:${action.id}`
  return useForm(schema, { name: 'action.event', initial, draft })
}

interface BodyProps<T> extends ActionPageProps {
  readonly form: Form<T>
  readonly save: string
  readonly onSave: (value: T) => Promise<boolean>
  readonly children: ReactNode
}

/** The questions between what is to be put right and saving. */
export function EventBody<T>({ view, action, ...body }: BodyProps<T>) {
  return <FormBody {...body} back={actionPlace({ view, action })} />
}

interface DayProps {
  readonly value: string | null
  readonly error: string | undefined
  readonly onChange: (day: string | null) => void
}

/** On which day it happened. */
export function DayField({ value, error, onChange }: DayProps) {
  const text = useText()
  const day = useDaySlot(value, onChange)
  return (
    <DateText
      id="on"
      label={text('action.event.on')}
      hint={text('action.event.onHint')}
      error={error}
      {...day}
    />
  )
}

interface WordsProps {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly optional?: boolean
  /** The most letters it may have. */
  readonly max?: number
  readonly error: string | undefined
  readonly value: string | null
  readonly onChange: (words: string) => void
}

/** Something said in words. */
export function WordsField({ optional = false, max = 4_000, value, ...field }: WordsProps) {
  const text = useText()
  return (
    <TextArea
      {...field}
      optional={optional ? text('form.optional') : undefined}
      maxLength={max}
      value={value ?? ''}
    />
  )
}
