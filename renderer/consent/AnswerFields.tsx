import type { ConsentCondition } from '../../shared/consent/model.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'
import { useDaySlot } from '../dateReader.ts'
import { optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { CheckboxGroup, DateText, RadioGroup, TextField } from '../ui/index.ts'
import type { RowFields, RowTyped } from './begin.ts'

const answers = ['given', 'given_with_conditions', 'refused', 'not_asked'] as const

/** What the person answered, and on what conditions. */
export function AnswerFields({ form, id }: RowFields) {
  const text = useText()
  const { value, set, error } = form
  const choose = (decision: RowTyped['decision']) => {
    set('decision', decision)
    if (decision !== 'given_with_conditions') set('conditions', [])
  }
  return (
    <>
      <RadioGroup
        id={id('decision')}
        label={text('consent.decisionQuestion')}
        error={error('decision')}
        options={answers.map(answer => ({
          id: answer,
          label: text(`consent.answer.${answer}`),
          description: text(`consent.answer.${answer}.hint`),
        }))}
        value={value.decision === 'withdrawn' ? null : value.decision}
        onChange={choose}
      />
      {value.decision === 'given_with_conditions' && <Conditions form={form} id={id} />}
    </>
  )
}

function Conditions({ form: { value, set, error }, id }: RowFields) {
  const text = useText()
  const conditions = value.conditions ?? []
  const choose = (kinds: readonly ConsentCondition['kind'][]) =>
    set(
      'conditions',
      codesOf('condition')
        .filter(kind => kinds.includes(kind))
        .map(kind => conditions.find(one => one.kind === kind) ?? { kind, after: null, note: '' }),
    )
  const change = (at: number, condition: Condition) =>
    set('conditions', conditions.toSpliced(at, 1, condition))
  return (
    <>
      <CheckboxGroup
        id={id('conditions')}
        label={text('consent.conditions')}
        hint={text('consent.conditionsHint')}
        error={error('conditions')}
        options={optionsOf(text, 'condition')}
        values={conditions.map(({ kind }) => kind)}
        onChange={choose}
      />
      {conditions.map((condition, at) => (
        <OneCondition
          key={condition.kind}
          condition={condition}
          error={field => error(`conditions.${at}.${field}`)}
          id={field => id(`conditions.${at}.${field}`)}
          onChange={now => change(at, now)}
        />
      ))}
    </>
  )
}

type Condition = RowTyped['conditions'][number]

interface OneConditionProps {
  readonly condition: Condition
  readonly error: (field: 'after' | 'note') => string | undefined
  readonly id: (field: 'after' | 'note') => string
  readonly onChange: (condition: Condition) => void
}

function OneCondition({ condition, error, id, onChange }: OneConditionProps) {
  const text = useText()
  const name = text.code('condition', condition.kind)
  const day = useDaySlot(condition.after, after => onChange({ ...condition, after }))
  return (
    <>
      {condition.kind === 'only_after_date' && (
        <DateText
          id={id('after')}
          label={text('consent.conditionAfter')}
          hint={text('consent.conditionAfterHint')}
          error={error('after')}
          {...day}
        />
      )}
      <TextField
        id={id('note')}
        label={text('consent.conditionNote', { condition: name })}
        hint={text('consent.conditionNoteHint')}
        optional={text('form.optional')}
        error={error('note')}
        value={condition.note}
        onChange={note => onChange({ ...condition, note })}
      />
    </>
  )
}
