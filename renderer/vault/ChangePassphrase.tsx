import { useState } from 'react'
import { asBytes } from '../api.ts'
import { useAsking } from '../asking.ts'
import { aroundSecret, NewPassphrase } from '../NewPassphrase.tsx'
import { useNewPassphrase } from '../newPassphraseState.ts'
import { toasts, useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, ErrorSummary, Form, Notice, PassphraseField, Progress, show } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { isOfSecret, KeyFileChoice, type ChosenKeyFile } from './KeyFileChoice.tsx'

/** Changes the passphrase of the open vault; the questions show when they are asked for. */
export function ChangePassphrase({ withKeyFile }: { readonly withKeyFile: boolean }) {
  const text = useText()
  const [open, setOpen] = useState(false)
  if (open) return <ChangeForm withKeyFile={withKeyFile} onDone={() => setOpen(false)} />
  return (
    <div>
      <Button onPress={() => setOpen(true)}>{text('vault.passphrase.change')}</Button>
    </div>
  )
}

interface FormProps {
  /** Whether it opens the vault only together with a key file, which stays as it is. */
  readonly withKeyFile: boolean
  readonly onDone: () => void
}

function ChangeForm({ withKeyFile, onDone }: FormProps) {
  const text = useText()
  const change = useChange(onDone)
  return (
    <Form
      onSubmit={() => void change.submit()}
      actions={
        <>
          <Button kind="primary" type="submit" busy={change.busy ? text('vault.passphrase.busy') : null}>
            {text('vault.passphrase.do')}
          </Button>
          <Button onPress={onDone}>{text('vault.passphrase.keep')}</Button>
        </>
      }
    >
      <ErrorSummary title={text('form.errors')} errors={change.errors} attempt={change.attempt} />
      <PassphraseField
        id="passphrase-old"
        label={text('vault.passphrase.old')}
        value={change.old}
        onChange={change.setOld}
        error={change.oldError}
        takesFocus
        {...aroundSecret(text)}
      />
      {withKeyFile && (
        <KeyFileChoice
          label={text('keyfile.chooseCurrent')}
          chosen={change.chosen}
          onChange={change.setChosen}
        />
      )}
      <NewPassphrase passphrase={change.passphrase} />
      <Notice tone="care">{text('vault.limit.copies')}</Notice>
      {change.busy && <Progress label={text('vault.stage.deriving')} />}
      {change.refusal && <RefusalNotice refusal={change.refusal} live />}
    </Form>
  )
}

/** What is typed, what is wrong with it, and the change itself. */
function useChange(onDone: () => void) {
  const text = useText()
  const officer = useSession(({ vault }) => vault?.officer ?? '')
  const { busy, refusal, ask, forgive } = useAsking()
  const passphrase = useNewPassphrase([officer])
  const [old, setOld] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [chosen, setChosen] = useState<ChosenKeyFile | null>(null)
  const wrong = refusal !== null && refusal.code !== 'vault/unusable-passphrase' && isOfSecret(refusal)
  const missing = attempt > 0 && old === '' ? text('unlock.passphrase.missing') : null
  const oldError = wrong ? text.refusal(refusal) : missing

  const submit = async () => {
    if (busy) return
    forgive()
    setAttempt(attempt + 1)
    const bytes = await passphrase.take()
    if (bytes === null || old === '') return
    const reply = await ask('vault.changePassphrase', {
      old: asBytes(old),
      new: bytes,
      keyFile: chosen?.fileId ?? null,
    })
    if (!reply.ok) return
    show(toasts, { text: text('vault.passphrase.changed'), tone: 'safe' })
    onDone()
  }
  const errors = [
    ...(oldError ? [{ id: 'passphrase-old', message: oldError }] : []),
    ...passphrase.errors.map(({ field, sentence }) => ({ id: field, message: sentence })),
  ]
  const shown = { old, setOld, oldError, chosen, setChosen, attempt, errors }
  return { ...shown, busy, refusal: wrong ? null : refusal, passphrase, submit }
}
