import { useEffect, useState } from 'react'
import { DeclineDraft, DeclineReason } from '../../shared/notice/model.ts'
import { FormBody } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { useCase } from '../openCase.ts'
import { ReceiptOffer } from '../ReceiptOffer.tsx'
import { useText } from '../text.tsx'
import { Page, RadioGroup, TextArea } from '../ui/index.ts'
import { ArrivedPage } from './Arrived.tsx'

/** The package on the desk is not taken in: why, and telling its sender. */
export function DeclinePage() {
  const text = useText()
  const [declined, setDeclined] = useState<string | null>(null)
  if (declined !== null)
    return (
      <Page
        title={text('notice.decline.done')}
        lead={text('notice.decline.done.lead')}
        back={{ label: text('notice.log'), href: '/handover/exchanged' }}
      >
        <ReceiptOffer packageId={declined} />
      </Page>
    )
  return (
    <ArrivedPage
      title={text('notice.decline.title')}
      lead={text('notice.decline.lead')}
      fits={kind => kind !== 'receipt' && kind !== 'recall'}
    >
      {({ kind }) => <Decline back={`/take-in/${kind}`} onDeclined={setDeclined} />}
    </ArrivedPage>
  )
}

interface DeclineProps {
  readonly back: string
  readonly onDeclined: (packageId: string) => void
}

function Decline({ back, onDeclined }: DeclineProps) {
  const text = useText()
  const { run, forgive } = useCase()
  useEffect(forgive, [forgive])
  const form = useForm(DeclineDraft, {
    name: 'notice.decline',
    initial: { reason: null, words: '' },
    draft: null,
  })
  const save = async (draft: DeclineDraft) => {
    const declined = await run('notice.decline', draft)
    if (declined) onDeclined(declined.packageId)
    return declined !== null
  }
  return (
    <FormBody form={form} save={text('notice.decline.save')} back={back} onSave={save}>
      <RadioGroup
        id="reason"
        label={text('notice.decline.reason')}
        error={form.error('reason')}
        value={form.value.reason}
        onChange={reason => form.set('reason', reason)}
        options={DeclineReason.options.map(id => ({ id, label: text(`notice.decline.reason.${id}`) }))}
      />
      <TextArea
        id="words"
        label={text('notice.decline.words')}
        hint={text('notice.decline.words.hint')}
        error={form.error('words')}
        optional={text('form.optional')}
        maxLength={600}
        value={form.value.words ?? ''}
        onChange={words => form.set('words', words)}
      />
    </FormBody>
  )
}
