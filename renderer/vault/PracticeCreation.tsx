import { useEffect, useState } from 'react'
import { call } from '../api.ts'
import { useAsking } from '../asking.ts'
import { NewPassphrase } from '../NewPassphrase.tsx'
import { useNewPassphrase } from '../newPassphraseState.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, ErrorSummary, Form, Progress } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { StageProgress } from './StageProgress.tsx'

/** A passphrase, and then the vault is made and filled; afterwards its desk is open. */
export function PracticeCreation() {
  const text = useText()
  const page = useCreation()
  return (
    <Form
      onSubmit={() => void page.create()}
      actions={
        <Button kind="primary" type="submit" busy={page.busy ? text('practice.busy') : null}>
          {text('practice.make')}
        </Button>
      }
    >
      <ErrorSummary title={text('form.errors')} errors={page.errors} attempt={page.attempt} />
      <NewPassphrase passphrase={page.passphrase} />
      <Filling running={page.busy} />
      {page.refusal && <RefusalNotice refusal={page.refusal} live />}
    </Form>
  )
}

function useCreation() {
  const { busy, refusal, ask } = useAsking()
  const refresh = useSession(state => state.refresh)
  const passphrase = useNewPassphrase([])
  const [attempt, setAttempt] = useState(0)
  const create = async () => {
    if (busy) return
    setAttempt(attempt + 1)
    const bytes = await passphrase.take()
    if (bytes === null) return
    const reply = await ask('practice.create', { passphrase: bytes })
    if (reply.ok) await refresh()
  }
  const errors = passphrase.errors.map(({ field, sentence }) => ({ id: field, message: sentence }))
  return { busy, refusal, passphrase, attempt, errors, create }
}

/** First how far the vault is, then how many cases are in. */
function Filling({ running }: { readonly running: boolean }) {
  const text = useText()
  const filled = useFilled(running)
  if (!running) return null
  if (filled.all === 0) return <StageProgress running />
  return (
    <Progress
      label={text('practice.filling')}
      value={filled.loaded / filled.all}
      detail={text('practice.filling.done', filled)}
    />
  )
}

const none = { loaded: 0, all: 0 }

/** Asks five times a second, while `running`. */
function useFilled(running: boolean): { readonly loaded: number; readonly all: number } {
  const [filled, setFilled] = useState(none)
  useEffect(() => {
    if (!running) return undefined
    const ask = async () => {
      const reply = await call('practice.progress', {})
      if (reply.ok) setFilled(reply.value)
    }
    const timer = window.setInterval(() => void ask(), 200)
    return () => {
      window.clearInterval(timer)
      setFilled(none)
    }
  }, [running])
  return filled
}
