import { useEffect, useState } from 'react'
import type { FieldError } from '../form.ts'
import type { Refusal } from '../openCase.ts'
import { asBytes } from '../api.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { aroundSecret } from '../NewPassphrase.tsx'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, ErrorSummary, Form, Link, Notice, Page, PassphraseField, Row, Stack } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { FoundAtTheDoor } from './AtTheDoor.tsx'
import { ClosedForDamage } from './ClosedForDamage.tsx'
import { EraseBegun } from './EraseBegun.tsx'
import { isOfSecret, KeyFileChoice, type ChosenKeyFile } from './KeyFileChoice.tsx'
import { ClosingCode } from './ClosingCode.tsx'
import { OtherPlace } from './OtherPlace.tsx'
import { StageProgress } from './StageProgress.tsx'

/** Opens the vault: one field; then what was found here, and the other ways on, quietly. */
export function Unlock() {
  const text = useText()
  const place = useSession(({ vault }) => vault?.place ?? null)
  const found = useAnswer('vault.foundHere', {}).value
  return (
    <Page
      title={text('unlock.title')}
      lead={place === null ? text('unlock.lead') : text('unlock.leadElsewhere', { place })}
    >
      <Stack gap={24}>
        {found?.closedFor && <ClosedForDamage why={found.closedFor} />}
        <UnlockForm key={place} />
        <FoundAtTheDoor found={found} />
        <EraseBegun />
        <Stack gap={8}>
          <Row gap={24}>
            <Link href="/recover">{text('recovery.cannotOpen')}</Link>
            <Link href="/restore">{text('restore.link')}</Link>
          </Row>
          <OtherPlace label={text('welcome.elsewhere')} />
          <Row gap={24}>
            <Link href="/read">{text('welcome.read')}</Link>
            <Link href="/practice">{text('practice.link')}</Link>
          </Row>
          <Row>
            <Link href="/erase">{text('erase.link')}</Link>
          </Row>
        </Stack>
        <ClosingCode />
      </Stack>
    </Page>
  )
}

function UnlockForm() {
  const text = useText()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<ChosenKeyFile | null>(null)
  const needsKeyFile = useAnswer('way.asked', {}).value?.keyFile ?? false
  const { busy, refusal, missing, wait, unlock } = useUnlock()
  const wrong = refusal && isOfSecret(refusal) ? text.refusal(refusal) : null
  const errors: readonly FieldError[] = missing
    ? [{ field: 'passphrase', sentence: text('unlock.passphrase.missing') }]
    : []
  return (
    <Form
      onSubmit={() => void unlock(typed, chosen)}
      actions={
        <Button kind="primary" type="submit" busy={busy ? text('unlock.busy') : null} disabled={wait > 0}>
          {text('unlock.open')}
        </Button>
      }
    >
      <ErrorSummary
        title={text('form.errors')}
        errors={errors.map(({ field, sentence }) => ({ id: field, message: sentence }))}
      />
      <Refused refusal={refusal} wait={wait} />
      <PassphraseField
        id="passphrase"
        label={text('unlock.passphrase')}
        value={typed}
        onChange={setTyped}
        error={wrong ?? errors[0]?.sentence}
        takesFocus
        {...aroundSecret(text)}
      />
      {needsKeyFile && <KeyFileChoice label={text('keyfile.choose')} chosen={chosen} onChange={setChosen} />}
      <StageProgress running={busy} />
    </Form>
  )
}

/** Everything that is no fault of what was typed; waiting counts down. */
function Refused({ refusal, wait }: { readonly refusal: Refusal | null; readonly wait: number }) {
  const text = useText()
  if (refusal === null || isOfSecret(refusal)) return null
  if (refusal.code !== 'vault/try-later') return <RefusalNotice refusal={refusal} live />
  return wait === 0 ? null : (
    <Notice tone="care">{text.refusal({ code: refusal.code, facts: { seconds: wait } })}</Notice>
  )
}

/** Opening, and how many seconds to wait before the next try. */
function useUnlock() {
  const { busy, refusal, ask, forgive } = useAsking()
  const refresh = useSession(state => state.refresh)
  const [missing, setMissing] = useState(false)
  const wait = useCountdown(refusal)
  const unlock = async (typed: string, chosen: ChosenKeyFile | null) => {
    if (busy || wait > 0) return
    setMissing(typed === '')
    if (typed === '') return forgive()
    const reply = await ask('vault.unlock', {
      passphrase: asBytes(typed),
      keyFile: chosen?.fileId ?? null,
    })
    if (reply.ok) await refresh(reply.value)
  }
  return { busy, refusal, missing, wait, unlock }
}

/** Seconds left of a `vault/try-later`, counting down to 0. */
function useCountdown(refusal: Refusal | null): number {
  const [passed, setPassed] = useState<{ readonly of: Refusal | null; readonly seconds: number }>(none)
  useEffect(() => {
    const timer = window.setInterval(
      () => setPassed(before => ({ of: refusal, seconds: before.of === refusal ? before.seconds + 1 : 1 })),
      1_000,
    )
    return () => window.clearInterval(timer)
  }, [refusal])
  const seconds = refusal?.code === 'vault/try-later' ? (refusal.facts?.['seconds'] ?? 0) : 0
  return Math.max(0, seconds - (passed.of === refusal ? passed.seconds : 0))
}

const none = { of: null, seconds: 0 }
