import { useEffect, useState } from 'react'
import type { CaseView } from '../../shared/case/model.ts'
import type { ScopeAnswers } from '../../shared/scope/model.ts'
import type { Form as Filled } from '../form.ts'
import { useText } from '../text.tsx'
import { Button, ErrorSummary, Form, Notice, Stack, focusField } from '../ui/index.ts'
import { Question } from './Question.tsx'
import { fieldsOf, isAnswered, type QuestionId } from './questions.ts'
import { suggestionFor } from './suggestions.ts'

interface QuestionFormProps {
  readonly id: QuestionId
  readonly view: CaseView
  readonly form: Filled<ScopeAnswers>
  readonly answers: ScopeAnswers
  /** Whether to take the focus: the officer came here from another question. */
  readonly focus: boolean
  readonly onTouch: () => void
  readonly onNext: () => void
  readonly onSave: () => void
}

/** One question of the test, filled in from the case where the case knows; "Next" confirms it. */
export function QuestionForm({ id, view, form, answers, focus, onTouch, onNext, onSave }: QuestionFormProps) {
  const text = useText()
  const [touched, setTouched] = useState(false)
  const [attempts, setAttempts] = useState(0)
  useEffect(() => {
    if (focus) focusField(id)
    // Only when the question appears.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  const suggested = touched || isAnswered(id, answers) ? {} : suggestionFor(id, view)
  const shown = { ...answers, ...suggested }
  const put = (part: Partial<ScopeAnswers>) => fieldsOf[id].forEach(field => set(form, { field, part }))
  const change = (part: Partial<ScopeAnswers>) => {
    put({ ...suggested, ...part })
    setTouched(true)
    onTouch()
  }
  const missing = isAnswered(id, shown) ? null : text('form.choose')
  const next = () => {
    setAttempts(attempts + 1)
    if (missing !== null) return
    put(suggested)
    onNext()
  }
  const error = attempts > 0 ? missing : null
  return (
    <Stack>
      <ErrorSummary
        title={text('form.errors')}
        errors={error ? [{ id: id === 't5' ? 't5-grade' : id, message: error }] : []}
        attempt={attempts}
      />
      <Form onSubmit={next} actions={<Ways onSave={onSave} />}>
        <Question id={id} answers={shown} error={error} onChange={change} />
        {Object.keys(suggested).length > 0 && <Notice>{text('scope.suggested')}</Notice>}
      </Form>
    </Stack>
  )
}

function Ways({ onSave }: { readonly onSave: () => void }) {
  const text = useText()
  return (
    <>
      <Button kind="primary" type="submit">
        {text('scope.next')}
      </Button>
      <Button onPress={onSave}>{text('scope.saveUnfinished')}</Button>
    </>
  )
}

/** Puts one field of some answers into the form, when it is among them. */
function set(
  form: Filled<ScopeAnswers>,
  { field, part }: { readonly field: keyof ScopeAnswers; readonly part: Partial<ScopeAnswers> },
) {
  const value = part[field]
  if (value !== undefined) form.set(field, value)
}
