import { useState } from 'react'
import type { CaseView } from '../../shared/case/model.ts'
import { openTasks } from '../../shared/consent/followUp.ts'
import { Note } from '../../shared/model.ts'
import { RecallDraft } from '../../shared/notice/model.ts'
import { z } from '../../shared/zod.ts'
import { asBytes } from '../api.ts'
import { CasePage, GonePage } from '../CasePage.tsx'
import { today } from '../dateReader.ts'
import { FormBody, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { OfferedPassphrase, useOfferedPassphrase } from '../OfferedPassphrase.tsx'
import { useCase } from '../openCase.ts'
import { placeOf } from '../part.ts'
import { RecallWords } from '../RecallWords.tsx'
import { useText, type Text } from '../text.tsx'
import { Checkbox, Disclosure, Notice, Stack } from '../ui/index.ts'
import { RecallFields } from './RecallFields.tsx'

const Asked = RecallDraft.extend({ note: Note, noted: z.literal(true) })
type Asked = z.input<typeof Asked>

interface PageProps {
  readonly view: CaseView
  readonly item: string
}

/** Asks the reader of a brief by a file not to use that copy any more; what they were asked before stands above. */
export function BriefRecallPage({ view, item }: PageProps) {
  const text = useText()
  const brief = view.briefs.find(({ id }) => id === item)
  if (brief?.sentAt == null) return <GonePage view={view} code="notice/brief-not-sent" />
  const before = view.briefRecalls.filter(({ briefId }) => briefId === brief.id)
  return (
    <CasePage
      view={view}
      title={text('notice.brief.title')}
      lead={text('notice.brief.lead', { role: `\u2068${brief.forRole}\u2069` })}
      under={{ label: text('brief.one', { copy: brief.copy }), href: placeOf(view, 'brief', item) }}
    >
      <Stack gap={24}>
        {before.length > 0 && (
          <Disclosure label={text('notice.brief.before', { count: before.length })}>
            <Stack gap={24}>
              {before.map(recall => (
                <RecallWords
                  key={recall.at}
                  recall={recall}
                  by={text('notice.brief.asked', { by: recall.by, at: text.moment(recall.at) })}
                />
              ))}
            </Stack>
          </Disclosure>
        )}
        <Ask view={view} item={item} tasks={tasksOf(view, item)} />
      </Stack>
    </CasePage>
  )
}

/** Open tasks to ask this reader. */
function tasksOf(view: CaseView, item: string): number {
  const told = view.disclosures.filter(({ kind, itemId }) => kind === 'brief' && itemId === item)
  return openTasks(view.followUps).filter(task => told.some(({ id }) => id === task.disclosureId)).length
}

function Ask({ view, item, tasks }: PageProps & { readonly tasks: number }) {
  const text = useText()
  const leave = useLeave()
  const { run } = useCase()
  const passphrase = useOfferedPassphrase()
  const [closed, setClosed] = useState(false)
  const form = useForm(Asked, { name: 'notice.recall', initial: beginning(text, tasks), draft: null })
  const other = () => {
    form.set('noted', null)
    passphrase.draw()
  }
  const save = async ({ noted: _noted, note, ...draft }: Asked) => {
    setClosed(false)
    const sealFor = { passphrase: asBytes(passphrase.words) }
    const receipt = await run('notice.recallBrief', { briefId: item, sealFor, draft, note })
    if (receipt) leave(placeOf(view, 'brief', item), text('notice.brief.written', { name: receipt.name }))
    setClosed(receipt === null && useCase.getState().refusal === null)
    return receipt !== null
  }
  return (
    <FormBody form={form} save={text('notice.recall.save')} back={placeOf(view, 'brief', item)} onSave={save}>
      {closed && (
        <Notice tone="note" live>
          {text('notice.closed')}
        </Notice>
      )}
      <RecallFields value={form.value} set={form.set} error={form.error} tasks={tasks} />
      <OfferedPassphrase words={passphrase.words} onOther={other} />
      <Checkbox
        id="noted"
        value={form.value.noted === true}
        invalid={form.error('noted') !== undefined}
        onChange={noted => form.set('noted', noted ? true : null)}
      >
        {text('brief.send.noted')}
      </Checkbox>
    </FormBody>
  )
}

const beginning = (text: Text, tasks: number) => ({
  reason: null,
  wish: null,
  tellBy: null,
  words: '',
  note: tasks > 0 ? text('notice.recall.note.begin', { day: text.day(today()) }) : '',
  noted: null,
})
