import { ReviewTrigger } from '../../shared/consent/model.ts'
import { useDaySlot } from '../dateReader.ts'
import { useText } from '../text.tsx'
import { CheckboxGroup, DateText, TextArea } from '../ui/index.ts'
import type { ConsentFields, RowFields } from './begin.ts'

/** How long a "yes" holds, and what makes it worth asking again. */
export function LimitFields({ form: { value, set, error }, id }: RowFields) {
  const text = useText()
  const until = useDaySlot(value.validUntil, validUntil => set('validUntil', validUntil))
  const review = useDaySlot(value.reviewOn, reviewOn => set('reviewOn', reviewOn))
  return (
    <>
      <DateText
        id={id('validUntil')}
        label={text('consent.validUntil')}
        hint={text('consent.validUntilHint')}
        optional={text('form.optional')}
        error={error('validUntil')}
        {...until}
      />
      <DateText
        id={id('reviewOn')}
        label={text('consent.reviewOn')}
        hint={text('consent.reviewOnHint')}
        optional={text('form.optional')}
        error={error('reviewOn')}
        {...review}
      />
      <CheckboxGroup
        id={id('reviewWhen')}
        label={text('consent.reviewWhen')}
        hint={text('consent.reviewWhenHint')}
        options={ReviewTrigger.options.map(kind => ({ id: kind, label: text(`consent.trigger.${kind}`) }))}
        values={value.reviewWhen ?? []}
        onChange={kinds => set('reviewWhen', [...kinds])}
      />
    </>
  )
}

/** The paper, or the statement of the officer who heard it. */
export function Evidence({ form: { value, set, error } }: ConsentFields) {
  const text = useText()
  return (
    <TextArea
      id="evidence"
      label={text('consent.evidence')}
      hint={text('consent.evidenceHint')}
      optional={text('form.optional')}
      error={error('evidence')}
      value={value.evidence ?? ''}
      onChange={evidence => set('evidence', evidence)}
    />
  )
}
