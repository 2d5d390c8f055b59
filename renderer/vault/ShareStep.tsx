import { useState } from 'react'
import type { Ceremony, Share } from '../../shared/recovery/model.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { toasts, useSession } from '../session.ts'
import { useText, type Text } from '../text.tsx'
import { Button, Form, Notice, Row, Stack, TextArea, TextButton, show } from '../ui/index.ts'
import styles from './vault.module.css'

interface Props {
  readonly ceremony: Ceremony
  /** It was typed back, or its file was read back. */
  readonly onVerified: () => void
  /** Nobody goes on: nothing of them is kept. */
  readonly onLeave: () => void
}

/** One share: its words, then typing them back. The next is shown only after that. */
export function ShareStep({ ceremony, onVerified, onLeave }: Props) {
  const text = useText()
  const index = ceremony.verified.length + 1
  const { value: share, refusal } = useAnswer('recovery.share', { index })
  const [shown, setShown] = useState(true)
  return (
    <Stack gap={16}>
      <h2>{text('recovery.share.of', { index, n: ceremony.n, set: ceremony.set })}</h2>
      {refusal && <RefusalNotice refusal={refusal} live />}
      {share && shown && (
        <Words share={share} onVerified={onVerified} onWritten={() => setShown(false)} onLeave={onLeave} />
      )}
      {share && !shown && (
        <TypeBack share={share} onVerified={onVerified} onLookAgain={() => setShown(true)} />
      )}
    </Stack>
  )
}

interface WordsProps {
  readonly share: Share
  readonly onVerified: () => void
  readonly onWritten: () => void
  readonly onLeave: () => void
}

function Words({ share, onVerified, onWritten, onLeave }: WordsProps) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const language = useSession(({ preferences }) => preferences.language)
  const { index } = share
  const print = async () => {
    const reply = await ask('recovery.print', { index, language })
    if (reply.ok && reply.value) show(toasts, { text: text('recovery.printed'), tone: 'safe' })
  }
  const save = async () => {
    const reply = await ask('recovery.save', { index })
    if (!reply.ok || reply.value === null) return
    show(toasts, { text: text('recovery.saved'), tone: 'safe' })
    onVerified()
  }
  return (
    <Stack gap={16}>
      <p>{text('recovery.share.how')}</p>
      <ol className={styles.share} dir="ltr" lang="en" aria-label={text('recovery.share.words')}>
        {[...share.words.split(' ').entries()].map(([at, word]) => (
          <li key={at}>{word}</li>
        ))}
      </ol>
      <Notice tone="care">{text('recovery.share.care')}</Notice>
      <Row>
        <Button kind="primary" onPress={onWritten} takesFocus>
          {text('recovery.share.written')}
        </Button>
        <Button onPress={() => void print()} busy={busy ? text('recovery.busy') : null}>
          {text('recovery.share.print')}
        </Button>
        <Button onPress={() => void save()} disabled={busy}>
          {text('recovery.share.save')}
        </Button>
        <TextButton onPress={onLeave}>{text('recovery.leave')}</TextButton>
      </Row>
      {refusal && <RefusalNotice refusal={refusal} live />}
    </Stack>
  )
}

interface TypeBackProps {
  readonly share: Share
  readonly onVerified: () => void
  readonly onLookAgain: () => void
}

function TypeBack({ share: { index }, onVerified, onLookAgain }: TypeBackProps) {
  const text = useText()
  const { busy, refusal, ask, forgive } = useAsking()
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState<readonly number[]>([])
  const confirm = async () => {
    if (busy) return
    const reply = await ask('recovery.confirm', { index, words })
    if (!reply.ok) return
    setWrong(reply.value.wrong)
    if (reply.value.wrong.length === 0) onVerified()
  }
  return (
    <Form
      onSubmit={() => void confirm()}
      actions={
        <>
          <Button kind="primary" type="submit" busy={busy ? text('recovery.busy') : null}>
            {text('recovery.back.do')}
          </Button>
          <TextButton onPress={onLookAgain}>{text('recovery.back.lookAgain')}</TextButton>
        </>
      }
    >
      <TextArea
        id="share-back"
        label={text('recovery.back', { index })}
        hint={text('recovery.words.hint')}
        value={words}
        onChange={typed => {
          setWords(typed)
          setWrong([])
          forgive()
        }}
        error={differenceIn(text, wrong)}
        lang="en"
        takesFocus
        maxLength={1_000}
      />
      {refusal && <RefusalNotice refusal={refusal} live />}
    </Form>
  )
}

/** So many numbers can be compared one by one; with more, a word is missing or twice. */
const comparable = 6

/** Which words differ, or where to begin comparing. */
function differenceIn(text: Text, wrong: readonly number[]): string | null {
  const [first] = wrong
  if (first === undefined) return null
  if (wrong.length > comparable) return text('recovery.back.many', { first })
  const places = wrong.map(String).join(text('form.listComma'))
  return text('recovery.back.wrong', { count: wrong.length, places })
}
