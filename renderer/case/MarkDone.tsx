import { MarkDraft } from '../../shared/case/clockModel.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { z } from '../../shared/zod.ts'
import { CasePage } from '../CasePage.tsx'
import { useDaySlot } from '../dateReader.ts'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { DateText, TextArea } from '../ui/index.ts'
import type { Noted } from './done.ts'

type MarkTyped = z.input<typeof MarkDraft>

/** Notes what only a person can say was done: when, and what came of it. */
export function MarkDone({ view, what, about }: Noted & { readonly view: CaseView }) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const back = placeOf(view, 'dues')
  const form = useForm(MarkDraft, {
    name: 'mark',
    initial: { caseId: view.case.id, what, about, doneOn: view.today, note: '' },
    draft: `case:done:${view.case.id}:${what}:${about ?? ''}`,
  })
  const day = useDaySlot(form.value.doneOn, doneOn => form.set('doneOn', doneOn))
  const save = async (mark: MarkTyped) => {
    const saved = await done('case.markDone', mark)
    if (saved) leave(back, text('dues.saved'))
    return saved
  }
  return (
    <CasePage
      view={view}
      title={text(`dues.note.${what}`)}
      lead={text(`dues.lead.${what}`)}
      under={{ label: text('dues.title'), href: back }}
    >
      <FormBody form={form} save={text('app.save')} back={back} onSave={save}>
        <DateText id="doneOn" label={text('mark.doneOn')} error={form.error('doneOn')} {...day} />
        <TextArea
          id="note"
          label={text(`mark.note.${what}`)}
          hint={text('mark.noteHint')}
          error={form.error('note')}
          value={form.value.note ?? ''}
          onChange={note => form.set('note', note)}
        />
      </FormBody>
    </CasePage>
  )
}
