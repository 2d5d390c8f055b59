import { Note } from '../../shared/model.ts'
import { PublicationQuestion, type PublicationAnswers } from '../../shared/publication/model.ts'
import { z } from '../../shared/zod.ts'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Form } from '../form.ts'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { Notice, RadioGroup, Stack, TextField } from '../ui/index.ts'
import type { PublicationProps } from './PublicationPage.tsx'

const Answer = z.enum(['no', 'yes', 'unknown'])

/** Every question with its answer and its note, side by side in one form. */
const Checked = z.strictObject({
  combination: Answer,
  combinationNote: Note,
  attendance: Answer,
  attendanceNote: Note,
  detention: Answer,
  detentionNote: Note,
  rare: Answer,
  rareNote: Note,
  known: Answer,
  knownNote: Note,
})
type Checked = z.infer<typeof Checked>

const noteOf = (question: PublicationQuestion) => `${question}Note` as const

const answersOf = (checked: Checked): PublicationAnswers => {
  const of = (question: PublicationQuestion) => ({
    answer: checked[question],
    note: checked[noteOf(question)],
  })
  return {
    combination: of('combination'),
    attendance: of('attendance'),
    detention: of('detention'),
    rare: of('rare'),
    known: of('known'),
  }
}

const beginning = (answers: PublicationAnswers | undefined) => ({
  combination: answers?.combination.answer ?? null,
  combinationNote: answers?.combination.note ?? '',
  attendance: answers?.attendance.answer ?? null,
  attendanceNote: answers?.attendance.note ?? '',
  detention: answers?.detention.answer ?? null,
  detentionNote: answers?.detention.note ?? '',
  rare: answers?.rare.answer ?? null,
  rareNote: answers?.rare.note ?? '',
  known: answers?.known.answer ?? null,
  knownNote: answers?.known.note ?? '',
})

/** The questions of the re-identification check. Begins with the answers of the check before. */
export function RecognisedForm({ view, of, again }: PublicationProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const form = useForm(Checked, {
    name: 'publication',
    initial: beginning(of.check?.answers),
    draft: `publication:${of.itemId}`,
  })
  const save = async (checked: Checked) => {
    const saved = await done('publication.check', { itemId: of.itemId, answers: answersOf(checked) })
    again()
    if (saved) leave(placeOf(view, 'actions', of.itemId) + '/publication', text('publication.kept'))
    return saved
  }
  return (
    <FormBody
      form={form}
      save={text('publication.save')}
      back={placeOf(view, 'actions', of.itemId)}
      onSave={save}
    >
      {PublicationQuestion.options.map(question => (
        <Question key={question} form={form} question={question} />
      ))}
      <Outcome form={form} />
    </FormBody>
  )
}

interface QuestionProps {
  readonly form: Form<Checked>
  readonly question: PublicationQuestion
}

function Question({ form: { value, set, error }, question }: QuestionProps) {
  const text = useText()
  const note = noteOf(question)
  return (
    <Stack gap={8}>
      <RadioGroup
        id={question}
        label={text(`publication.ask.${question}`)}
        hint={text(`publication.ask.${question}.hint`)}
        error={error(question)}
        options={Answer.options.map(id => ({ id, label: text(`publication.answer.${id}`) }))}
        value={value[question]}
        onChange={answer => set(question, answer)}
        inline
      />
      <TextField
        id={note}
        label={text('publication.note')}
        optional={text('form.optional')}
        error={error(note)}
        maxLength={4_000}
        value={value[note] ?? ''}
        onChange={words => set(note, words)}
      />
    </Stack>
  )
}

/** What the answers so far mean, before they are kept. */
function Outcome({ form: { value } }: Pick<QuestionProps, 'form'>) {
  const text = useText()
  const answers = PublicationQuestion.options.map(question => value[question])
  if (answers.includes('yes') || answers.includes('unknown'))
    return (
      <Notice tone="stop" title={text('publication.shut')}>
        {text('publication.shutHow')}
      </Notice>
    )
  return answers.includes(null) ? null : <Notice tone="safe">{text('publication.clear')}</Notice>
}
