import { useState } from 'react'
import type { Output } from '../../shared/contract.ts'
import { useAsking } from '../asking.ts'
import { useText } from '../text.tsx'
import { Button, Notice, Row, Stack } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'

/** Recomputes every seal of the record and says what was found. */
export function CheckRecord() {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const [found, setFound] = useState<Output<'record.verify'> | null>(null)
  const check = async () => {
    setFound(null)
    const reply = await ask('record.verify', {})
    if (reply.ok) setFound(reply.value)
  }
  return (
    <Stack gap={12}>
      <Row>
        <Button kind="primary" onPress={() => void check()} busy={busy ? text('record.checking') : null}>
          {text('record.check')}
        </Button>
      </Row>
      {refusal && <RefusalNotice refusal={refusal} />}
      {found && <Found found={found} />}
    </Stack>
  )
}

function Found({ found: { entries, brokenAt } }: { readonly found: Output<'record.verify'> }) {
  const text = useText()
  return brokenAt === null ? (
    <Notice tone="safe" title={text('record.whole')} live>
      {text('record.whole.detail', { entries })}
    </Notice>
  ) : (
    <Notice tone="stop" title={text('record.broken', { entry: brokenAt })} live>
      {text('record.broken.detail', { entry: brokenAt })}
    </Notice>
  )
}
