import { useState } from 'react'
import { useLocation } from 'wouter'
import { useAsking } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, Form, Notice, Page } from '../ui/index.ts'
import { ChosenCopy, type Chosen } from './ChosenCopy.tsx'
import { CopyProgress } from './CopyProgress.tsx'

/** Unpacks a copy into a new place; then it is opened like any vault. */
export function RestorePage() {
  const text = useText()
  const isThere = useSession(({ vault }) => vault?.state === 'locked')
  const { busy, refusal, chosen, tried, choose, submit } = useRestore()
  return (
    <Page
      title={text('restore.title')}
      lead={text('restore.lead')}
      back={{ label: text('app.back'), href: '/' }}
    >
      <Form
        onSubmit={() => void submit()}
        actions={
          <Button kind="primary" type="submit" busy={busy ? text('restore.busy') : null}>
            {text('restore.do')}
          </Button>
        }
      >
        <Notice>{text(isThere ? 'restore.beside' : 'restore.here')}</Notice>
        <ChosenCopy
          chosen={chosen}
          onChoose={() => void choose()}
          disabled={busy}
          missing={tried && chosen === null ? text('copies.choose.missing') : null}
        />
        <CopyProgress running={busy} />
        {refusal && <RefusalNotice refusal={refusal} live />}
      </Form>
    </Page>
  )
}

function useRestore() {
  const { busy, refusal, ask } = useAsking()
  const refresh = useSession(state => state.refresh)
  const [, navigate] = useLocation()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [tried, setTried] = useState(false)
  const choose = async () => {
    const reply = await ask('vault.chooseCopy', {})
    if (reply.ok && reply.value) setChosen(reply.value)
  }
  const submit = async () => {
    if (busy) return
    setTried(true)
    if (chosen === null) return
    const reply = await ask('vault.restore', { fileId: chosen.fileId })
    if (!reply.ok) return
    await refresh()
    navigate('/')
  }
  return { busy, refusal, chosen, tried, choose, submit }
}
