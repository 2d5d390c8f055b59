import { useState } from 'react'
import { asBytes } from '../api.ts'
import { useAsking } from '../asking.ts'
import { aroundSecret } from '../NewPassphrase.tsx'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { toasts } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, Form, Notice, PassphraseField, Progress, Row, show } from '../ui/index.ts'
import { isOfSecret, KeyFileChoice, type ChosenKeyFile } from './KeyFileChoice.tsx'

type Doing = 'make' | 'replace' | 'giveUp'

interface Props {
  /** Whether whoever is at the desk opens the vault with one. */
  readonly has: boolean
  readonly onDone: () => void
}

/** Making, replacing and giving up one's own key file. */
export function KeyFileSection({ has, onDone }: Props) {
  const text = useText()
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const done = () => {
    close()
    onDone()
  }
  if (doing) return <KeyFileForm doing={doing} onDone={done} onClose={close} />
  const offered: readonly Doing[] = has ? ['replace', 'giveUp'] : ['make']
  return (
    <>
      <p>{text(has ? 'keyfile.has' : 'keyfile.hasNone')}</p>
      <Row>
        {offered.map(each => (
          <Button key={each} onPress={() => setDoing(each)}>
            {text(`keyfile.${each}`)}
          </Button>
        ))}
      </Row>
    </>
  )
}

interface FormProps {
  readonly doing: Doing
  readonly onDone: () => void
  readonly onClose: () => void
}

function KeyFileForm({ doing, onDone, onClose }: FormProps) {
  const text = useText()
  const form = useKeyFile(doing, onDone)
  return (
    <Form
      onSubmit={() => void form.submit()}
      actions={
        <>
          <Button kind="primary" type="submit" busy={form.busy ? text('keyfile.busy') : null}>
            {text(`keyfile.${doing}.do`)}
          </Button>
          <Button onPress={onClose}>{text('keyfile.leave')}</Button>
        </>
      }
    >
      <Notice tone="care">{text(`keyfile.${doing}.means`)}</Notice>
      <PassphraseField
        id="keyfile-passphrase"
        label={text('keyfile.passphrase')}
        value={form.typed}
        onChange={form.setTyped}
        error={form.error}
        takesFocus
        {...aroundSecret(text)}
      />
      {doing !== 'make' && (
        <KeyFileChoice label={text('keyfile.chooseCurrent')} chosen={form.chosen} onChange={form.setChosen} />
      )}
      {form.busy && <Progress label={text('vault.stage.deriving')} />}
      {form.refusal && <RefusalNotice refusal={form.refusal} live />}
    </Form>
  )
}

/** What is typed and chosen, what is wrong with it, and the change itself. */
function useKeyFile(doing: Doing, onDone: () => void) {
  const text = useText()
  const { busy, refusal, ask, forgive } = useAsking()
  const [typed, setTyped] = useState('')
  const [missing, setMissing] = useState(false)
  const [chosen, setChosen] = useState<ChosenKeyFile | null>(null)
  const submit = async () => {
    if (busy) return
    forgive()
    setMissing(typed === '')
    if (typed === '') return
    if (doing === 'giveUp') {
      if (chosen === null) return setMissing(true)
      const reply = await ask('way.giveUpKeyFile', { passphrase: asBytes(typed), keyFile: chosen.fileId })
      if (!reply.ok) return
    } else {
      const reply = await ask('way.makeKeyFile', {
        passphrase: asBytes(typed),
        keyFile: chosen?.fileId ?? null,
      })
      if (!reply.ok || reply.value === null) return
    }
    show(toasts, { text: text(`keyfile.${doing}.done`), tone: 'safe' })
    onDone()
  }
  const wrong = refusal && isOfSecret(refusal) ? text.refusal(refusal) : null
  const absent = missing ? text(typed === '' ? 'unlock.passphrase.missing' : 'keyfile.missing') : null
  return {
    busy,
    refusal: wrong ? null : refusal,
    error: wrong ?? absent,
    typed,
    setTyped,
    chosen,
    setChosen,
    submit,
  }
}
