import { blockingQuestions } from '../../shared/risk/rules.ts'
import { useText } from '../text.tsx'
import { RadioGroup, Stack, TextField } from '../ui/index.ts'
import type { HarmFields, HarmTyped } from './harm.ts'

const words = ['yes', 'no', 'unknown'] as const

/** The twelve questions in order. Each is worded so that "yes" is the safe answer. */
export function HarmQuestions({ form }: HarmFields) {
  const answers = form.value.answers ?? []
  const change = (at: number, answer: HarmTyped['answers'][number]) =>
    form.set('answers', answers.toSpliced(at, 1, answer))
  return (
    <Stack gap={12}>
      {answers.map((answer, at) => (
        <Question
          // The order of the questions never changes.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          at={at}
          answer={answer}
          error={answer === null ? form.error(`answers.${at}`) : undefined}
          onChange={now => change(at, now)}
        />
      ))}
    </Stack>
  )
}

interface QuestionProps {
  readonly at: number
  readonly answer: HarmTyped['answers'][number]
  readonly error: string | undefined
  readonly onChange: (answer: HarmTyped['answers'][number]) => void
}

function Question({ at, answer, error, onChange }: QuestionProps) {
  const text = useText()
  const number = at + 1
  const question = text(`harm.q${number}.question`)
  const note = answer?.note ?? ''
  return (
    <div>
      <RadioGroup
        id={`answers.${at}`}
        label={text('harm.numbered', { number, question })}
        hint={text(`harm.q${number}.hint`)}
        error={error}
        inline
        options={words.map(id => ({ id, label: text(`harm.answer.${id}`) }))}
        value={answer?.answer ?? null}
        onChange={word => onChange({ answer: word, note })}
      />
      {answer && (answer.answer !== 'yes' || note !== '') && (
        <TextField
          label={text('harm.note', { number })}
          hint={text(blockingQuestions.includes(number) ? 'harm.noteBlocking' : 'harm.noteHint')}
          optional={text('form.optional')}
          maxLength={4_000}
          value={note}
          onChange={now => onChange({ answer: answer.answer, note: now })}
        />
      )}
    </div>
  )
}
