import type { ConsentCondition } from '../../shared/consent/model.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'
import { useDaySlot } from '../dateReader.ts'
import { optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { CheckboxGroup, DateText, RadioGroup, Section, TextField } from '../ui/index.ts'
import type { AnswerTyped, ConsentFields } from './begin.ts'

const answers = ['given', 'given_with_conditions', 'refused', 'not_asked'] as const

/** What the person answered, and on what conditions. */
export function AnswerFields({ form }: ConsentFields) {
  const text = useText()
  const { value, set, error } = form
  const choose = (decision: AnswerTyped['decision']) => {
    set('decision', decision)
    if (decision !== 'given_with_conditions') set('conditions', [])
  }
  return (
    <Section title={text('consent.answer')}>
      <RadioGroup
        id="decision"
        label={text('consent.decisionQuestion')}
        error={error('decision')}
        options={answers.map(id => ({
          id,
          label: text(`consent.answer.${id}`),
          description: text(`consent.answer.${id}.hint`),
        }))}
        value={value.decision === 'withdrawn' ? null : value.decision}
        onChange={choose}
      />
      {value.decision === 'given_with_conditions' && <Conditions form={form} />}
    </Section>
  )
}

function Conditions({ form: { value, set, error } }: ConsentFields) {
  const text = useText()
  const conditions = value.conditions ?? []
  const choose = (kinds: readonly ConsentCondition['kind'][]) =>
    set(
      'conditions',
      codesOf('condition')
        .filter(kind => kinds.includes(kind))
        .map(kind => conditions.find(one => one.kind === kind) ?? { kind, after: null, note: '' }),
    )
  const change = (at: number, condition: AnswerTyped['conditions'][number]) =>
    set('conditions', conditions.toSpliced(at, 1, condition))
  return (
    <>
      <CheckboxGroup
        id="conditions"
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
          id={field => `conditions.${at}.${field}`}
          onChange={now => change(at, now)}
        />
      ))}
    </>
  )
}

type Condition = AnswerTyped['conditions'][number]

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
