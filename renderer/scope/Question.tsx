import type { ReactNode } from 'react'
import { optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { CheckboxGroup, RadioGroup } from '../ui/index.ts'
import { harmedWord } from './answerWords.ts'
import { frameOf, type QuestionProps } from './frame.ts'
import { LinkQuestion } from './LinkQuestion.tsx'
import type { QuestionId } from './questions.ts'
import { RemunerationQuestion } from './RemunerationQuestion.tsx'

function HarmedQuestion({ answers, error, onChange }: QuestionProps) {
  const text = useText()
  return (
    <CheckboxGroup
      {...frameOf(text, 't2')}
      error={error}
      options={optionsOf(text, 'linkToCooperator').map(({ id }) => ({ id, label: harmedWord(text, id) }))}
      values={answers.harmed}
      onChange={harmed => onChange({ harmed: [...harmed] })}
    />
  )
}

interface PlainProps<Choice extends string> {
  readonly id: QuestionId
  readonly error: string | null
  readonly choices: readonly Choice[]
  readonly value: Choice | null
  readonly onChoose: (choice: Choice) => void
}

/** A question with a handful of answers of its own. */
function Plain<Choice extends string>({ id, error, choices, value, onChoose }: PlainProps<Choice>) {
  const text = useText()
  return (
    <RadioGroup
      {...frameOf(text, id)}
      error={error}
      options={choices.map(choice => ({ id: choice, label: text(`scope.${id}.answer.${choice}`) }))}
      value={value}
      onChange={onChoose}
    />
  )
}

function EngagementQuestion({ answers, error, onChange }: QuestionProps) {
  return (
    <Plain
      id="t1"
      error={error}
      choices={['yes', 'attempt', 'perceived', 'planned', 'no', 'unknown'] as const}
      value={answers.engagement}
      onChoose={engagement => onChange({ engagement })}
    />
  )
}

function ActQuestion({ answers, error, onChange }: QuestionProps) {
  return (
    <Plain
      id="t4"
      error={error}
      choices={['happened', 'threatened', 'none'] as const}
      value={answers.act}
      onChoose={act => onChange({ act })}
    />
  )
}

function PerpetratorQuestion({ answers, error, onChange }: QuestionProps) {
  const text = useText()
  return (
    <RadioGroup
      {...frameOf(text, 't6')}
      error={error}
      options={optionsOf(text, 'perpetratorClass')}
      value={answers.perpetrator}
      onChange={perpetrator => onChange({ perpetrator })}
    />
  )
}

function TimingQuestion({ answers, error, onChange }: QuestionProps) {
  return (
    <Plain
      id="t7"
      error={error}
      choices={['before', 'during', 'after', 'several', 'unknown'] as const}
      value={answers.timing}
      onChoose={timing => onChange({ timing })}
    />
  )
}

function PurposeQuestion({ answers, error, onChange }: QuestionProps) {
  return (
    <Plain
      id="t8"
      error={error}
      choices={['deter', 'punish', 'both', 'unclear'] as const}
      value={answers.purpose}
      onChoose={purpose => onChange({ purpose })}
    />
  )
}

function FieldQuestion({ answers, error, onChange }: QuestionProps) {
  return (
    <Plain
      id="t9"
      error={error}
      choices={['yes', 'no', 'unclear'] as const}
      value={answers.humanRights}
      onChoose={humanRights => onChange({ humanRights })}
    />
  )
}

const questions: Readonly<Record<QuestionId, (props: QuestionProps) => ReactNode>> = {
  t1: EngagementQuestion,
  t2: HarmedQuestion,
  t3: RemunerationQuestion,
  t4: ActQuestion,
  t5: LinkQuestion,
  t6: PerpetratorQuestion,
  t7: TimingQuestion,
  t8: PurposeQuestion,
  t9: FieldQuestion,
}

/** One question of the test with its hint and the reason why it is asked. */
export function Question({ id, ...props }: QuestionProps & { readonly id: QuestionId }) {
  const Asked = questions[id]
  return <Asked {...props} />
}
