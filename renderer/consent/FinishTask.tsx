import { Note } from '../../shared/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { FollowUpTask } from '../../shared/consent/followUp.ts'
import { z } from '../../shared/zod.ts'
import { AskToStop } from '../AskToStop.tsx'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { DescriptionList, Notice, TextArea } from '../ui/index.ts'
import { readerOf, ToldAs } from './FollowUps.tsx'

const Finished = z.strictObject({ note: Note.min(1) })

interface FinishTaskProps {
  readonly view: CaseView
  readonly task: FollowUpTask
}

/** One reader to be asked to stop using what was handed over: what was taken back, and what the reader answered. */
export function FinishTask({ view, task }: FinishTaskProps) {
  const text = useText()
  const told = view.disclosures.find(({ id }) => id === task.disclosureId)
  const taken = view.consents.find(({ id }) => id === task.consentId)
  const person = view.persons.find(({ id }) => id === taken?.personId)
  const back = {
    label: text('consent.ofPerson', { code: person?.label ?? '' }),
    href: placeOf(view, 'consent', person ? `person-${person.id}` : ''),
  }
  return (
    <CasePage view={view} title={text('consent.task.title')} lead={readerOf(text, view, task)} under={back}>
      <DescriptionList
        rows={[
          ...(told
            ? [
                {
                  id: 'told',
                  label: text('consent.task.told'),
                  value: <ToldAs view={view} told={told} />,
                },
              ]
            : []),
          {
            id: 'taken',
            label: text('consent.task.takenBack'),
            value: taken ? text.code('purpose', taken.purpose) : '',
            by:
              taken && text('consent.task.by', { code: person?.label ?? '', day: text.day(taken.decidedOn) }),
          },
          { id: 'due', label: text('consent.task.due'), value: text.day(task.due) },
          { id: 'owner', label: text('consent.task.owner'), value: <bdi>{task.owner}</bdi> },
        ]}
      />
      {task.done ? (
        <Notice
          tone="safe"
          title={text('consent.task.doneBy', { day: text.day(task.done.on), who: task.done.by })}
        >
          <p dir="auto">{task.done.note}</p>
        </Notice>
      ) : (
        <>
          {told && <AskToStop view={view} told={told} />}
          <Finish task={task} back={back.href} />
        </>
      )}
    </CasePage>
  )
}

function Finish({ task, back }: { readonly task: FollowUpTask; readonly back: string }) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const form = useForm(Finished, {
    name: 'consent.task',
    initial: { note: '' },
    draft: `consent:task:${task.id}`,
  })
  const save = async ({ note }: { readonly note: string }) => {
    const saved = await done('consent.finishTask', { taskId: task.id, note })
    if (saved) leave(back, text('consent.task.saved'))
    return saved
  }
  return (
    <>
      <Notice tone="note" title={text('consent.task.say')}>
        {text('consent.task.sayHow')}
      </Notice>
      <FormBody form={form} save={text('consent.task.save')} back={back} onSave={save}>
        <TextArea
          id="note"
          label={text('consent.task.note')}
          hint={text('consent.task.noteHint')}
          error={form.error('note')}
          value={form.value.note ?? ''}
          onChange={note => form.set('note', note)}
        />
      </FormBody>
    </>
  )
}
