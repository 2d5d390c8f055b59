import type { CaseView } from '../../shared/case/model.ts'
import { EngagementDraft, type Engagement } from '../../shared/engagement/model.ts'
import type { z } from '../../shared/zod.ts'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { noDate } from '../answers.tsx'
import { useForm, type Typed } from '../form.ts'
import { placeOf } from '../part.ts'
import { WordingNote } from '../recorded.tsx'
import { RemoveWithReason } from '../RemoveWithReason.tsx'
import { useText } from '../text.tsx'
import { EngagementFields } from './EngagementFields.tsx'

type Draft = z.input<typeof EngagementDraft>

const nothingYet = (view: CaseView): Typed<Draft> => ({
  personIds: view.persons.length === 1 ? view.persons.map(person => person.id) : [],
  kind: null,
  status: null,
  entity: null,
  when: noDate,
  locus: { none: 'not-asked' },
  publicity: { none: 'not-asked' },
  note: '',
})

interface EngagementFormProps {
  readonly view: CaseView
  readonly engagement: Engagement | null
}

/** One contact with the United Nations: done, tried, planned or only believed. */
export function EngagementForm({ view, engagement }: EngagementFormProps) {
  const text = useText()
  const form = useForm(EngagementDraft, {
    name: 'engagement',
    initial: engagement ? EngagementDraft.strip().parse(engagement) : nothingYet(view),
    draft: engagement ? `engagement:${engagement.id}` : `engagement:new:${view.case.id}`,
  })
  const back = placeOf(view, 'engagements')
  const { save, remove } = useActions({ view, engagement })
  return (
    <CasePage
      view={view}
      title={text(engagement ? 'engagement.one' : 'engagement.new')}
      lead={text('engagement.formLead')}
      under={{ label: text('engagement.title'), href: back }}
    >
      {engagement && <WordingNote view={view} row={engagement.id} />}
      <FormBody form={form} save={text('engagement.save')} back={back} onSave={save}>
        <EngagementFields view={view} form={form} />
      </FormBody>
      {engagement && (
        <RemoveWithReason
          label={text('engagement.remove')}
          consequence={text('engagement.removeConsequence')}
          keepLabel={text('engagement.keep')}
          onRemove={reason => void remove(engagement, reason)}
        />
      )}
    </CasePage>
  )
}

function useActions({ view, engagement }: EngagementFormProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const list = placeOf(view, 'engagements')
  const save = async (value: Draft) => {
    const saved = engagement
      ? await done('engagement.change', { engagementId: engagement.id, engagement: value })
      : await done('engagement.add', { caseId: view.case.id, engagement: value })
    if (saved) leave(list, text('engagement.saved'))
    return saved
  }
  const remove = async ({ id }: Engagement, reason: string) => {
    if (await done('engagement.remove', { engagementId: id, reason })) leave(list, text('engagement.removed'))
  }
  return { save, remove }
}
