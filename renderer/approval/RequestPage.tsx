import { useState } from 'react'
import { FileDecision, countsOf } from '../../shared/approval/model.ts'
import type { Output } from '../../shared/contract.ts'
import { Note } from '../../shared/model.ts'
import { z } from '../../shared/zod.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { useAttempts } from '../answers.tsx'
import { colleagueName } from '../colleagueWords.ts'
import { useForm } from '../form.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { RequestSheet, requestName } from '../RequestSheet.tsx'
import { useText } from '../text.tsx'
import {
  Button,
  Code,
  ErrorSummary,
  Form,
  Link,
  Notice,
  Page,
  Progress,
  Quote,
  RadioGroup,
  Section,
  Stack,
  TextArea,
} from '../ui/index.ts'
import { NothingHere } from './NothingHere.tsx'

type Arrived = Output<'approval.request'>

/** A question for approval that a colleague sent: what is asked, and the answer to it. */
export function RequestPage() {
  const text = useText()
  const { value: arrived, refusal } = useAnswer('approval.request', {})
  const [receipt, setReceipt] = useState<Output<'approval.answer'>>(null)
  const title = text('approval.request.title')
  if (receipt) return <AnswerWritten name={receipt.name} />
  if (refusal) return <NothingHere title={title} refusal={refusal} />
  if (arrived === null)
    return (
      <Page title={title}>
        <Progress label={text('approval.ask.looking')} />
      </Page>
    )
  return <Request arrived={arrived} onWritten={setReceipt} />
}

interface RequestProps {
  readonly arrived: Arrived
  readonly onWritten: (receipt: Output<'approval.answer'>) => void
}

function Request({ arrived, onWritten }: RequestProps) {
  const text = useText()
  const { document, from, sentAt, no } = arrived
  const { asks, question, askedBy, asDuty } = document
  const who = colleagueName(text, from)
  return (
    <Page
      title={text(`approval.request.${asks}`)}
      kicker={requestName(text, document)}
      lead={text('approval.request.from', { who, by: askedBy, moment: text.moment(sentAt) })}
      back={{ label: text('takeIn.title'), href: '/take-in' }}
      width="wide"
    >
      <Stack gap={24}>
        {document.practice && <Notice tone="care">{text('approval.request.practice')}</Notice>}
        {question !== '' && <Quote text={question} by={who} />}
        <RequestSheet of={document} />
        <Section
          title={text('approval.request.answer')}
          lead={text('approval.request.as', { duty: text(`duty.${asDuty}`) })}
        >
          {no ? (
            <RefusalNotice refusal={{ code: no }} />
          ) : (
            <AnswerForm arrived={arrived} onWritten={onWritten} />
          )}
        </Section>
      </Stack>
    </Page>
  )
}

const Answered = z.strictObject({ decision: FileDecision, words: Note.min(1) })

function AnswerForm({ arrived: { document }, onWritten }: RequestProps) {
  const text = useText()
  const asking = useAsking()
  const form = useForm(Answered, {
    name: 'approvalAnswer',
    initial: { decision: null, words: '' },
    draft: null,
  })
  const attempt = useAttempts(form.errors)
  const { unseen } = countsOf(document)
  const answer = async (given: z.infer<typeof Answered>) => {
    const reply = await asking.ask('approval.answer', given)
    if (!reply.ok || reply.value === null) return false
    onWritten(reply.value)
    return true
  }
  return (
    <>
      <ErrorSummary
        title={text('form.errors')}
        errors={form.errors.map(({ field, sentence }) => ({ id: field, message: sentence }))}
        attempt={attempt}
      />
      {asking.refusal && <RefusalNotice refusal={asking.refusal} live />}
      {unseen > 0 && <Notice tone="care">{text('approval.request.unseen', { count: unseen })}</Notice>}
      <Form
        onSubmit={() => void form.submit(answer)}
        actions={
          <Button kind="primary" type="submit" busy={asking.busy ? text('approval.ask.busy') : null}>
            {text('approval.request.do')}
          </Button>
        }
      >
        <RadioGroup
          id="decision"
          label={text('approval.request.decision')}
          error={form.error('decision')}
          value={form.value.decision}
          onChange={decision => form.set('decision', decision)}
          options={FileDecision.options.map(id => ({
            id,
            label: text(`approval.decide.${id}`),
            description: text(`approval.decide.${id}.hint`),
          }))}
        />
        <TextArea
          id="words"
          label={text('approval.request.words')}
          hint={text('approval.request.wordsHint')}
          error={form.error('words')}
          maxLength={4_000}
          value={form.value.words ?? ''}
          onChange={words => form.set('words', words)}
        />
      </Form>
    </>
  )
}

function AnswerWritten({ name }: { readonly name: string }) {
  const text = useText()
  return (
    <Page
      title={text('approval.request.written')}
      lead={text('approval.request.writtenLead')}
      back={{ label: text('takeIn.title'), href: '/take-in' }}
    >
      <Stack gap={16}>
        <Notice tone="safe" live>
          <Code>{name}</Code>
        </Notice>
        <p>
          <Link href="/handover">{text('approval.request.toGiven')}</Link>
        </p>
      </Stack>
    </Page>
  )
}
