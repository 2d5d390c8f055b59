import { useState } from 'react'
import { useKept } from '../kept.ts'
import type { HandoverDraft, HandoverView } from '../../shared/handover/model.ts'
import { missingIn } from '../../shared/handover/rules.ts'
import { useAsking } from '../asking.ts'
import { useLeave } from '../FormPage.tsx'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Button, Notice, Row, Section, Stack } from '../ui/index.ts'
import { WorkOnCases } from '../WorkOnCases.tsx'
import { Cases } from './Cases.tsx'
import { Checklist } from './Checklist.tsx'

interface Props {
  readonly view: HandoverView
  readonly onSent: () => void
}

/** A handover that is prepared: the checklist, the cases that go, and writing the file. */
export function DraftHandover({ view, onSent }: Props) {
  const text = useText()
  const [draft, setDraft] = useKept<HandoverDraft>('handover.draft', view.draft)
  const left = new Set<string>(draft.leftOut.map(({ caseId }) => caseId))
  const going = view.cases.filter(({ id }) => !left.has(id))
  const leaking = going.filter(({ leaks }) => leaks).length
  return (
    <Stack gap={32}>
      <Checklist draft={draft} onChange={setDraft} />
      {view.conflicts > 0 && (
        <Notice tone="care" title={text('caseload.conflicts', { count: view.conflicts })}>
          {text('caseload.conflicts.means')}
        </Notice>
      )}
      {leaking > 0 && (
        <Notice tone="stop" title={text('caseload.leaks', { count: leaking })}>
          {text('caseload.leaks.means')}
        </Notice>
      )}
      {going.some(({ unnamed }) => unnamed.length > 0) && (
        <Notice tone="care" title={text('caseload.unnamed')}>
          {text('caseload.unnamed.means')}
        </Notice>
      )}
      <Cases cases={view.cases} draft={draft} onChange={setDraft} />
      <Section title={text('caseload.stays')}>
        <p>{text('caseload.stays.means')}</p>
      </Section>
      <Leave view={view} draft={draft} onSent={onSent} />
    </Stack>
  )
}

/** Saving, writing the file, or putting the handover away. */
function Leave({ view: { id: handoverId }, draft, onSent }: Props & { readonly draft: HandoverDraft }) {
  const text = useText()
  const leave = useLeave()
  const { refusal, ask } = useAsking()
  const [said, setSaid] = useState<string | null>(null)
  const [isWriting, setWriting] = useState(false)
  const missing = missingIn(draft).length
  const save = async () => {
    setSaid(null)
    const saved = await ask('handover.change', { handoverId, draft })
    if (saved.ok) setSaid(text('caseload.saved'))
    return saved.ok
  }
  const send = async () => {
    if (!(await save())) return
    setSaid(null)
    setWriting(true)
    const sent = await ask('handover.send', { handoverId })
    setWriting(false)
    if (!sent.ok) return setSaid(null)
    if (sent.value === null) return setSaid(text('caseload.send.closed'))
    return onSent()
  }
  const drop = async () => {
    const dropped = await ask('handover.drop', { handoverId })
    if (dropped.ok) leave('/handover/caseload', text('caseload.dropped'))
  }
  return (
    <Stack gap={16}>
      {isWriting && <WorkOnCases label={text('caseload.sending')} leaving="goes-on" />}
      {refusal && <RefusalNotice refusal={refusal} live />}
      {said !== null && (
        <Notice tone="note" live>
          {said}
        </Notice>
      )}
      {missing > 0 && <p>{text('caseload.missing', { count: missing })}</p>}
      <Row>
        <Button
          kind="primary"
          disabled={missing > 0}
          busy={isWriting ? text('caseload.sending') : null}
          onPress={() => void send()}
        >
          {text('caseload.send')}
        </Button>
        <Button onPress={() => void save()}>{text('caseload.save')}</Button>
        <Button onPress={() => void drop()}>{text('caseload.drop')}</Button>
      </Row>
    </Stack>
  )
}
