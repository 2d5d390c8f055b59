import { briefDefaults } from '../../shared/brief/defaults.ts'
import { BriefDraft } from '../../shared/brief/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { z } from '../../shared/zod.ts'
import { CasePage } from '../CasePage.tsx'
import { today } from '../dateReader.ts'
import { FormBody, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { useCase } from '../openCase.ts'
import { placeOf } from '../part.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Stack } from '../ui/index.ts'
import { HowItTravels, TheRequest } from './ReaderFields.tsx'
import { briefPlace, type StepPageProps } from './step.ts'
import { changeBrief } from './useBrief.ts'

const Reader = BriefDraft.pick({
  forRole: true,
  asked: true,
  answerBy: true,
  bottomLine: true,
  purpose: true,
  recipient: true,
  channel: true,
  language: true,
  marking: true,
  caveats: true,
  validUntil: true,
})
export type Reader = z.input<typeof Reader>

const readerOf = (draft: BriefDraft): Reader => ({
  forRole: draft.forRole,
  asked: draft.asked,
  answerBy: draft.answerBy,
  bottomLine: draft.bottomLine,
  purpose: draft.purpose,
  recipient: draft.recipient,
  channel: draft.channel,
  language: draft.language,
  marking: draft.marking,
  caveats: draft.caveats,
  validUntil: draft.validUntil,
})

/** Begins a brief: for whom, what is asked, and the bottom line. Everything else has a sensible beginning. */
export function NewBrief({ view }: { readonly view: CaseView }) {
  const text = useText()
  const leave = useLeave()
  const { run } = useCase()
  const language = useSession(state => state.preferences.language)
  const begin = briefDefaults(view, { today: today(), language })
  const draft = `brief:new:${view.case.id}`
  const form = useForm(Reader, { name: 'brief.reader', initial: readerOf(begin), draft })
  const list = { label: text('brief.title'), href: placeOf(view, 'brief') }
  const save = async (value: Reader) => {
    const started = await run('brief.start', { caseId: view.case.id, draft: { ...begin, ...value } })
    if (started) leave(placeOf(view, 'brief', started.briefId), text('brief.started'))
    return started !== null
  }
  return (
    <CasePage view={view} title={text('brief.prepare')} lead={text('brief.newLead')} under={list}>
      <FormBody form={form} save={text('brief.start')} back={list.href} onSave={save}>
        <Stack gap={32}>
          <TheRequest form={form} />
          <HowItTravels form={form} />
        </Stack>
      </FormBody>
    </CasePage>
  )
}

/** Changes for whom a brief is and what it asks. */
export function ReaderPage({ view, brief }: StepPageProps) {
  const text = useText()
  const leave = useLeave()
  const draft = `brief:reader:${brief.id}`
  const form = useForm(Reader, { name: 'brief.reader', initial: readerOf(brief.draft), draft })
  const back = briefPlace({ view, brief })
  const save = async (value: Reader) => {
    const saved = await changeBrief(brief, value)
    if (saved) leave(back, text('brief.saved'))
    return saved
  }
  return (
    <CasePage
      view={view}
      title={text('brief.step.reader')}
      under={{ label: text('brief.one', { copy: brief.document.copy }), href: back }}
    >
      <FormBody form={form} save={text('brief.save')} back={back} onSave={save}>
        <Stack gap={32}>
          <TheRequest form={form} />
          <HowItTravels form={form} />
        </Stack>
      </FormBody>
    </CasePage>
  )
}
