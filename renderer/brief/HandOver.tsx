import { useState, type ReactNode } from 'react'
import type { CaseLine } from '../../shared/case/model.ts'
import type { Output } from '../../shared/contract.ts'
import { useAnswer, useAsking, type Asking } from '../asking.ts'
import { useCaseCodes } from '../caseCodes.ts'
import type { Refusal } from '../openCase.ts'
import { useText } from '../text.tsx'
import {
  Button,
  Code,
  Disclosure,
  EmptyState,
  Link,
  Page,
  Progress,
  Quiet,
  Row,
  Section,
  Stack,
  Table,
} from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { ApprovalsWaiting } from './ApprovalsWaiting.tsx'
import { useWaitingCases } from './waitingCases.ts'
import styles from './HandOver.module.css'

type Received = Output<'brief.receiveReply'>

interface Props {
  /** What else waits for whoever is at the desk. */
  readonly waiting: ReactNode
  /** What was answered to other offices. */
  readonly given: ReactNode
}

/** Where briefs wait and replies come in, and the ways to what else is handed over. */
export function HandOver({ waiting, given }: Props) {
  const text = useText()
  const asking = useAsking()
  const [received, setReceived] = useState<Received | null>(null)
  const cases = useWaitingCases()
  const codes = useCaseCodes([received?.caseId ?? null])
  const open = async () => {
    const file = await asking.ask('brief.chooseReply', {})
    if (!file.ok || file.value === null) return
    const reply = await asking.ask('brief.receiveReply', { fileId: file.value.fileId, caseId: null })
    if (!reply.ok) return
    setReceived(reply.value)
    cases.again()
  }
  return (
    <Page
      title={text('handover.title')}
      lead={text('handover.lead')}
      actions={
        <Button
          kind="primary"
          onPress={() => void open()}
          busy={asking.busy ? text('handover.opening') : null}
        >
          {text('handover.openReply')}
        </Button>
      }
    >
      <Stack gap={24}>
        <Outcome
          asking={asking}
          received={received}
          code={received ? (codes.get(received.caseId) ?? '') : ''}
        />
        <ApprovalsWaiting />
        {waiting}
        {cases.value && <Waiting cases={cases.value} />}
        <Section title={text('handover.toRead')} lead={text('handover.toRead.lead')}>
          <Link href="/read">{text('handover.readBrief')}</Link>
        </Section>
        <Section title={text('notice.log')} lead={text('notice.log.lead')}>
          <Row>
            <Link href="/handover/exchanged">{text('notice.log.open')}</Link>
            <Link href="/take-in">{text('takeIn.title')}</Link>
          </Row>
        </Section>
        <Section title={text('caseload.section')} lead={text('caseload.section.lead')}>
          <Link href="/handover/caseload">{text('caseload.title')}</Link>
        </Section>
        {given}
        <OwnWords />
      </Stack>
    </Page>
  )
}

interface OutcomeProps {
  readonly asking: Asking
  readonly received: Received | null
  readonly code: string
}

/** A reply never has a passphrase: a file that has one is something else. */
const ofReply = (refusal: Refusal): Refusal =>
  refusal.code === 'exchange/wrong-passphrase' ? { code: 'brief/not-a-reply' } : refusal

/** What became of the file that was opened last. */
function Outcome({ asking, received, code }: OutcomeProps) {
  const text = useText()
  if (asking.busy) return <Progress label={text('handover.opening')} />
  if (asking.refusal) return <RefusalNotice refusal={ofReply(asking.refusal)} live />
  if (received === null) return null
  return <ReplyCard received={received} code={code} />
}

function ReplyCard({ received, code }: { readonly received: Received; readonly code: string }) {
  const text = useText()
  const { reply, caseId, briefId } = received
  return (
    <Section title={text('handover.received', { code })}>
      <div aria-live="polite" className={styles.reply}>
        <p className={styles.decision}>{text(`reply.decision.${reply.decision}`)}</p>
        {reply.words !== '' && (
          <blockquote dir="auto" className={styles.words}>
            {reply.words}
          </blockquote>
        )}
        <Quiet>{text('handover.by', { role: reply.decidedBy, day: text.day(reply.decidedOn) })}</Quiet>
      </div>
      <Row>
        <Link href={`/case/${caseId}/brief/${briefId}`}>{text('handover.toCase', { code })}</Link>
      </Row>
    </Section>
  )
}

/** Cases with a brief that left and was not answered, and those with an answer. */
function Waiting({ cases }: { readonly cases: readonly CaseLine[] }) {
  const text = useText()
  return (
    <Section title={text('handover.waiting')}>
      <Table
        caption={text('handover.waiting')}
        rows={cases}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/case/${id}/brief`}
        columns={[
          { id: 'code', header: text('handover.case'), cell: codeOf },
          {
            id: 'waiting',
            header: text('handover.standing'),
            cell: one => text(`handover.waiting.${one.waiting}`),
            wide: true,
          },
          { id: 'changed', header: text('handover.changed'), cell: one => text.moment(one.changedAt) },
        ]}
        empty={<EmptyState title={text('handover.empty')}>{text('handover.empty.how')}</EmptyState>}
      />
    </Section>
  )
}

/** The words a reader compares with this officer, told by voice. */
function OwnWords() {
  const text = useText()
  const { value: words } = useAnswer('exchange.ownWords', {})
  if (words === null || words.length === 0) return null
  return (
    <Disclosure label={text('handover.ownWords')} level={2}>
      <Stack gap={12}>
        <p>{text('handover.ownWords.how')}</p>
        <p dir="ltr" lang="en" className={styles.own}>
          {words.join(' ')}
        </p>
      </Stack>
    </Disclosure>
  )
}

const codeOf = ({ code }: CaseLine) => <Code>{code}</Code>
