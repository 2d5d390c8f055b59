import { useState } from 'react'
import { useAsking } from '../asking.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, Disclosure, Form, HoldButton, Stack, TextField } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import styles from './vault.module.css'

/** How long the button must be held, in seconds. */
const holdFor = 3

const remains = ['copies', 'packages', 'colleagues', 'flash', 'trace'] as const

/** What erasing does not reach. */
export function EraseRemains() {
  const text = useText()
  return (
    <ul className={styles.limits}>
      {remains.map(one => (
        <li key={one}>{text(`erase.remains.${one}`)}</li>
      ))}
    </ul>
  )
}

/** Destroys the vault of this place: by holding a button, or by typing a word where holding one is hard. */
export function EraseHere() {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const refresh = useSession(state => state.refresh)
  const erase = async () => {
    if (busy) return
    const reply = await ask('vault.erase', { confirmed: 'erase' })
    // What is left of it, if anything, is said by the next screen; the page itself is loaded afresh.
    if (!reply.ok) await refresh()
  }
  return (
    <Stack gap={16}>
      {refusal && <RefusalNotice refusal={refusal} live />}
      <div>
        <HoldButton
          seconds={holdFor}
          holding={seconds => text('erase.holding', { seconds })}
          onDone={() => void erase()}
          busy={busy ? text('erase.busy') : null}
        >
          {text('erase.hold', { seconds: holdFor })}
        </HoldButton>
      </div>
      <Disclosure label={text('erase.byWord')} level={2}>
        <ByWord onErase={() => void erase()} busy={busy ? text('erase.busy') : null} />
      </Disclosure>
    </Stack>
  )
}

interface ByWordProps {
  readonly onErase: () => void
  readonly busy: string | null
}

/** A word typed by mistake is unlikely, and nobody has to hold anything. */
function ByWord({ onErase, busy }: ByWordProps) {
  const text = useText()
  const [said, setSaid] = useState('')
  const [isWrong, setWrong] = useState(false)
  const submit = () => {
    const isSaid = said.trim().toLocaleLowerCase() === text('erase.word')
    setWrong(!isSaid)
    if (isSaid) onErase()
  }
  return (
    <Form
      onSubmit={submit}
      actions={
        <Button kind="danger" type="submit" busy={busy}>
          {text('erase.now')}
        </Button>
      }
    >
      <TextField
        id="erase-word"
        label={text('erase.type', { word: text('erase.word') })}
        value={said}
        onChange={setSaid}
        error={isWrong ? text('erase.type.other', { word: text('erase.word') }) : null}
        width="medium"
        maxLength={40}
      />
    </Form>
  )
}
