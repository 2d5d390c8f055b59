import { useState } from 'react'
import { useLocation } from 'wouter'
import { useAnswer, useAsking } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { toasts } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, Form, Link, Notice, Page, show } from '../ui/index.ts'
import { SharesFields } from './SharesFields.tsx'
import { useShares } from './useShares.ts'

/** Trying the shares while nothing is at stake: they open, or there is time to make new ones. */
export function RehearsePage() {
  const text = useText()
  const asked = useAnswer('way.asked', {})
  const recovery = asked.value?.recovery
  return (
    <Page
      title={text('recovery.rehearse')}
      lead={text('recovery.rehearse.lead')}
      back={{ label: text('ways.title'), href: '/vault/ways' }}
    >
      {recovery && <RehearseForm {...recovery} />}
      {asked.value && !recovery && <Notice tone="care">{text('refusal.recovery/none')}</Notice>}
      {asked.refusal && <RefusalNotice refusal={asked.refusal} live />}
    </Page>
  )
}

function RehearseForm({ k, set }: { readonly k: number; readonly set: string }) {
  const text = useText()
  const [, navigate] = useLocation()
  const { busy, refusal, ask } = useAsking()
  const shares = useShares(k)
  const [attempted, setAttempted] = useState(false)
  const rehearse = async () => {
    if (busy) return
    setAttempted(true)
    if (shares.words.some(words => words.trim() === '')) return
    const reply = await ask('recovery.rehearse', { shares: [...shares.words] })
    if (!reply.ok) return
    show(toasts, { text: text('recovery.rehearse.done'), tone: 'safe' })
    navigate('/vault/ways')
  }
  return (
    <Form
      onSubmit={() => void rehearse()}
      actions={
        <>
          <Button kind="primary" type="submit" busy={busy ? text('recovery.busy') : null}>
            {text('recovery.rehearse.do')}
          </Button>
          <Link href="/vault/ways">{text('app.cancel')}</Link>
        </>
      }
    >
      <SharesFields shares={shares} set={set} attempted={attempted} />
      {refusal && <RefusalNotice refusal={refusal} live />}
    </Form>
  )
}
