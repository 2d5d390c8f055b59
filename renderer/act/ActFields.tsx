import type { ActDraft } from '../../shared/act/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { z } from '../../shared/zod.ts'
import {
  AnswerComboBox,
  AnswerRadio,
  CodesField,
  answersOf,
  choicesOf,
  held,
  listWords,
  noDate,
} from '../answers.tsx'
import { PersonsField } from '../CasePage.tsx'
import { useDateReader } from '../dateReader.ts'
import type { Form } from '../form.ts'
import { answerGroupsOf, optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { ComboBox, DateText, RadioGroup, TextArea } from '../ui/index.ts'
import { PerpetratorsField } from './PerpetratorsField.tsx'

interface Fields {
  readonly form: Form<z.input<typeof ActDraft>>
}

/** The questions about one alleged act: what, to whom, by whom, when and where, in which words. */
export function ActFields({ view, form, item }: Fields & { readonly view: CaseView; readonly item: string }) {
  const text = useText()
  return (
    <>
      <What form={form} />
      <PersonsField
        view={view}
        id="personIds"
        label={text('act.who')}
        error={form.error('personIds')}
        values={view.persons.map(({ id }) => id).filter(id => form.value.personIds?.includes(id))}
        onChange={ids => form.set('personIds', ids)}
      />
      <PerpetratorsField
        view={view}
        item={item}
        error={form.error('perpetratorIds')}
        values={form.value.perpetratorIds ?? []}
        onChange={ids => form.set('perpetratorIds', ids)}
      />
      <WhenAndWhere form={form} />
      <InWords form={form} />
    </>
  )
}

function What({ form: { value, set, error } }: Fields) {
  const text = useText()
  return (
    <>
      <ComboBox
        id="form"
        label={text('act.form')}
        hint={text('act.formHint')}
        error={error('form')}
        {...listWords(text)}
        width="full"
        options={choicesOf(text, 'formOfAct', held(value.form))}
        value={value.form}
        onChange={form => set('form', form)}
      />
      <RadioGroup
        id="status"
        label={text('act.status')}
        hint={text('act.statusHint')}
        error={error('status')}
        options={optionsOf(text, 'actStatus')}
        value={value.status}
        onChange={status => set('status', status)}
      />
    </>
  )
}

function WhenAndWhere({ form: { value, set, error } }: Fields) {
  const text = useText()
  const dates = useDateReader()
  return (
    <>
      <DateText
        id="when"
        label={text('act.when')}
        hint={text('form.whenHint')}
        error={error('when')}
        {...dates.slot(value.when, when => set('when', when ?? noDate))}
      />
      <AnswerComboBox
        id="region"
        label={text('act.region')}
        hint={text('act.regionHint')}
        error={error('region')}
        answer={value.region}
        onChange={region => set('region', region)}
        options={answerGroupsOf(text, 'region')}
      />
      <AnswerRadio
        id="domain"
        label={text('act.domain')}
        error={error('domain')}
        answer={value.domain}
        onChange={domain => set('domain', domain)}
        options={answersOf(text, 'actDomain')}
      />
    </>
  )
}

function InWords({ form: { value, set, error } }: Fields) {
  const text = useText()
  return (
    <>
      <CodesField
        id="legalTools"
        list="legalTool"
        label={text('act.legalTools')}
        hint={text('act.legalToolsHint')}
        optional={text('form.optional')}
        error={error('legalTools')}
        values={value.legalTools ?? []}
        onChange={tools => set('legalTools', tools)}
      />
      <TextArea
        id="account"
        label={text('act.account')}
        hint={text('act.accountHint')}
        error={error('account')}
        value={value.account ?? ''}
        onChange={account => set('account', account)}
        why={{ label: text('form.why'), text: text('act.accountWhy') }}
      />
    </>
  )
}
