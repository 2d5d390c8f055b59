import { useDaySlot } from '../dateReader.ts'
import { useText } from '../text.tsx'
import { DateText, Section, TextArea } from '../ui/index.ts'
import type { ConsentFields } from './begin.ts'

/** How long a "yes" holds, and how we know the answer. */
export function LimitFields({ form }: ConsentFields) {
  const text = useText()
  const { decision } = form.value
  const yes = decision === 'given' || decision === 'given_with_conditions'
  return (
    <Section title={text(yes ? 'consent.limits' : 'consent.evidence')}>
      {yes && <Days form={form} />}
      <Evidence form={form} />
    </Section>
  )
}

function Days({ form: { value, set, error } }: ConsentFields) {
  const text = useText()
  const until = useDaySlot(value.validUntil, validUntil => set('validUntil', validUntil))
  const review = useDaySlot(value.reviewOn, reviewOn => set('reviewOn', reviewOn))
  return (
    <>
      <DateText
        id="validUntil"
        label={text('consent.validUntil')}
        hint={text('consent.validUntilHint')}
        optional={text('form.optional')}
        error={error('validUntil')}
        {...until}
      />
      <DateText
        id="reviewOn"
        label={text('consent.reviewOn')}
        hint={text('consent.reviewOnHint')}
        optional={text('form.optional')}
        error={error('reviewOn')}
        {...review}
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
