import { PerpetratorDraft, type Perpetrator } from '../../shared/act/model.ts'
import { useLocation } from 'wouter'
import type { CaseView } from '../../shared/case/model.ts'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Typed } from '../form.ts'
import { placeOf } from '../part.ts'
import { WordingNote } from '../recorded.tsx'
import { useText } from '../text.tsx'
import { PerpetratorFields } from './PerpetratorFields.tsx'

const nothingYet: Typed<PerpetratorDraft> = {
  class: null,
  kind: { none: 'not-asked' },
  involvement: { none: 'not-asked' },
  description: '',
}

interface PerpetratorFormProps {
  readonly view: CaseView
  readonly perpetrator: Perpetrator | null
}

/**
 * Somebody who is alleged to be behind an act: by kind, never by name.
 *
 * A last step in the address names the act whose form asked for it; that is where it leads back to.
 */
export function PerpetratorForm({ view, perpetrator }: PerpetratorFormProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const form = useForm(PerpetratorDraft, {
    name: 'perpetrator',
    initial: perpetrator ? PerpetratorDraft.strip().parse(perpetrator) : nothingYet,
    draft: perpetrator ? `perpetrator:${perpetrator.id}` : `perpetrator:new:${view.case.id}`,
  })
  const from = useLocation()[0].split('/')[5] ?? ''
  const back = placeOf(view, 'acts', from)
  const save = async (value: PerpetratorDraft) => {
    const saved = perpetrator
      ? await done('act.changePerpetrator', { perpetratorId: perpetrator.id, perpetrator: value })
      : await done('act.addPerpetrator', { caseId: view.case.id, perpetrator: value })
    if (saved) leave(back, text('perpetrator.saved'))
    return saved
  }
  return (
    <CasePage
      view={view}
      title={perpetrator ? text('perpetrator.one', { code: perpetrator.label }) : text('perpetrator.new')}
      lead={text('perpetrator.formLead')}
      under={{ label: text(from === '' ? 'act.title' : 'act.backToAct'), href: back }}
    >
      {perpetrator && <WordingNote view={view} row={perpetrator.id} />}
      <FormBody form={form} save={text('perpetrator.save')} back={back} onSave={save}>
        <PerpetratorFields form={form} />
      </FormBody>
    </CasePage>
  )
}
