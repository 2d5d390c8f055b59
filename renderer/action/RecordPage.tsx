import type { ReactNode } from 'react'
import { mayRecord } from '../../shared/action/rules.ts'
import { CasePage } from '../CasePage.tsx'
import { useLeave } from '../FormPage.tsx'
import { useCase } from '../openCase.ts'
import { useText } from '../text.tsx'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { nameOf } from './actionText.tsx'
import { EffectForm } from './EffectForm.tsx'
import type { EventFormProps } from './EventFields.tsx'
import { actionPlace, type ActionPageProps } from './place.ts'
import type { Recorded } from './recorded.ts'
import {
  AdequacyForm,
  DevelopmentForm,
  EndedForm,
  OutcomeForm,
  ReminderForm,
  ReplyForm,
  SentForm,
} from './recordForms.tsx'
import { thenLoad } from './useAction.ts'

const forms: Readonly<Record<Recorded, (props: EventFormProps) => ReactNode>> = {
  sent: SentForm,
  reply: ReplyForm,
  reminder: ReminderForm,
  adequacy: AdequacyForm,
  effect: EffectForm,
  outcome: OutcomeForm,
  development: DevelopmentForm,
  ended: EndedForm,
}

/** Records one thing that happened to an action. */
export function RecordPage({ what, ...page }: ActionPageProps & { readonly what: Recorded }) {
  const text = useText()
  const leave = useLeave()
  const { view, action } = page
  const back = actionPlace(page)
  const save: EventFormProps['onSave'] = async event => {
    const asked = useCase.getState().run('action.record', { actionId: action.id, event })
    const isDone = await thenLoad(action.id, asked)
    if (isDone) leave(back, text('action.recorded'))
    return isDone
  }
  const no = mayRecord(action.line, { what })
  const Form = forms[what]
  return (
    <CasePage
      view={view}
      title={text(`action.add.${what}`)}
      lead={text(`action.add.${what}.lead`)}
      under={{
        label: text('action.one', { label: action.label, what: nameOf(text, action.draft) }),
        href: back,
      }}
    >
      {no ? <RefusalNotice refusal={{ code: no }} /> : <Form {...page} onSave={save} />}
    </CasePage>
  )
}
