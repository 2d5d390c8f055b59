import { useEffect, useState } from 'react'
import type { RecordCheck } from '../../shared/record/model.ts'
import { call } from '../api.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { useText } from '../text.tsx'
import { Button, Notice, Progress, Quiet, Row, Stack } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'

interface Props {
  /** Whether it is not the main thing on its page. */
  readonly beside?: boolean
  readonly onChecked?: () => void
}

/** Recomputes every seal of the record, asks its witnesses, and says what was found. */
export function CheckRecord({ beside = false, onChecked }: Props) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const [found, setFound] = useState<RecordCheck | null>(null)
  const check = async () => {
    setFound(null)
    const reply = await ask('record.verify', {})
    if (!reply.ok) return
    setFound(reply.value)
    onChecked?.()
  }
  return (
    <Stack gap={12}>
      <Row>
        <Button
          kind={beside ? 'quiet' : 'primary'}
          onPress={() => void check()}
          busy={busy ? text('record.checking') : null}
        >
          {text('record.check')}
        </Button>
        {!found && !busy && <LastCheck />}
      </Row>
      <HowFar running={busy} />
      {refusal && <RefusalNotice refusal={refusal} live />}
      {found && <Found found={found} />}
    </Stack>
  )
}

/** When it was last checked, and what came of it. */
function LastCheck() {
  const text = useText()
  const { value } = useAnswer('record.standing', {})
  if (!value) return null
  const last = value.lastCheck
  if (!last) return <Quiet>{text('record.check.never')}</Quiet>
  const { at, by, entries, brokenAt, unfit } = last
  return (
    <Quiet>
      {text('record.check.last', { at: text.moment(at), by, entries })}{' '}
      {brokenAt !== null && text('record.check.last.broken', { entry: brokenAt })}
      {brokenAt === null && unfit > 0 && text('record.check.last.unfit', { count: unfit })}
      {brokenAt === null && unfit === 0 && text('record.check.last.whole')}
    </Quiet>
  )
}

/** How many entries are done, and the way to stop. Nothing while nothing runs. */
function HowFar({ running }: { readonly running: boolean }) {
  const text = useText()
  const { done, all } = useChecking(running)
  if (!running) return null
  return (
    <Progress
      label={text('record.checking')}
      value={all === 0 ? undefined : done / all}
      detail={all === 0 ? text('record.check.lead') : text('record.check.done', { done, all })}
      cancel={{ label: text('record.check.stop'), onPress: () => void call('record.stopChecking', {}) }}
    />
  )
}

const none = { done: 0, all: 0 }

/** Asks five times a second, while `running`. */
function useChecking(running: boolean): { readonly done: number; readonly all: number } {
  const [reached, setReached] = useState(none)
  useEffect(() => {
    if (!running) return undefined
    const ask = async () => {
      const reply = await call('record.checking', {})
      if (reply.ok) setReached(reply.value)
    }
    const timer = window.setInterval(() => void ask(), 200)
    return () => {
      window.clearInterval(timer)
      setReached(none)
    }
  }, [running])
  return reached
}

function Found({ found }: { readonly found: RecordCheck }) {
  const text = useText()
  const { entries, brokenAt, why, unfit, disorders } = found
  if (brokenAt !== null)
    return (
      <Notice tone="stop" title={text('record.broken', { entry: brokenAt })} live>
        <p>{text(`record.broken.${why ?? 'said'}`, { entry: brokenAt })}</p>
        <p>{text('record.broken.do')}</p>
      </Notice>
    )
  return (
    <Notice tone={unfit > 0 ? 'stop' : 'safe'} title={text('record.whole')} live>
      <p>{text('record.whole.detail', { entries })}</p>
      <p>{text(unfit > 0 ? 'record.whole.unfit' : 'record.whole.witnesses', { count: unfit })}</p>
      {disorders > 0 && <p>{text('record.whole.clock', { count: disorders })}</p>}
    </Notice>
  )
}
