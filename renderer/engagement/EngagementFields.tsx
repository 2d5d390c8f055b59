import type { CaseView } from '../../shared/case/model.ts'
import type { EngagementDraft } from '../../shared/engagement/model.ts'
import type { z } from '../../shared/zod.ts'
import { AnswerRadio, answersOf, choicesOf, held, listWords, noDate } from '../answers.tsx'
import { PersonsField } from '../CasePage.tsx'
import { useDateReader } from '../dateReader.ts'
import type { Form } from '../form.ts'
import { optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { ComboBox, DateText, RadioGroup, TextArea } from '../ui/index.ts'

interface Fields {
  readonly form: Form<z.input<typeof EngagementDraft>>
}

/** The questions about one engagement. */
export function EngagementFields({ view, form }: Fields & { readonly view: CaseView }) {
  const text = useText()
  return (
    <>
      <PersonsField
        view={view}
        id="personIds"
        label={text('engagement.who')}
        hint={text('engagement.whoHint')}
        error={form.error('personIds')}
        values={view.persons.map(({ id }) => id).filter(id => form.value.personIds?.includes(id))}
        onChange={ids => form.set('personIds', ids)}
      />
      <What form={form} />
      <Seen form={form} />
    </>
  )
}

function What({ form: { value, set, error } }: Fields) {
  const text = useText()
  const dates = useDateReader()
  return (
    <>
      <ComboBox
        id="kind"
        label={text('engagement.kind')}
        hint={text('engagement.kindHint')}
        error={error('kind')}
        {...listWords(text)}
        width="full"
        options={optionsOf(text, 'cooperationType', held(value.kind))}
        value={value.kind}
        onChange={kind => set('kind', kind)}
      />
      <RadioGroup
        id="status"
        label={text('engagement.status')}
        hint={text('engagement.statusHint')}
        error={error('status')}
        options={optionsOf(text, 'cooperationStatus')}
        value={value.status}
        onChange={status => set('status', status)}
      />
      <ComboBox
        id="entity"
        label={text('engagement.entity')}
        hint={text('engagement.entityHint')}
        error={error('entity')}
        {...listWords(text)}
        width="full"
        options={choicesOf(text, 'unEntity', held(value.entity))}
        value={value.entity}
        onChange={entity => set('entity', entity)}
      />
      <DateText
        id="when"
        label={text('engagement.when')}
        hint={text('form.whenHint')}
        error={error('when')}
        {...dates.slot(value.when, when => set('when', when ?? noDate))}
      />
    </>
  )
}

function Seen({ form: { value, set, error } }: Fields) {
  const text = useText()
  return (
    <>
      <AnswerRadio
        id="locus"
        label={text('engagement.locus')}
        error={error('locus')}
        answer={value.locus}
        onChange={locus => set('locus', locus)}
        options={answersOf(text, 'engagementLocus')}
      />
      <AnswerRadio
        id="publicity"
        label={text('engagement.publicity')}
        hint={text('engagement.publicityHint')}
        error={error('publicity')}
        answer={value.publicity}
        onChange={publicity => set('publicity', publicity)}
        options={answersOf(text, 'publicity')}
        why={{ label: text('form.why'), text: text('engagement.publicityWhy') }}
      />
      <TextArea
        id="note"
        label={text('engagement.note')}
        hint={text('engagement.noteHint')}
        optional={text('form.optional')}
        error={error('note')}
        value={value.note ?? ''}
        onChange={note => set('note', note)}
      />
    </>
  )
}
