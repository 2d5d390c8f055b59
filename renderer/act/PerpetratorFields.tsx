import type { PerpetratorDraft } from '../../shared/act/model.ts'
import { AnswerComboBox, AnswerSelect, answersOf, held } from '../answers.tsx'
import type { Form } from '../form.ts'
import { answerGroupsOf, optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { RadioGroup, TextArea } from '../ui/index.ts'

/** The questions about somebody alleged to be behind an act. */
export function PerpetratorFields({ form }: { readonly form: Form<PerpetratorDraft> }) {
  const text = useText()
  const { value, set, error } = form
  return (
    <>
      <RadioGroup
        id="class"
        label={text('perpetrator.class')}
        hint={text('scope.t6.hint')}
        error={error('class')}
        options={optionsOf(text, 'perpetratorClass')}
        value={value.class}
        onChange={chosen => set('class', chosen)}
        why={{ label: text('form.why'), text: text('scope.t6.why') }}
      />
      <AnswerComboBox
        id="kind"
        label={text('perpetrator.kind')}
        error={error('kind')}
        answer={value.kind}
        onChange={kind => set('kind', kind)}
        options={answerGroupsOf(text, 'perpetratorKind', held(value.kind))}
      />
      <AnswerSelect
        id="involvement"
        label={text('perpetrator.involvement')}
        error={error('involvement')}
        answer={value.involvement}
        onChange={involvement => set('involvement', involvement)}
        options={answersOf(text, 'involvement')}
      />
      <TextArea
        id="description"
        label={text('perpetrator.description')}
        hint={text('perpetrator.descriptionHint')}
        optional={text('form.optional')}
        error={error('description')}
        value={value.description ?? ''}
        onChange={description => set('description', description)}
      />
    </>
  )
}
