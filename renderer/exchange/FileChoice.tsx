import { useId } from 'react'
import { CircleAlert } from 'lucide-react'
import { useText } from '../text.tsx'
import { Button, Code, Icon, Quiet, Row } from '../ui/index.ts'
import styles from './exchange.module.css'
import { sizeIn } from './size.ts'

/** A file somebody chose: known by number and base name, never by path. */
export interface Chosen {
  readonly fileId: string
  readonly name: string
  readonly size: number
}

interface Props {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly choose: string
  readonly file: Chosen | null
  readonly onChoose: () => void
  readonly error?: string | undefined
}

/** A question whose answer is a file: label, hint, what was chosen, and a line for what is wrong with it. */
export function FileChoice({ id, label, hint, choose, file, onChoose, error }: Props) {
  const text = useText()
  const own = useId()
  return (
    <fieldset id={id} className={styles.choice} aria-describedby={`${own}-hint ${own}-error`}>
      <legend className={styles.label}>{label}</legend>
      <p id={`${own}-hint`}>
        <Quiet>{hint}</Quiet>
      </p>
      <Row>
        <Button onPress={onChoose} name={file ? `${text('read.file.other')} ${label}` : undefined}>
          {file ? text('read.file.other') : choose}
        </Button>
        {file && (
          <span className={styles.file}>
            <Code>{file.name}</Code> <Quiet>{sizeIn(text, file.size)}</Quiet>
          </span>
        )}
      </Row>
      <p id={`${own}-error`} className={styles.error}>
        {error && (
          <>
            <Icon of={CircleAlert} small />
            <span>{error}</span>
          </>
        )}
      </p>
    </fieldset>
  )
}
