import { Decision, type ReplyDraft } from '../../shared/brief/model.ts'
import type { Form as FormState } from '../form.ts'
import { useText } from '../text.tsx'
import { Button, ErrorSummary, Form, RadioGroup, TextArea, TextField } from '../ui/index.ts'
import { useState } from 'react'

interface Props {
  readonly form: FormState<ReplyDraft>
  /** Called when everything can be taken; nothing is written yet. */
  readonly onReady: (reply: ReplyDraft) => void
}

/** What the reader decides, in their own words, and as whom. */
export function DecisionForm({ form, onReady }: Props) {
  const text = useText()
  const [attempt, setAttempt] = useState(0)
  const submit = () => {
    setAttempt(attempt + 1)
    void form.submit(async reply => {
      onReady(reply)
      return false
    })
  }
  return (
    <Form
      onSubmit={submit}
      actions={
        <Button kind="primary" type="submit">
          {text('reply.review')}
        </Button>
      }
    >
      <ErrorSummary
        title={text('form.errors')}
        errors={form.errors.map(({ field, sentence }) => ({ id: `reply-${field}`, message: sentence }))}
        attempt={attempt}
      />
      <RadioGroup
        id="reply-decision"
        label={text('reply.decision')}
        value={form.value.decision}
        onChange={decision => form.set('decision', decision)}
        error={form.error('decision')}
        options={Decision.options.map(id => ({
          id,
          label: text(`reply.decision.${id}`),
          description: text(`reply.decision.${id}.hint`),
        }))}
      />
      <TextArea
        id="reply-words"
        label={text(`reply.words.${form.value.decision ?? 'any'}`)}
        hint={text('reply.words.hint')}
        value={form.value.words ?? ''}
        onChange={words => form.set('words', words)}
        error={form.error('words')}
      />
      <TextField
        id="reply-decidedBy"
        label={text('reply.decidedBy')}
        hint={text('reply.decidedBy.hint')}
        value={form.value.decidedBy ?? ''}
        onChange={decidedBy => form.set('decidedBy', decidedBy)}
        error={form.error('decidedBy')}
        width="medium"
      />
    </Form>
  )
}
