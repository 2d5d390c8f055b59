import { useState } from 'react'
import type { Output } from '../../shared/contract.ts'
import { useAsking } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Button, Notice, Row, Stack } from '../ui/index.ts'

type Copied = NonNullable<Output<'rescue.copyAsIs'>>

/** Copies every file of the damaged vault as it is to a folder somebody chooses. */
export function CopyAsIs() {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const [copied, setCopied] = useState<Copied | null>(null)
  const copy = async () => {
    const reply = await ask('rescue.copyAsIs', {})
    if (reply.ok && reply.value) setCopied(reply.value)
  }
  return (
    <Stack gap={12}>
      <Row>
        <Button onPress={() => void copy()} busy={busy ? text('rescue.copy.busy') : null}>
          {text('rescue.copy.do')}
        </Button>
      </Row>
      {refusal && <RefusalNotice refusal={refusal} live />}
      {copied && <Done copied={copied} />}
    </Stack>
  )
}

const megabytes = (bytes: number) => Math.ceil(bytes / 100_000) / 10

function Done({ copied: { name, files, bytes, unreadable } }: { readonly copied: Copied }) {
  const text = useText()
  return (
    <Notice tone={unreadable > 0 ? 'care' : 'safe'} live>
      {text('rescue.copy.done', { name, files, megabytes: megabytes(bytes) })}
      {unreadable > 0 && ` ${text('rescue.copy.unreadable', { megabytes: megabytes(unreadable) })}`}
    </Notice>
  )
}
