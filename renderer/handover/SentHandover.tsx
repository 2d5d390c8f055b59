import { useEffect } from 'react'
import type { HandoverView } from '../../shared/handover/model.ts'
import { useAsking } from '../asking.ts'
import { keepFocus } from '../FormPage.tsx'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Button, Link, Notice, Section, Stack } from '../ui/index.ts'
import { Answers } from './Answers.tsx'
import { Handed } from './Handed.tsx'
import { Signatures } from './Signatures.tsx'

interface Props {
  readonly view: HandoverView
  readonly onChange: () => void
}

/** A handover that left: both signatures, finishing it, what it said. */
export function SentHandover({ view, onChange }: Props) {
  const text = useText()
  const { sent, receipt, standing, draft, handed, colleague, finished } = view
  useEffect(keepFocus, [])
  if (!sent) return null
  const isTaken = receipt?.outcome === 'taken-in'
  const waiting = text(standing === 'declined' ? 'caseload.signed.declined' : 'caseload.signed.waiting')
  return (
    <Stack gap={32}>
      {standing === 'sent' && (
        <Notice
          tone="safe"
          title={text('caseload.sent')}
          live
          actions={<Link href="/take-in">{text('caseload.signed.takeIn')}</Link>}
        >
          {text('caseload.sent.next')}
        </Notice>
      )}
      <Signatures by={sent.signature} to={isTaken ? receipt.signature : null} waiting={waiting} />
      {standing === 'taken-over' && <Finish view={view} onChange={onChange} />}
      {finished && (
        <Notice tone="safe" title={text('caseload.finish.done')}>
          {text('caseload.finished', {
            by: finished.by,
            at: text.moment(finished.at),
            role: colleague.role,
          })}
        </Notice>
      )}
      <Answers answers={draft.answers} first={draft.first} note={draft.note} by={sent.signature.role} />
      <Handed cases={handed} />
    </Stack>
  )
}

function Finish({ view, onChange }: Props) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const finish = async () => {
    const done = await ask('handover.finish', { handoverId: view.id })
    if (done.ok) onChange()
  }
  return (
    <Section
      title={text('caseload.finish')}
      lead={text('caseload.finish.lead', { role: view.colleague.role })}
    >
      <Stack gap={12}>
        {refusal && <RefusalNotice refusal={refusal} live />}
        <p>
          <Button kind="primary" busy={busy ? text('caseload.loading') : null} onPress={() => void finish()}>
            {text('caseload.finish.do')}
          </Button>
        </p>
      </Stack>
    </Section>
  )
}
