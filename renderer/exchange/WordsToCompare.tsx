import { useText } from '../text.tsx'
import { Disclosure, Quiet, Stack } from '../ui/index.ts'
import styles from './exchange.module.css'

interface Props {
  readonly words: readonly string[]
  readonly sentAt: string
}

/** The twelve words of the sender's key, and how they are compared. */
export function WordsToCompare({ words, sentAt }: Props) {
  const text = useText()
  return (
    <Stack gap={12}>
      <ol className={styles.words} dir="ltr" lang="en" aria-label={text('read.sender.words')}>
        {words.map((word, index) => (
          // A word may come twice; its place is what it is.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>{word}</li>
        ))}
      </ol>
      <Quiet>{text('read.sender.sentAt', { at: text.moment(sentAt) })}</Quiet>
      <Disclosure label={text('read.sender.how')}>
        <p>{text('read.sender.explained')}</p>
      </Disclosure>
    </Stack>
  )
}
