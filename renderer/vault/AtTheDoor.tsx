import { useState } from 'react'
import type { Output } from '../../shared/contract.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { toasts, useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, ConfirmDialog, Link, Notice, Row, Stack, show } from '../ui/index.ts'

/** Before no vault: the way to a copy, and what should be known of what stands here. */
export function AtTheDoor() {
  const text = useText()
  const { value } = useAnswer('vault.foundHere', {})
  return (
    <Stack gap={12}>
      <FoundAtTheDoor found={value} />
      <Row>
        <Link href="/restore">{text('restore.link')}</Link>
      </Row>
    </Stack>
  )
}

/** What was found at the place of the vault; `null` until that is known. */
interface FoundProps {
  readonly found: Output<'vault.foundHere'> | null
}

/** What should be known of the vault that stands here before it is opened. Mostly nothing. */
export function FoundAtTheDoor({ found }: FoundProps) {
  const text = useText()
  if (!found?.unproved && !found?.cutShort) return null
  return (
    <Stack gap={12}>
      {found.unproved && <Notice title={text('restore.unproved')}>{text('restore.unproved.how')}</Notice>}
      {found.cutShort && <GoBack />}
    </Stack>
  )
}

/** Bringing the vault up to date did not come to its end: open it, or go back to before. */
function GoBack() {
  const text = useText()
  const refresh = useSession(state => state.refresh)
  const { busy, refusal, ask } = useAsking()
  const [asking, setAsking] = useState(false)
  const goBack = async () => {
    const reply = await ask('vault.goBack', {})
    setAsking(false)
    if (!reply.ok) return
    show(toasts, { text: text('upgrade.wentBack', { place: reply.value.setAside }), tone: 'safe' })
    await refresh()
  }
  return (
    <>
      <Notice
        tone="care"
        title={text('upgrade.cutShort')}
        actions={<Button onPress={() => setAsking(true)}>{text('upgrade.goBack')}</Button>}
      >
        {text('upgrade.cutShort.how')}
      </Notice>
      {refusal && <RefusalNotice refusal={refusal} live />}
      <ConfirmDialog
        open={asking}
        title={text('upgrade.goBack.ask')}
        consequence={text('upgrade.goBack.means')}
        confirmLabel={text('upgrade.goBack')}
        keepLabel={text('upgrade.goBack.keep')}
        onConfirm={() => void goBack()}
        onClose={() => setAsking(false)}
        busy={busy ? text('upgrade.goBack.busy') : null}
      />
    </>
  )
}
