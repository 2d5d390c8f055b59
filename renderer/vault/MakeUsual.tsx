import { useState } from 'react'
import { useAnswer, useAsking } from '../asking.ts'
import { lock } from '../lock.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Button, Code, ConfirmDialog, Notice, Stack } from '../ui/index.ts'

/** A vault that was restored beside the one of this machine can take its place. Also: what was set aside for one. */
export function MakeUsual({ withSetAside = false }: { readonly withSetAside?: boolean }) {
  const { value } = useAnswer('vault.foundHere', {})
  const setAside = withSetAside ? (value?.setAside ?? []) : []
  if (!value?.mayBeUsual && setAside.length === 0) return null
  return (
    <Stack gap={12}>
      {value?.mayBeUsual && <TakePlace />}
      {setAside.length > 0 && <SetAside names={setAside} />}
    </Stack>
  )
}

function SetAside({ names }: { readonly names: readonly string[] }) {
  const text = useText()
  return (
    <Notice title={text('restore.setAside')}>
      <p>{text('restore.setAside.how')}</p>
      {names.map(name => (
        <p key={name}>
          <Code>{name}</Code>
        </p>
      ))}
    </Notice>
  )
}

function TakePlace() {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const [asking, setAsking] = useState(false)
  const take = async () => {
    const reply = await ask('vault.makeUsual', {})
    setAsking(false)
    if (reply.ok) lock()
  }
  return (
    <>
      <Notice
        tone="care"
        title={text('restore.notUsual')}
        actions={<Button onPress={() => setAsking(true)}>{text('restore.makeUsual')}</Button>}
      >
        {text('restore.notUsual.means')}
      </Notice>
      {refusal && <RefusalNotice refusal={refusal} live />}
      <ConfirmDialog
        open={asking}
        title={text('restore.makeUsual.ask')}
        consequence={text('restore.makeUsual.means')}
        confirmLabel={text('restore.makeUsual')}
        keepLabel={text('restore.makeUsual.keep')}
        onConfirm={() => void take()}
        onClose={() => setAsking(false)}
        busy={busy ? text('restore.makeUsual.busy') : null}
      />
    </>
  )
}
