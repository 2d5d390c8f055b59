import { reachesPerson } from '../../shared/gate/needs.ts'
import { choicesOf, held, listWords } from '../answers.tsx'
import { PersonsField } from '../CasePage.tsx'
import { useDaySlot } from '../dateReader.ts'
import { useText } from '../text.tsx'
import { Columns, ComboBox, DateText, Section, TextField } from '../ui/index.ts'
import type { FieldsProps } from './ActionForm.tsx'
import { WordsField } from './EventFields.tsx'
import { chooseKind } from './usual.ts'

/** What, for whom, and to whom. */
export function TheStep({ view, form }: FieldsProps) {
  const text = useText()
  const { value, set, error } = form
  const hint = `action.hint.${value.kind}`
  return (
    <Section title={text('action.what')}>
      <ComboBox
        id="kind"
        label={text('action.kind')}
        hint={text(text.has(hint) ? hint : 'action.kindHint')}
        {...listWords(text)}
        error={error('kind')}
        options={choicesOf(text, 'action', held(value.kind))}
        value={value.kind}
        onChange={kind => chooseKind(form, kind)}
      />
      <WordsField
        id="detail"
        label={text('action.detail')}
        hint={text('action.detailHint')}
        optional={value.kind !== 'other'}
        max={600}
        error={error('detail')}
        value={value.detail}
        onChange={detail => set('detail', detail)}
      />
      <PersonsField
        id="personIds"
        view={view}
        label={text('action.personIds')}
        error={error('personIds')}
        values={view.persons.map(({ id }) => id).filter(id => value.personIds?.includes(id))}
        onChange={personIds => set('personIds', personIds)}
      />
      <TextField
        id="to"
        label={text('action.to')}
        hint={text('action.toHint')}
        width="medium"
        maxLength={200}
        error={error('to')}
        value={value.to ?? ''}
        onChange={to => set('to', to)}
      />
    </Section>
  )
}

interface ReasonProps extends Pick<FieldsProps, 'form'> {
  readonly field: 'expected' | 'riskOfActing' | 'riskOfNotActing'
}

function ReasonField({ field, form: { value, set, error } }: ReasonProps) {
  const text = useText()
  return (
    <WordsField
      id={field}
      label={text(`action.${field}`)}
      hint={text(`action.${field}Hint`)}
      optional
      max={600}
      error={error(field)}
      value={value[field]}
      onChange={words => set(field, words)}
    />
  )
}

/** What is expected of it, and what doing it or leaving it could set off. */
export function TheReasons({ form }: Pick<FieldsProps, 'form'>) {
  const text = useText()
  const { value, set, error } = form
  const { purpose, recipient, channel } = value
  const reaches =
    purpose !== null &&
    recipient !== null &&
    channel !== null &&
    reachesPerson({ purpose, recipient, channel })
  return (
    <Section title={text('action.reasons')} lead={text('action.reasonsLead')}>
      <ReasonField field="expected" form={form} />
      <Columns>
        <ReasonField field="riskOfActing" form={form} />
        <ReasonField field="riskOfNotActing" form={form} />
      </Columns>
      {reaches && (
        <WordsField
          id="safetyReason"
          label={text('action.safetyReason')}
          hint={text('action.safetyReasonHint')}
          optional
          max={600}
          error={error('safetyReason')}
          value={value.safetyReason}
          onChange={words => set('safetyReason', words)}
        />
      )}
    </Section>
  )
}

/** Who sees to it, and by when. */
export function TheCare({ form: { value, set, error } }: Pick<FieldsProps, 'form'>) {
  const text = useText()
  const deadline = useDaySlot(value.deadline, day => set('deadline', day))
  const answerBy = useDaySlot(value.answerBy, day => set('answerBy', day))
  return (
    <Section title={text('action.care')}>
      <Columns>
        <TextField
          id="owner"
          label={text('action.owner')}
          hint={text('action.ownerHint')}
          optional={text('form.optional')}
          width="medium"
          maxLength={200}
          error={error('owner')}
          value={value.owner ?? ''}
          onChange={owner => set('owner', owner)}
        />
        <DateText
          id="deadline"
          label={text('action.deadline')}
          hint={text('action.deadlineHint')}
          optional={text('form.optional')}
          error={error('deadline')}
          {...deadline}
        />
      </Columns>
      <DateText
        id="answerBy"
        label={text('action.answerBy')}
        hint={text('action.answerByHint')}
        optional={text('form.optional')}
        error={error('answerBy')}
        {...answerBy}
      />
    </Section>
  )
}
