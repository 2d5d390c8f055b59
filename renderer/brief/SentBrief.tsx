import { useState } from 'react'
import { call } from '../api.ts'
import { CasePage } from '../CasePage.tsx'
import { useLeave } from '../FormPage.tsx'
import { useCase, type Refusal } from '../openCase.ts'
import { FileAskings } from '../FileAskings.tsx'
import { OverrideList } from '../OverrideList.tsx'
import { Paper } from '../Paper.tsx'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { Button, Code, DescriptionList, Disclosure, Link, Notice, Quote, Section } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { briefPlace, type StepPageProps } from './step.ts'
import { useBrief } from './useBrief.ts'

/** A brief that has left: what to do now, the reply, and what it said. It can only be read. */
export function SentBrief({ view, brief }: StepPageProps) {
  const text = useText()
  const { receipt } = useBrief()
  return (
    <CasePage
      view={view}
      title={text('brief.one', { copy: brief.document.copy })}
      lead={
        <>
          <bdi>{brief.draft.forRole}</bdi> ·{' '}
          {text('brief.sentAt', { moment: text.moment(brief.sentAt ?? '') })}
        </>
      }
      under={{ label: text('brief.title'), href: placeOf(view, 'brief') }}
      width="wide"
    >
      {receipt && brief.reply === null && <ReceiptNotice />}
      <Recalled view={view} brief={brief} />
      <Reply view={view} brief={brief} />
      <Disclosure label={text('brief.whatItSaid')} startsOpen={brief.reply === null && receipt === null}>
        <Paper document={brief.document} />
      </Disclosure>
      <AskToStop view={view} brief={brief} />
      <OverrideList view={view} itemId={brief.id} />
      <FileAskings view={view} itemId={brief.id} />
    </CasePage>
  )
}

/** That the reader was asked not to use it any more, for ever. */
function Recalled({ view, brief }: StepPageProps) {
  const text = useText()
  const last = view.briefRecalls.findLast(({ briefId }) => briefId === brief.id)
  if (!last) return null
  const { by, at, wish } = last
  return (
    <Notice tone="care" title={text('notice.brief.asked', { by, at: text.moment(at) })}>
      {text(`notice.wish.${wish}`)}
    </Notice>
  )
}

/** The way to asking the reader not to use it any more. */
function AskToStop({ view, brief }: StepPageProps) {
  const text = useText()
  return (
    <Section title={text('notice.recall.ask')} lead={text('notice.brief.why')}>
      <Link href={`${briefPlace({ view, brief })}/recall`}>{text('notice.brief.begin')}</Link>
    </Section>
  )
}

function ReceiptNotice() {
  const text = useText()
  const { receipt } = useBrief()
  if (!receipt) return null
  const { name, size, sha256 } = receipt
  const isPage = name.endsWith('.html')
  return (
    <Section
      title={text('brief.receipt.title')}
      lead={text(isPage ? 'brief.receipt.now.html' : 'brief.receipt.now')}
    >
      <DescriptionList
        rows={[
          { id: 'name', label: text('brief.receipt.name'), value: <Code>{name}</Code> },
          {
            id: 'size',
            label: text('brief.receipt.size'),
            value: text('brief.receipt.kilobytes', { size: Math.ceil(size / 1024) }),
          },
          {
            id: 'sha256',
            label: text('brief.receipt.sha256'),
            value: <Code>{sha256.slice(0, 16)}</Code>,
            by: text('brief.receipt.sha256.hint'),
          },
        ]}
      />
    </Section>
  )
}

function Reply(props: StepPageProps) {
  const text = useText()
  const { reply } = props.brief
  const isAsked = reply?.decision === 'ask'
  return (
    <Section title={text('brief.reply.title')} lead={reply ? undefined : text('brief.reply.waiting')}>
      {reply && <Decided {...props} />}
      {(reply === null || isAsked) && <OpenReply {...props} />}
    </Section>
  )
}

const tones = { approve: 'safe', approve_with_conditions: 'care', decline: 'stop', ask: 'note' } as const

function Decided({ brief: { reply } }: StepPageProps) {
  const text = useText()
  if (!reply) return null
  const { decision, words, decidedBy, decidedOn, receivedAt } = reply
  const by = text('brief.reply.by', {
    by: decidedBy,
    day: text.day(decidedOn),
    received: text.moment(receivedAt),
  })
  return (
    <>
      <Notice tone={tones[decision]} title={text(`brief.decision.${decision}`)}>
        {words === '' ? by : text(`brief.decision.${decision}.what`)}
      </Notice>
      {words !== '' && <Quote text={words} by={by} />}
    </>
  )
}

/** Chooses the file that came back and puts the decision on the case. */
function OpenReply({ view, brief }: StepPageProps) {
  const text = useText()
  const { isBusy, refusal, open } = useReply({ view, brief })
  return (
    <>
      {refusal && <RefusalNotice refusal={refusal} live />}
      <p>
        <Button kind="primary" busy={isBusy ? text('brief.reply.busy') : null} onPress={() => void open()}>
          {text('brief.reply.open')}
        </Button>
      </p>
    </>
  )
}

function useReply({ view, brief }: StepPageProps) {
  const text = useText()
  const leave = useLeave()
  const { run } = useCase()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const receive = async () => {
    const chosen = await call('brief.chooseReply', {})
    if (!chosen.ok) return setRefusal(chosen)
    if (chosen.value === null) return undefined
    const { fileId } = chosen.value
    const received = await run('brief.receiveReply', { fileId, caseId: view.case.id })
    setRefusal(useCase.getState().refusal)
    await useBrief.getState().load(brief.id)
    if (received)
      leave(briefPlace({ view, brief: { ...brief, id: received.briefId } }), text('brief.reply.received'))
    return undefined
  }
  const open = async () => {
    setBusy(true)
    await receive()
    setBusy(false)
  }
  return { isBusy, refusal, open }
}
