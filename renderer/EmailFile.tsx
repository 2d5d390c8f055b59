import { useRef, useState, type ReactNode } from 'react'
import type { EmailRead } from '../shared/import/model.ts'
import type { FileId } from '../shared/model.ts'
import { call } from './api.ts'
import { EmailSeen, seenOfRead } from './EmailSeen.tsx'
import type { Refusal } from './openCase.ts'
import { SameEmailNotice } from './SameEmail.tsx'
import { useText } from './text.tsx'
import { Button, Progress, Row, Stack } from './ui/index.ts'
import { RefusalNotice } from './RefusalNotice.tsx'

/** An e-mail file that was chosen and read; nothing of it is stored. */
export interface ReadFile {
  readonly fileId: FileId
  readonly name: string
  readonly email: EmailRead
}

/** Choosing and reading one e-mail file. */
export interface EmailFile {
  readonly read: ReadFile | null
  /** The base name of the file that is being read. */
  readonly reading: string | null
  readonly refusal: Refusal | null
  readonly choose: () => void
  /** Gives up what was read or is being read. */
  readonly drop: () => void
}

/** Asks for an e-mail file and has it read. What comes after `drop` is let go. */
export function useEmailFile(): EmailFile {
  const [read, setRead] = useState<ReadFile | null>(null)
  const [reading, setReading] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const turn = useRef(0)

  async function choose() {
    const own = ++turn.current
    const chosen = await call('import.chooseEmail', {})
    if (own !== turn.current) return
    if (!chosen.ok) setRefusal(chosen)
    else if (chosen.value !== null) await readIt(chosen.value, own)
  }
  async function readIt({ fileId, name }: Pick<ReadFile, 'fileId' | 'name'>, own: number) {
    setRead(null)
    setRefusal(null)
    setReading(name)
    const reply = await call('import.readEmail', { fileId })
    if (own !== turn.current) return
    setReading(null)
    if (reply.ok) setRead({ fileId, name, email: reply.value })
    else setRefusal(reply)
  }
  const drop = () => {
    turn.current += 1
    setRead(null)
    setReading(null)
    setRefusal(null)
  }
  return { read, reading, refusal, choose: () => void choose(), drop }
}

/** Properties of `EmailPreview`. `actions` come first; beside them another file can be chosen. */
export interface EmailPreviewProps {
  readonly file: EmailFile
  readonly actions: ReactNode
  /** Level of its heading: 2 straight under the title of a page. */
  readonly level?: 2 | 3 | undefined
}

/** What is going on with the file: being read, refused, or read and shown. Nothing before one is chosen. */
export function EmailPreview({ file, actions, level }: EmailPreviewProps) {
  const text = useText()
  const { read, reading, refusal } = file
  if (reading !== null) {
    const cancel = { label: text('email.stop'), onPress: file.drop }
    return <Progress label={text('email.reading', { name: reading })} cancel={cancel} />
  }
  return (
    <Stack gap={24}>
      {refusal && <RefusalNotice refusal={refusal} live />}
      {read && (
        <>
          <SameEmailNotice key={read.fileId} fileId={read.fileId} />
          <EmailSeen email={seenOfRead(read.email)} level={level} />
          <Row>
            {actions}
            <Button onPress={file.choose}>{text('email.chooseAnother')}</Button>
          </Row>
        </>
      )}
    </Stack>
  )
}
