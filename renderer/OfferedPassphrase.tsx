import { useEffect, useState } from 'react'
import { call } from './api.ts'
import { useText } from './text.tsx'
import { Notice, Stack, TextButton } from './ui/index.ts'
import styles from './OfferedPassphrase.module.css'

interface OfferedProps {
  readonly words: string
  readonly onOther: () => void
}

/** The six words, to be noted now and told by another way than the file. */
export function OfferedPassphrase({ words, onOther }: OfferedProps) {
  const text = useText()
  return (
    <Stack gap={12}>
      <figure className={styles.offer}>
        <figcaption>{text('brief.send.words')}</figcaption>
        <p dir="ltr" lang="en" className={styles.words}>
          {words}
        </p>
        <TextButton onPress={onOther}>{text('brief.send.otherWords')}</TextButton>
      </figure>
      <Notice tone="care" title={text('brief.send.tell')}>
        {text('brief.send.tellHow')}
      </Notice>
    </Stack>
  )
}

/** Six words drawn by the vault; kept in memory while a page is open and nowhere else. */
export function useOfferedPassphrase() {
  const [words, setWords] = useState('')
  const draw = () =>
    void call('vault.offerPassphrase', {}).then(reply => setWords(reply.ok ? reply.value.passphrase : ''))
  useEffect(draw, [])
  return { words, draw }
}
