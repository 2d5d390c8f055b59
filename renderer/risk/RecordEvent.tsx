import type { CaseView } from '../../shared/case/model.ts'
import type { Person } from '../../shared/person/model.ts'
import { RiskEventDraft } from '../../shared/risk/model.ts'
import type { z } from '../../shared/zod.ts'
import { CasePage } from '../CasePage.tsx'
import { useDateReader } from '../dateReader.ts'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { optionsOf } from '../options.ts'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { DateText, RadioGroup, TextArea } from '../ui/index.ts'

interface RecordEventProps {
  readonly view: CaseView
  readonly person: Person
}

/** Records that something happened to a person, or is about to: what was assessed before holds no more. */
export function RecordEvent({ view, person }: RecordEventProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const dates = useDateReader()
  const back = placeOf(view, 'risk', `person-${person.id}`)
  const form = useForm(RiskEventDraft, {
    name: 'riskEvent',
    initial: { personId: person.id, kind: null, happenedOn: null, note: '' },
    draft: `risk:event:${person.id}`,
  })
  const save = async (draft: z.input<typeof RiskEventDraft>) => {
    const saved = await done('risk.recordEvent', draft)
    if (saved) leave(back, text('riskEvent.saved', { code: person.label }))
    return saved
  }
  return (
    <CasePage
      view={view}
      title={text('riskEvent.title', { code: person.label })}
      lead={text('riskEvent.lead')}
      under={{ label: text('risk.ofPerson', { code: person.label }), href: back }}
    >
      <FormBody form={form} save={text('riskEvent.save')} back={back} onSave={save}>
        <RadioGroup
          id="kind"
          label={text('riskEvent.kind')}
          error={form.error('kind')}
          options={optionsOf(text, 'riskEvent')}
          value={form.value.kind}
          onChange={kind => form.set('kind', kind)}
        />
        <DateText
          id="happenedOn"
          label={text('riskEvent.happenedOn')}
          hint={text('riskEvent.happenedOnHint')}
          error={form.error('happenedOn')}
          {...dates.slot(form.value.happenedOn, date => form.set('happenedOn', date))}
        />
        <TextArea
          id="note"
          label={text('riskEvent.note')}
          hint={text('riskEvent.noteHint')}
          optional={text('form.optional')}
          error={form.error('note')}
          value={form.value.note ?? ''}
          onChange={note => form.set('note', note)}
        />
      </FormBody>
    </CasePage>
  )
}
