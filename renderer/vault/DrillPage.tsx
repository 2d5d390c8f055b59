import { useState } from 'react'
import type { Output } from '../../shared/contract.ts'
import { asBytes } from '../api.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { aroundSecret } from '../NewPassphrase.tsx'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Button, Form, Link, Notice, Page, PassphraseField, Quiet, Stack } from '../ui/index.ts'
import { ChosenCopy, type Chosen } from './ChosenCopy.tsx'
import { CopyProgress } from './CopyProgress.tsx'
import { KeyFileChoice, type ChosenKeyFile } from './KeyFileChoice.tsx'

type Proved = Output<'vault.drill'>

/** Proves a copy by opening it as somebody would who lost this laptop. */
export function DrillPage() {
  const text = useText()
  const drill = useDrill()
  return (
    <Page
      title={text('drill.title')}
      lead={text('drill.lead')}
      back={{ label: text('copies.title'), href: '/vault/copies' }}
    >
      <Form
        onSubmit={() => void drill.submit()}
        actions={
          <Button kind="primary" type="submit" busy={drill.busy ? text('drill.busy') : null}>
            {text('drill.do')}
          </Button>
        }
      >
        <Stack gap={16}>
          <ChosenCopy
            chosen={drill.chosen}
            onChoose={() => void drill.choose()}
            disabled={drill.busy}
            missing={drill.tried && drill.chosen === null ? text('copies.choose.missing') : null}
          />
          <PassphraseField
            id="drill-passphrase"
            label={text('drill.passphrase')}
            hint={text('drill.passphrase.hint')}
            value={drill.typed}
            onChange={drill.setTyped}
            error={drill.tried && drill.typed === '' ? text('unlock.passphrase.missing') : null}
            {...aroundSecret(text)}
          />
        </Stack>
        {drill.needsKeyFile && (
          <KeyFileChoice label={text('keyfile.choose')} chosen={drill.keyFile} onChange={drill.setKeyFile} />
        )}
        <CopyProgress running={drill.busy} />
        {drill.refusal && <RefusalNotice refusal={drill.refusal} live />}
      </Form>
      {drill.proved && <Result proved={drill.proved} />}
      <Quiet>{text('drill.limits')}</Quiet>
    </Page>
  )
}

function Result({ proved: { copyMadeAt, entries, since, cases } }: { readonly proved: Proved }) {
  const text = useText()
  return (
    <Notice
      tone="safe"
      title={text('drill.proved')}
      live
      actions={<Link href="/vault/copies">{text('copies.title')}</Link>}
    >
      <p>{text('drill.proved.what', { made: text.moment(copyMadeAt), entries, cases })}</p>
      <p>{text('drill.proved.since', { since })}</p>
    </Notice>
  )
}

function useDrill() {
  const { busy, refusal, ask } = useAsking()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [typed, setTyped] = useState('')
  const [keyFile, setKeyFile] = useState<ChosenKeyFile | null>(null)
  const needsKeyFile = useAnswer('way.asked', {}).value?.keyFile ?? false
  const [tried, setTried] = useState(false)
  const [proved, setProved] = useState<Proved | null>(null)
  const choose = async () => {
    const reply = await ask('vault.chooseCopy', {})
    if (reply.ok && reply.value) setChosen(reply.value)
  }
  const submit = async () => {
    if (busy) return
    setTried(true)
    setProved(null)
    if (chosen === null || typed === '') return
    const reply = await ask('vault.drill', {
      fileId: chosen.fileId,
      passphrase: asBytes(typed),
      keyFile: keyFile?.fileId ?? null,
    })
    if (!reply.ok) return
    setTried(false)
    setTyped('')
    setProved(reply.value)
  }
  const secret = { typed, setTyped, keyFile, setKeyFile, needsKeyFile }
  return { busy, refusal, chosen, choose, ...secret, tried, proved, submit }
}
