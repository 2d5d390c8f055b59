import { useEffect, useRef, useState } from 'react'
import type { Receipt } from '../shared/brief/contract.ts'
import { useAsking } from './asking.ts'
import styles from './ReceiptOffer.module.css'
import { RefusalNotice } from './RefusalNotice.tsx'
import { useText } from './text.tsx'
import { Button, Notice, Quiet, Stack } from './ui/index.ts'
import { WrittenFile } from './WrittenFile.tsx'

interface Props {
  readonly packageId: string
  /** Whether it is the next thing to do on the page; otherwise it stands back. */
  readonly primary?: boolean | undefined
}

/** After a package was taken in or declined: writes the receipt that tells its sender so. */
export function ReceiptOffer({ packageId, primary = true }: Props) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const [closed, setClosed] = useState(false)
  const write = async () => {
    setClosed(false)
    const reply = await ask('notice.writeReceipt', { packageId })
    if (!reply.ok) return
    setReceipt(reply.value)
    setClosed(reply.value === null)
  }
  if (receipt) return <Written receipt={receipt} />
  return (
    <Stack gap={12}>
      {refusal && <RefusalNotice refusal={refusal} live />}
      {closed && (
        <Notice tone="note" live>
          {text('notice.closed')}
        </Notice>
      )}
      <p>
        <Button
          kind={primary ? 'primary' : 'quiet'}
          busy={busy ? text('notice.writing') : null}
          onPress={() => void write()}
        >
          {text('notice.receipt.write')}
        </Button>
      </p>
      <Quiet>{text('notice.receipt.why')}</Quiet>
    </Stack>
  )
}

/** Stands where the button stood, and takes its focus. */
function Written({ receipt }: { readonly receipt: Receipt }) {
  const text = useText()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className={styles.written}>
      <WrittenFile
        receipt={receipt}
        title={text('notice.receipt.written')}
        next={text('notice.receipt.carry')}
      />
    </div>
  )
}
