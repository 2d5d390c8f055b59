import { BriefDraft } from '../../shared/brief/model.ts'
import type { z } from '../../shared/zod.ts'
import { Alikes, AnsweredAlikes } from '../Alikes.tsx'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useLeave } from '../FormPage.tsx'
import { useForm, type Form } from '../form.ts'
import { useText } from '../text.tsx'
import { Section, Stack, TextArea } from '../ui/index.ts'
import { Leaks } from './Leaks.tsx'
import { OptionsField, TalkingPoints } from './OptionFields.tsx'
import { soundsLike } from './soundsLike.ts'
import { briefPlace, type StepPageProps } from './step.ts'
import { changeBrief, useBrief } from './useBrief.ts'

const Words = BriefDraft.pick({
  riskOfActing: true,
  riskOfNotActing: true,
  options: true,
  talkingPoints: true,
  unknowns: true,
  stateView: true,
  actionsSoFar: true,
  followUp: true,
}).refine(words => words.options.filter(option => option.recommended).length <= 1, { path: ['options'] })
export type Words = z.input<typeof Words>

const wordsOf = (draft: BriefDraft): Words => ({
  riskOfActing: draft.riskOfActing,
  riskOfNotActing: draft.riskOfNotActing,
  options: draft.options,
  talkingPoints: draft.talkingPoints,
  unknowns: draft.unknowns,
  stateView: draft.stateView,
  actionsSoFar: draft.actionsSoFar,
  followUp: draft.followUp,
})

/** What the author says: options, risks of both ways, what is not known. Whatever gives something away is named. */
export function WordsPage({ view, brief }: StepPageProps) {
  const text = useText()
  const leave = useLeave()
  const draft = `brief:words:${brief.id}`
  const form = useForm(Words, { name: 'brief.words', initial: wordsOf(brief.draft), draft })
  const back = briefPlace({ view, brief })
  const sounding = soundsLike(text, { view, brief })
  const save = async (value: Words) => {
    const saved = await changeBrief(brief, value)
    const after = useBrief.getState().brief
    const problem = after && problemIn(after)
    if (saved && !problem) leave(back, text('brief.saved'))
    if (saved && problem) document.getElementById(problem)?.focus()
    return saved
  }
  return (
    <CasePage
      view={view}
      title={text('brief.step.words')}
      lead={text('brief.words.lead')}
      under={{ label: text('brief.one', { copy: brief.document.copy }), href: back }}
    >
      <Leaks view={view} brief={brief} />
      <Alikes of={sounding} />
      <AnsweredAlikes of={sounding} />
      <FormBody form={form} save={text('brief.words.save')} back={back} onSave={save}>
        <Stack gap={32}>
          <Section title={text('brief.words.choice')} lead={text('brief.words.choiceLead')}>
            <OneText form={form} field="riskOfActing" />
            <OneText form={form} field="riskOfNotActing" />
            <OptionsField form={form} />
          </Section>
          <Section title={text('brief.words.known')}>
            <OneText form={form} field="unknowns" />
            <OneText form={form} field="stateView" />
            <OneText form={form} field="actionsSoFar" />
          </Section>
          <Section title={text('brief.words.then')}>
            <TalkingPoints form={form} />
            <OneText form={form} field="followUp" />
          </Section>
        </Stack>
      </FormBody>
    </CasePage>
  )
}

/** The part of the page that says what the words give away, when they do. */
function problemIn({ leaks, alike }: StepPageProps['brief']): 'leaks' | 'alike' | null {
  if (leaks.length > 0) return 'leaks'
  return alike.some(({ reason }) => reason === null) ? 'alike' : null
}

type Single = Exclude<keyof Words, 'options' | 'talkingPoints'>

function OneText({ form, field }: { readonly form: Form<Words>; readonly field: Single }) {
  const text = useText()
  return (
    <TextArea
      id={field}
      label={text(`brief.words.${field}`)}
      hint={text(`brief.words.${field}.hint`)}
      optional={text('form.optional')}
      error={form.error(field)}
      maxLength={field === 'followUp' ? 300 : 600}
      value={form.value[field] ?? ''}
      onChange={words => form.set(field, words)}
    />
  )
}
