import { useState } from 'react'
import { useKept } from '../kept.ts'
import { KeyKind } from '../../shared/exchange/card.ts'
import { useAsking } from '../asking.ts'
import { NewPassphrase } from '../NewPassphrase.tsx'
import { useNewPassphrase } from '../newPassphraseState.ts'
import { useText } from '../text.tsx'
import { Button, ErrorSummary, Form, Page, Progress, RadioGroup } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { KeyMade } from './KeyMade.tsx'

/** Makes a reader's key: a file under a passphrase to keep, and a line of text to hand over. */
export function MakeKey() {
  const [recipient, setRecipient] = useState<string | null>(null)
  return recipient === null ? <KeyForm onMade={setRecipient} /> : <KeyMade recipient={recipient} />
}

function KeyForm({ onMade }: { readonly onMade: (recipient: string) => void }) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const passphrase = useNewPassphrase([])
  const [kind, setKind] = useKept<KeyKind>('key.kind', 'hybrid')
  const [attempt, setAttempt] = useState(0)
  const make = async () => {
    if (busy) return
    setAttempt(attempt + 1)
    const bytes = await passphrase.take()
    if (bytes === null) return
    const reply = await ask('exchange.makeKey', { passphrase: bytes, kind })
    if (reply.ok && reply.value) onMade(reply.value.recipient)
  }
  return (
    <Page
      title={text('key.title')}
      lead={text('key.lead')}
      back={{ label: text('read.title'), href: '/read' }}
    >
      <Form
        onSubmit={() => void make()}
        actions={
          <Button kind="primary" type="submit" busy={busy ? text('key.making') : null}>
            {text('key.make')}
          </Button>
        }
      >
        <ErrorSummary
          title={text('form.errors')}
          errors={passphrase.errors.map(({ field, sentence }) => ({ id: field, message: sentence }))}
          attempt={attempt}
        />
        <RadioGroup
          label={text('key.kind')}
          value={kind}
          onChange={setKind}
          options={KeyKind.options.map(id => ({
            id,
            label: text(`key.kind.${id}`),
            description: text(`key.kind.${id}.means`),
          }))}
        />
        <NewPassphrase passphrase={passphrase} />
        {busy && <Progress label={text('key.making')} />}
        {refusal && <RefusalNotice refusal={refusal} live />}
      </Form>
    </Page>
  )
}
