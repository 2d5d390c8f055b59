import type { CaseView } from '../../shared/case/model.ts'
import { contactAfterWithdrawal } from '../../shared/consent/followUp.ts'
import { isPast } from '../../shared/consent/rules.ts'
import { allParts } from '../../shared/paper/document.ts'
import { PaperDraft, SheetPart } from '../../shared/paper/model.ts'
import type { PaperKind, PaperView } from '../../shared/paper/model.ts'
import type { Person } from '../../shared/person/model.ts'
import type { z } from '../../shared/zod.ts'
import { CasePage, GonePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Form, type Typed } from '../form.ts'
import { useCase } from '../openCase.ts'
import { useText } from '../text.tsx'
import { Checkbox, CheckboxGroup, Notice, RadioGroup, Select, TextArea } from '../ui/index.ts'
import { languageOptions, papersPlace, titleOf, usualLanguage } from './paperText.ts'

/** A paper as it is typed, before it is checked. */
type PaperTyped = z.input<typeof PaperDraft>

interface PaperFormProps {
  readonly view: CaseView
  readonly person: Person
  readonly kind: PaperKind
  readonly paper?: PaperView | undefined
}

/** What goes on a paper, chosen with the person; a new paper, or one that has not left. */
export function PaperForm({ view, person, kind, paper }: PaperFormProps) {
  const text = useText()
  const form = useForm(PaperDraft, {
    name: 'papers',
    initial: paper?.draft ?? beginning(view, { person, kind, window: text.language }),
    draft: `paper:${paper ? paper.id : `${kind}:${person.id}`}`,
  })
  const back = papersPlace(view, paper?.id)
  const save = useSave({ view, person, kind, paper })
  const parts = allParts({ content: view, person }, kind)
  if (parts === null) return <GonePage view={view} code="paper/no-plan" />
  return (
    <CasePage
      view={view}
      title={titleOf(text, kind, person)}
      lead={text(`papers.${kind}.lead`)}
      under={{ label: text('papers.title'), href: papersPlace(view) }}
    >
      <FormBody form={form} save={text('papers.save')} back={back} onSave={save}>
        <CheckboxGroup
          id="parts"
          label={text('papers.parts')}
          hint={text('papers.partsHint')}
          error={form.error('parts')}
          values={form.value.parts ?? []}
          onChange={chosen => form.set('parts', [...chosen])}
          options={parts.map(({ part, entries }) => ({
            id: part,
            label: text(`sheet.part.${part}`),
            description: entries.length === 0 ? text('papers.partEmpty') : undefined,
            disabled: entries.length === 0,
          }))}
        />
        <HowFields form={form} />
        <SafetyReason form={form} view={view} person={person} />
      </FormBody>
    </CasePage>
  )
}

/** A plan begins with nothing: the person says what is useful. The sheet is for everything we hold. */
const beginning = (
  view: CaseView,
  {
    person,
    kind,
    window,
  }: { readonly person: Person; readonly kind: PaperKind; readonly window: 'en' | 'ar' },
): Typed<PaperTyped> => ({
  kind,
  language: usualLanguage(view, person, window),
  channel: null,
  parts: kind === 'sheet' ? [...SheetPart.options] : [],
  withCode: false,
  conditionsMet: [],
  safetyReason: '',
})

function useSave({ view, person, paper }: PaperFormProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  return async (draft: PaperTyped) => {
    if (paper) {
      const changed = await done('paper.change', { paperId: paper.id, draft })
      if (changed) leave(papersPlace(view, paper.id), text('papers.saved'))
      return changed
    }
    const started = await useCase.getState().run('paper.start', { personId: person.id, draft })
    if (started) leave(papersPlace(view, started.paperId), text('papers.saved'))
    return started !== null
  }
}

function HowFields({ form: { value, set, error } }: { readonly form: Form<PaperTyped> }) {
  const text = useText()
  return (
    <>
      <Select
        id="language"
        label={text('papers.language')}
        hint={text('papers.languageHint')}
        error={error('language')}
        value={value.language}
        onChange={language => set('language', language)}
        options={languageOptions(text)}
        placeholder={text('form.choose')}
      />
      <RadioGroup
        id="channel"
        label={text('papers.channel')}
        hint={text('papers.channelHint')}
        error={error('channel')}
        value={value.channel}
        onChange={channel => set('channel', channel)}
        options={(['in_person', 'sealed_paper'] as const).map(id => ({
          id,
          label: text(`papers.channel.${id}`),
        }))}
      />
      <Checkbox
        value={value.withCode ?? false}
        onChange={withCode => set('withCode', withCode)}
        description={text('papers.withCodeHint')}
      >
        {text('papers.withCode')}
      </Checkbox>
    </>
  )
}

interface SafetyReasonProps {
  readonly form: Form<PaperTyped>
  readonly view: CaseView
  readonly person: Person
}

/** Whoever took everything back but contact is only approached for a new safety reason. */
function SafetyReason({ form, view, person }: SafetyReasonProps) {
  const text = useText()
  const after = contactAfterWithdrawal(view.consents, person.id, answer => !isPast(answer, view.today))
  if (after !== 'safety-only') return null
  return (
    <>
      <Notice tone="care">{text('papers.safetyOnly', { code: person.label })}</Notice>
      <TextArea
        id="safetyReason"
        label={text('papers.safetyReason')}
        hint={text('papers.safetyReasonHint')}
        error={form.error('safetyReason')}
        value={form.value.safetyReason ?? ''}
        onChange={reason => form.set('safetyReason', reason)}
      />
    </>
  )
}
