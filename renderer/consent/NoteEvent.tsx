import type { CaseView } from '../../shared/case/model.ts'
import { ReviewTrigger } from '../../shared/consent/model.ts'
import { ConsentEventDraft } from '../../shared/consent/review.ts'
import type { Person } from '../../shared/person/model.ts'
import type { z } from '../../shared/zod.ts'
import { CasePage } from '../CasePage.tsx'
import { useDaySlot } from '../dateReader.ts'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { DateText, RadioGroup, TextArea } from '../ui/index.ts'

interface NoteEventProps {
  readonly view: CaseView
  readonly person: Person
}

/** Notes that something happened after which answers are to be asked again. */
export function NoteEvent({ view, person }: NoteEventProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const back = placeOf(view, 'consent', `person-${person.id}`)
  const form = useForm(ConsentEventDraft, {
    name: 'consent.event',
    initial: { personId: person.id, kind: null, on: view.today, note: '' },
    draft: `consent:event:${person.id}`,
  })
  const { value, set, error } = form
  const day = useDaySlot(value.on, on => set('on', on))
  const save = async (event: z.input<typeof ConsentEventDraft>) => {
    const saved = await done('consent.noteEvent', event)
    if (saved) leave(back, text('consent.event.saved'))
    return saved
  }
  return (
    <CasePage
      view={view}
      title={text('consent.event.title', { code: person.label })}
      lead={text('consent.event.lead')}
      under={{ label: text('consent.ofPerson', { code: person.label }), href: back }}
    >
      <FormBody form={form} save={text('consent.event.save')} back={back} onSave={save}>
        <RadioGroup
          id="kind"
          label={text('consent.event.kind')}
          error={error('kind')}
          options={ReviewTrigger.options.map(id => ({ id, label: text(`consent.trigger.${id}`) }))}
          value={value.kind}
          onChange={kind => set('kind', kind)}
        />
        <DateText
          id="on"
          label={text('consent.event.on')}
          hint={text('consent.event.onHint')}
          error={error('on')}
          {...day}
        />
        <TextArea
          id="note"
          label={text('consent.event.note')}
          hint={text('consent.event.noteHint')}
          optional={text('form.optional')}
          error={error('note')}
          value={value.note ?? ''}
          onChange={note => set('note', note)}
        />
      </FormBody>
    </CasePage>
  )
}
