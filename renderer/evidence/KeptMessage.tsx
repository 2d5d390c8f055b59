import { useState } from 'react'
import type { Attachment, SourceMessage } from '../../shared/evidence/model.ts'
import { call } from '../api.ts'
import { EmailSeen, Fingerprint, seenOfKept, sizeIn } from '../EmailSeen.tsx'
import { useText, type Text } from '../text.tsx'
import {
  Button,
  DescriptionList,
  Disclosure,
  Row,
  Section,
  Stack,
  Status,
  type Description,
} from '../ui/index.ts'

interface KeptMessageProps {
  readonly number: number
  readonly message: SourceMessage
  readonly files: readonly Attachment[]
}

/** One message as it is kept. What it says stays closed: names are in it. */
export function KeptMessage({ number, message, files }: KeptMessageProps) {
  const text = useText()
  return (
    <Section title={text('source.message', { number })}>
      <Stack>
        <DescriptionList rows={rowsOf(text, message, files)} />
        <Disclosure label={text('source.show')}>
          <EmailSeen email={seenOfKept(message, files)} check={checkOf} />
        </Disclosure>
      </Stack>
    </Section>
  )
}

function rowsOf(text: Text, message: SourceMessage, files: readonly Attachment[]): readonly Description[] {
  const programs = files.filter(({ isProgram }) => isProgram).length
  const count = text('email.attachments', { count: files.length })
  return [
    { id: 'takenIn', label: text('source.takenIn'), value: text.moment(message.takenInAt) },
    {
      id: 'files',
      label: text('source.files'),
      value: programs === 0 ? count : `${count} (${text('source.programs', { count: programs })})`,
    },
    {
      id: 'size',
      label: text('source.size'),
      value: (
        <Row gap={16}>
          <span>{sizeIn(text, message.size)}</span>
          <Fingerprint sha256={message.sha256} />
        </Row>
      ),
    },
  ]
}

const checkOf = (file: Attachment) => <Check file={file} />

/** Compares a kept file with what was taken in. */
function Check({ file }: { readonly file: Attachment }) {
  const text = useText()
  const [same, setSame] = useState<boolean | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  async function check() {
    const reply = await call('evidence.check', { attachmentId: file.id })
    setSame(reply.ok ? reply.value.same : null)
    setRefused(reply.ok ? null : text.refusal(reply))
  }
  if (file.leftOut) return text('source.notKept')
  return (
    <Stack gap={4}>
      <Button onPress={() => void check()} name={text('source.checkName', { name: file.name })}>
        {text('source.check')}
      </Button>
      <span aria-live="polite">
        {same !== null && (
          <Status standing={same ? 'done' : 'blocked'} word={text(same ? 'source.same' : 'source.changed')} />
        )}
        {refused}
      </span>
    </Stack>
  )
}
