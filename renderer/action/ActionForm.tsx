import { ActionDraft } from '../../shared/action/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { z } from '../../shared/zod.ts'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useLeave } from '../FormPage.tsx'
import { useForm, type Form, type Typed } from '../form.ts'
import { useCase } from '../openCase.ts'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { Notice } from '../ui/index.ts'
import { TheAddress } from './AddressFields.tsx'
import { TheCare, TheReasons, TheStep } from './PlanFields.tsx'
import { nameOf } from './actionText.tsx'
import { actionPlace, type ActionPageProps } from './place.ts'
import { changeAction } from './useAction.ts'

/** An action as it is typed, before it is checked. */
export type ActionTyped = z.input<typeof ActionDraft>
export type ActionFormState = Form<ActionTyped>

const nothingYet: Typed<ActionTyped> = {
  kind: null,
  detail: '',
  personIds: [],
  to: '',
  purpose: null,
  recipient: null,
  channel: null,
  identityLevel: null,
  facts: [],
  withheld: [],
  conditionsMet: [],
  expected: '',
  riskOfActing: '',
  riskOfNotActing: '',
  safetyReason: '',
  owner: '',
  deadline: null,
  answerBy: null,
}

/** For whom it usually is: the only victim there is. */
const forWhom = ({ persons }: CaseView): ActionTyped['personIds'] => {
  const [only, ...others] = persons.filter(({ parts }) => parts.includes('victim'))
  return only && others.length === 0 ? [only.id] : []
}

/** Plans an action: what, for whom, what is told to whom, why, and who sees to it. */
export function PlanAction({ view }: { readonly view: CaseView }) {
  const text = useText()
  const leave = useLeave()
  const { run } = useCase()
  const form = useForm(ActionDraft, {
    name: 'action',
    initial: { ...nothingYet, personIds: forWhom(view) },
    draft: `action:new:${view.case.id}`,
  })
  const list = placeOf(view, 'actions')
  const save = async (draft: ActionTyped) => {
    const planned = await run('action.plan', { caseId: view.case.id, draft })
    if (planned) leave(placeOf(view, 'actions', planned.actionId), text('action.planned'))
    return planned !== null
  }
  return (
    <CasePage
      view={view}
      title={text('action.plan')}
      lead={text('action.planLead')}
      under={{ label: text('action.title'), href: list }}
    >
      <FormBody form={form} save={text('action.save')} back={list} onSave={save}>
        <Fields view={view} form={form} />
      </FormBody>
    </CasePage>
  )
}

/** Changes what was planned, while nothing of it went out. */
export function ChangeAction({ view, action }: ActionPageProps) {
  const text = useText()
  const leave = useLeave()
  const form = useForm(ActionDraft, {
    name: 'action',
    initial: action.draft,
    draft: `action:change:${action.id}`,
  })
  const back = actionPlace({ view, action })
  const save = async (draft: ActionTyped) => {
    const saved = await changeAction(action, draft)
    if (saved) leave(back, text('action.saved'))
    return saved
  }
  return (
    <CasePage
      view={view}
      title={text('action.changePlan')}
      under={{
        label: text('action.one', { label: action.label, what: nameOf(text, action.draft) }),
        href: back,
      }}
    >
      {action.approval?.current && <Notice tone="care">{text('action.changeEndsApproval')}</Notice>}
      <FormBody form={form} save={text('action.save')} back={back} onSave={save}>
        <Fields view={view} form={form} />
      </FormBody>
    </CasePage>
  )
}

export interface FieldsProps {
  readonly view: CaseView
  readonly form: ActionFormState
}

function Fields({ view, form }: FieldsProps) {
  return (
    <>
      <TheStep view={view} form={form} />
      <TheAddress form={form} />
      <TheReasons form={form} />
      <TheCare form={form} />
    </>
  )
}
