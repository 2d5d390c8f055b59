import type { CaseView } from '../../shared/case/model.ts'
import type { EvidenceSource, SourceItem } from '../../shared/evidence/claim.ts'
import { AnswerSelect, answersOf } from '../answers.tsx'
import type { Form } from '../form.ts'
import { optionsOf } from '../options.ts'
import { useText, type Text } from '../text.tsx'
import { CheckboxGroup, RadioGroup, Select, TextArea, type Option } from '../ui/index.ts'
import type { SourceTyped } from './SourceForm.tsx'
import { itemText, sourceText, type VerifyProps } from './verifyText.ts'

interface Fields extends VerifyProps {
  readonly form: Form<SourceTyped>
  readonly source: EvidenceSource | null
}

/** The questions about one source: what it is, how reliable and why, and on whom it depends. */
export function SourceFields({ view, form, source }: Fields) {
  return (
    <>
      <What view={view} form={form} source={source} />
      <Reliability form={form} />
      <Depends view={view} form={form} source={source} />
    </>
  )
}

function What({ view, form: { value, set, error } }: Fields) {
  const text = useText()
  const items = itemsOf(text, view)
  const chosen = JSON.stringify(value.item)
  return (
    <>
      <AnswerSelect
        id="connection"
        label={text('verify.source.connection')}
        hint={text('verify.source.connectionHint')}
        error={error('connection')}
        answer={value.connection}
        onChange={connection => set('connection', connection)}
        options={answersOf(text, 'sourceConnection')}
      />
      <Select
        id="item"
        label={text('verify.source.item')}
        hint={text('verify.source.itemHint')}
        placeholder={text('form.pick')}
        error={error('item')}
        options={items.map(({ option }) => option)}
        value={items.find(({ item }) => JSON.stringify(item) === chosen)?.option.id ?? null}
        onChange={id => set('item', items.find(({ option }) => option.id === id)?.item ?? null)}
      />
      <TextArea
        id="description"
        label={text('verify.source.description')}
        hint={text('verify.source.descriptionHint')}
        optional={text('form.optional')}
        error={error('description')}
        maxLength={4_000}
        value={value.description ?? ''}
        onChange={description => set('description', description)}
      />
    </>
  )
}

interface Choice {
  readonly option: Option
  readonly item: SourceItem
}

/** Whom or what of the case a source can be, "outside" first. */
function itemsOf(text: Text, view: CaseView): Choice[] {
  const choice = (id: string, item: SourceItem): Choice => ({
    option: { id, label: itemText(text, view, item) },
    item,
  })
  return [
    choice('outside', { kind: 'outside' }),
    ...view.persons.map(({ id }) => choice(id, { kind: 'person', personId: id })),
    ...view.messages.map(({ id }) => choice(id, { kind: 'message', messageId: id })),
    ...view.attachments.map(({ id }) => choice(id, { kind: 'attachment', attachmentId: id })),
  ]
}

function Reliability({ form: { value, set, error } }: Pick<Fields, 'form'>) {
  const text = useText()
  return (
    <>
      <RadioGroup
        id="reliability"
        label={text('verify.source.reliability')}
        hint={text('verify.source.reliabilityHint')}
        error={error('reliability')}
        options={optionsOf(text, 'sourceReliability')}
        value={value.reliability}
        onChange={reliability => set('reliability', reliability)}
        why={{ label: text('form.why'), text: text('verify.apartWhy') }}
      />
      <TextArea
        id="reliabilityNote"
        label={text('verify.source.reliabilityNote')}
        hint={text('verify.source.reliabilityNoteHint')}
        error={error('reliabilityNote')}
        maxLength={4_000}
        value={value.reliabilityNote ?? ''}
        onChange={note => set('reliabilityNote', note)}
      />
    </>
  )
}

/** Asked only where there is another source to depend on. */
function Depends({ view, form: { value, set, error }, source }: Fields) {
  const text = useText()
  const others = view.verification.sources.filter(({ id }) => id !== source?.id)
  if (others.length === 0) return null
  return (
    <CheckboxGroup
      id="dependsOn"
      label={text('verify.source.dependsOn')}
      hint={text('verify.source.dependsOnHint')}
      optional={text('form.optional')}
      error={error('dependsOn')}
      options={others.map(other => ({ id: other.id, label: sourceText(text, other) }))}
      values={others.map(({ id }) => id).filter(id => value.dependsOn?.includes(id))}
      onChange={ids => set('dependsOn', [...ids])}
    />
  )
}
