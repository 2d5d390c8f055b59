import { useState, type ReactNode } from 'react'
import type { ReplyDraft } from '../../shared/brief/model.ts'
import type { Output } from '../../shared/contract.ts'
import type { Reading } from '../../shared/exchange/contract.ts'
import { call } from '../api.ts'
import { useForm } from '../form.ts'
import { ReplyDraft as ReplySchema } from '../../shared/brief/model.ts'
import { Paper } from '../Paper.tsx'
import { useText } from '../text.tsx'
import { Button, Notice, Page, Section, Stack } from '../ui/index.ts'
import { DecisionForm } from './DecisionForm.tsx'
import styles from './exchange.module.css'
import { ReplyReview } from './ReplyReview.tsx'
import { ReplyWritten } from './ReplyWritten.tsx'
import { WordsToCompare } from './WordsToCompare.tsx'

interface Props {
  readonly reading: Reading
  readonly onClosed: () => void
}

type Receipt = NonNullable<Output<'exchange.reply'>>

/** A brief that is open: read it, decide, check the reply, write it. */
export function BriefRead({ reading, onClosed }: Props) {
  const { forRole } = reading.document
  const [review, setReview] = useState<ReplyDraft | null>(null)
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const form = useForm(ReplySchema, {
    name: 'reply',
    initial: { decision: null, words: '', decidedBy: forRole },
    draft: null,
  })
  const close = () => void call('exchange.closeBrief', {}).then(onClosed)

  if (receipt) return <ReplyWritten receipt={receipt} onAgain={() => setReceipt(null)} onClose={close} />
  if (review)
    return (
      <ReplyReview
        code={reading.document.caseCode}
        reply={review}
        onChange={() => setReview(null)}
        onWritten={setReceipt}
      />
    )
  return (
    <Sheet reading={reading} onClose={close}>
      <DecisionForm
        form={form}
        onReady={reply => {
          setReview(reply)
        }}
      />
    </Sheet>
  )
}

interface SheetProps extends Pick<Props, 'reading'> {
  readonly onClose: () => void
  readonly children: ReactNode
}

function Sheet({ reading, onClose, children }: SheetProps) {
  const text = useText()
  return (
    <Page
      title={text('read.brief', { code: reading.document.caseCode })}
      actions={<Button onPress={onClose}>{text('read.close')}</Button>}
    >
      <Stack gap={24}>
        <Notice>{text('read.memoryOnly')}</Notice>
        <Section title={text('read.sender')} lead={text('read.sender.lead')}>
          <WordsToCompare words={reading.senderWords} sentAt={reading.sentAt} />
        </Section>
        <section className={styles.sheet} aria-label={text('read.paper')}>
          <Paper document={reading.document} />
        </section>
        <Section title={text('reply.title')} lead={text('reply.lead')}>
          {children}
        </Section>
      </Stack>
    </Page>
  )
}
