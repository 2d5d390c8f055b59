import { ActDraft, type Act } from '../../shared/act/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { z } from '../../shared/zod.ts'
import { noDate } from '../answers.tsx'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Typed } from '../form.ts'
import { placeOf } from '../part.ts'
import { WordingNote } from '../recorded.tsx'
import { RemoveWithReason } from '../RemoveWithReason.tsx'
import { useText } from '../text.tsx'
import { ActFields } from './ActFields.tsx'

type Draft = z.input<typeof ActDraft>

const nothingYet = (view: CaseView): Typed<Draft> => ({
  personIds: view.persons.length === 1 ? view.persons.map(person => person.id) : [],
  form: null,
  status: null,
  when: noDate,
  domain: { none: 'not-asked' },
  region: { none: 'not-asked' },
  legalTools: [],
  perpetratorIds: [],
  account: '',
})

interface ActFormProps {
  readonly view: CaseView
  readonly act: Act | null
}

/** One alleged act or omission. */
export function ActForm({ view, act }: ActFormProps) {
  const text = useText()
  const form = useForm(ActDraft, {
    name: 'act',
    initial: act ? ActDraft.strip().parse(act) : nothingYet(view),
    draft: act ? `act:${act.id}` : `act:new:${view.case.id}`,
  })
  const back = placeOf(view, 'acts')
  const { save, remove } = useActions({ view, act })
  return (
    <CasePage
      view={view}
      title={text(act ? 'act.one' : 'act.new')}
      lead={text('act.formLead')}
      under={{ label: text('act.title'), href: back }}
    >
      {act && <WordingNote view={view} row={act.id} />}
      <FormBody form={form} save={text('act.save')} back={back} onSave={save}>
        <ActFields view={view} form={form} item={act?.id ?? 'new'} />
      </FormBody>
      {act && (
        <RemoveWithReason
          label={text('act.remove')}
          consequence={text('act.removeConsequence')}
          keepLabel={text('act.keep')}
          onRemove={reason => void remove(act, reason)}
        />
      )}
    </CasePage>
  )
}

function useActions({ view, act }: ActFormProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const list = placeOf(view, 'acts')
  const save = async (value: Draft) => {
    const saved = act
      ? await done('act.change', { actId: act.id, act: value })
      : await done('act.add', { caseId: view.case.id, act: value })
    if (saved) leave(list, text('act.saved'))
    return saved
  }
  const remove = async ({ id }: Act, reason: string) => {
    if (await done('act.remove', { actId: id, reason })) leave(list, text('act.removed'))
  }
  return { save, remove }
}
