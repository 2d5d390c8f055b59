import type { HandoverReceived } from '../../shared/handover/model.ts'
import { useAnswer } from '../asking.ts'
import { colleagueName } from '../colleagueWords.ts'
import { ReceiptOffer } from '../ReceiptOffer.tsx'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Page, Progress, Quote, Section, Stack } from '../ui/index.ts'
import { Answers } from './Answers.tsx'
import { Handed } from './Handed.tsx'
import { Signatures } from './Signatures.tsx'

/** A caseload that was taken over here: what it said, who signed, its cases. */
export function ReceivedPage({ id }: { readonly id: string }) {
  const text = useText()
  const { value: one, refusal } = useAnswer('handover.received', { handoverId: id })
  return (
    <Page
      title={text('caseload.received')}
      lead={one ? <bdi>{colleagueName(text, one.colleague)}</bdi> : undefined}
      width="wide"
      back={{ label: text('caseload.open'), href: '/handover/caseload' }}
    >
      {refusal && <RefusalNotice refusal={refusal} live />}
      {one === null && !refusal && <Progress label={text('caseload.loading')} />}
      {one && <Received one={one} />}
    </Page>
  )
}

function Received({ one }: { readonly one: HandoverReceived }) {
  const text = useText()
  const { answers, first, note, fromRole, signature, statement, by, at, cases, packageId } = one
  return (
    <Stack gap={32}>
      <Answers answers={answers} first={first} note={note} by={fromRole} />
      <Signatures by={signature} to={{ role: by, at, words: [] }} waiting="" />
      <Quote text={statement} by={text('caseload.received.statement', { by })} />
      <Section title={text('caseload.receipt')}>
        <ReceiptOffer packageId={packageId} primary={false} />
      </Section>
      <Handed cases={cases} />
    </Stack>
  )
}
