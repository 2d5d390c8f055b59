import type { ActionLine } from '../../shared/action/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { Person } from '../../shared/person/model.ts'
import { RiskDraft } from '../../shared/risk/model.ts'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Form, type Typed } from '../form.ts'
import { Guidance } from '../Guidance.tsx'
import { placeOf } from '../part.ts'
import { actionName } from '../recorded.tsx'
import { useText } from '../text.tsx'
import type { z } from '../../shared/zod.ts'
import { FactorFields } from './FactorFields.tsx'
import { OwnViewFields } from './OwnViewFields.tsx'
import { ReasonFields } from './ReasonFields.tsx'
import { ScaleFields } from './ScaleFields.tsx'

/** An assessment as it is typed, before it is checked. */
export type RiskTyped = z.input<typeof RiskDraft>

/** What every group of questions of the form is given. */
export interface RiskFields {
  readonly form: Form<RiskTyped>
}

const nothingYet: Omit<Typed<RiskTyped>, 'personId' | 'about' | 'actionId'> = {
  likelihood: null,
  impact: null,
  residualLikelihood: null,
  residualImpact: null,
  threats: [],
  vulnerabilities: [],
  capacities: [],
  uncertainties: [],
  confidence: null,
  why: '',
  ownView: null,
}

interface AssessRiskProps {
  readonly view: CaseView
  readonly person: Person
  /** The action whose doing or leaving is assessed; `null` when something else is. */
  readonly of: { readonly action: ActionLine; readonly about: 'acting' | 'not_acting' } | null
}

/** Assesses the danger for one person: how they see it first, then the factors, then our view, with its reasons. */
export function AssessRisk({ view, person, of }: AssessRiskProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const under = of
    ? {
        label: text('acting.back', { action: of.action.label }),
        href: placeOf(view, 'actions', of.action.id),
      }
    : {
        label: text('risk.ofPerson', { code: person.label }),
        href: placeOf(view, 'risk', `person-${person.id}`),
      }
  const back = under.href
  const form = useForm(RiskDraft, {
    name: 'risk',
    initial: {
      personId: person.id,
      about: of?.about ?? 'situation',
      actionId: of?.action.id ?? null,
      ...nothingYet,
    },
    draft: ['risk:new', person.id, ...(of ? [of.action.id, of.about] : [])].join(':'),
  })
  const save = async (draft: RiskTyped) => {
    const saved = await done('risk.assess', draft)
    if (saved) leave(back, text('risk.saved', { code: person.label }))
    return saved
  }
  return (
    <CasePage
      view={view}
      title={
        of
          ? text(`acting.title.${of.about}`, { action: of.action.label, code: person.label })
          : text('risk.assessOf', { code: person.label })
      }
      lead={of && text(`acting.lead.${of.about}`, { action: actionName(text, of.action) })}
      under={under}
    >
      <Guidance note="risk" />
      <FormBody form={form} save={text('risk.save')} back={back} onSave={save}>
        <OwnViewFields form={form} spoken={view.case.language} />
        <FactorFields form={form} view={of ? null : view} />
        <ScaleFields form={form} />
        <ReasonFields form={form} />
      </FormBody>
    </CasePage>
  )
}
