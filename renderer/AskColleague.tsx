import { useState } from 'react'
import type { Askable } from '../shared/approval/asking.ts'
import { AnsweringDuty, countsOf, type Asks } from '../shared/approval/model.ts'
import type { Receipt } from '../shared/brief/contract.ts'
import { ColleagueId, Note, type ItemId, type OverrideId } from '../shared/model.ts'
import { z } from '../shared/zod.ts'
import { useAnswer } from './asking.ts'
import { colleagueName } from './colleagueWords.ts'
import { useForm } from './form.ts'
import { FormTop } from './FormPage.tsx'
import { useCase } from './openCase.ts'
import { RefusalNotice } from './RefusalNotice.tsx'
import { RequestSheet } from './RequestSheet.tsx'
import { useText } from './text.tsx'
import {
  Button,
  Code,
  Disclosure,
  EmptyState,
  Form,
  Link,
  Notice,
  Progress,
  RadioGroup,
  Stack,
  TextArea,
} from './ui/index.ts'

interface AskColleagueProps {
  readonly itemId: ItemId
  readonly asks: Asks
  /** The override that waits, when that is asked. */
  readonly overrideId?: OverrideId
  /** Loads again what the page shows. */
  readonly again?: () => void
}

/** The way to somebody elsewhere: a verified colleague is asked by file, and answers with their own key. */
export function AskColleague(props: AskColleagueProps) {
  const text = useText()
  const { itemId, asks, overrideId = null } = props
  const { value: colleagues, refusal } = useAnswer('approval.colleagues', { itemId, asks, overrideId })
  if (refusal) return <RefusalNotice refusal={refusal} />
  if (colleagues === null) return <Progress label={text('colleague.loading')} />
  if (colleagues.length === 0)
    return (
      <EmptyState
        title={text('colleague.none')}
        actions={<Link href="/colleagues/new">{text('colleague.add')}</Link>}
      >
        {text('colleague.none.how')}
      </EmptyState>
    )
  return <AskForm {...props} colleagues={colleagues} />
}

const Asked = z.strictObject({ colleagueId: ColleagueId, duty: AnsweringDuty, question: Note })

interface AskFormProps extends AskColleagueProps {
  readonly colleagues: readonly Askable[]
}

function AskForm({ itemId, asks, overrideId, again, colleagues }: AskFormProps) {
  const text = useText()
  const { written, busy, write } = useWriting(again)
  const form = useForm(Asked, {
    name: 'askByFile',
    initial: { colleagueId: null, duty: null, question: '' },
    draft: `askByFile:${asks}:${overrideId ?? itemId}`,
  })
  const about = { itemId, asks, overrideId: overrideId ?? null }
  const { colleagueId, duty, question } = form.value
  const choose = (id: string) => {
    const chosen = colleagues.find(one => one.id === id)
    form.set('colleagueId', chosen?.id ?? null)
    if (chosen?.duty) form.set('duty', chosen.duty)
  }
  if (typeof written === 'object' && written !== null) return <Written receipt={written} />
  return (
    <Stack gap={16}>
      <FormTop form={form} />
      {written === 'closed' && (
        <Notice tone="note" live>
          {text('approval.ask.closed')}
        </Notice>
      )}
      <Form
        onSubmit={() => void form.submit(asked => write({ ...about, ...asked }))}
        actions={
          <Button kind="primary" type="submit" busy={busy ? text('approval.ask.busy') : null}>
            {text('approval.ask.do')}
          </Button>
        }
      >
        <RadioGroup
          id="colleagueId"
          label={text('approval.ask.whom')}
          hint={text('approval.ask.whomHint')}
          error={form.error('colleagueId')}
          value={colleagueId}
          onChange={choose}
          options={colleagues.map(one => ({
            id: one.id,
            label: colleagueName(text, one),
            description: one.no
              ? text.refusal({ code: one.no })
              : text.code('recipientClass', one.recipientClass),
            disabled: one.no !== null,
          }))}
        />
        <RadioGroup
          id="duty"
          label={text('approval.ask.duty')}
          hint={text('approval.ask.dutyHint')}
          error={form.error('duty')}
          value={duty}
          onChange={now => form.set('duty', now)}
          options={AnsweringDuty.options.map(id => ({ id, label: text(`duty.${id}`) }))}
        />
        <TextArea
          id="question"
          label={text('approval.ask.question')}
          hint={text('approval.ask.questionHint')}
          optional={text('form.optional')}
          error={form.error('question')}
          maxLength={4_000}
          value={question ?? ''}
          onChange={words => form.set('question', words)}
        />
        {colleagueId && duty && (
          <Shown key={`${colleagueId} ${duty}`} about={{ ...about, colleagueId, duty }} />
        )}
      </Form>
    </Stack>
  )
}

/** What the colleague would be shown, before anything is written. */
function Shown({ about }: { readonly about: Parameters<typeof useAnswer<'approval.preview'>>[1] }) {
  const text = useText()
  const { value: preview } = useAnswer('approval.preview', about)
  if (preview === null) return <Progress label={text('approval.ask.looking')} />
  if (preview.no) return <RefusalNotice refusal={{ code: preview.no }} live />
  if (preview.document === null) return null
  const { leave, unseen } = countsOf(preview.document)
  return (
    <>
      <Notice tone={unseen > 0 ? 'care' : 'note'} title={text('approval.willShow', { leave, unseen })} live>
        {text('approval.ask.leaves')}
      </Notice>
      <Disclosure label={text('approval.ask.preview')}>
        <RequestSheet of={preview.document} />
      </Disclosure>
    </>
  )
}

type Written = typeof Receipt._zod.output | 'closed' | null

/** Writes the file, and shows the case as it is then. */
function useWriting(again: (() => void) | undefined) {
  const [written, setWritten] = useState<Written>(null)
  const [busy, setBusy] = useState(false)
  const { run } = useCase()
  const write = async (input: Parameters<typeof run<'approval.ask'>>[1]): Promise<boolean> => {
    setBusy(true)
    const receipt = await run('approval.ask', input)
    const wasRefused = useCase.getState().refusal !== null
    setBusy(false)
    setWritten(receipt ?? (wasRefused ? null : 'closed'))
    if (receipt) again?.()
    return receipt !== null
  }
  return { written, busy, write }
}

function Written({ receipt }: { readonly receipt: typeof Receipt._zod.output }) {
  const text = useText()
  return (
    <Notice tone="safe" title={text('brief.receipt.title')} live>
      <p>
        <Code>{receipt.name}</Code>
      </p>
      <p>{text('approval.ask.next')}</p>
    </Notice>
  )
}
