import { useEffect, useState } from 'react'
import { useKept } from '../kept.ts'
import type { Output } from '../../shared/contract.ts'
import { call } from '../api.ts'
import { useAsking } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Button, Columns, Notice, Quiet, Row, Section, Stack, TextField } from '../ui/index.ts'
import styles from './colleague.module.css'

type Picture = Output<'key.picture'>

/** What the card says, the card as a code, and writing it to a file. */
export function CardForm() {
  const text = useText()
  const [role, setRole] = useKept('card.role', '')
  const [office, setOffice] = useKept('card.office', '')
  const { picture, refusal } = usePicture(role, office)
  return (
    <>
      <Section title={text('card.says')} lead={text('card.says.lead')}>
        <Columns>
          <TextField
            label={text('card.role')}
            hint={text('card.role.hint')}
            optional={text('form.optional')}
            value={role}
            onChange={setRole}
            maxLength={60}
          />
          <TextField
            label={text('card.office')}
            hint={text('card.office.hint')}
            optional={text('form.optional')}
            value={office}
            onChange={setOffice}
            maxLength={120}
          />
        </Columns>
      </Section>
      <Section title={text('card.file')} lead={text('card.file.lead')}>
        <WriteCard role={role} office={office} />
      </Section>
      <Section title={text('card.code')} lead={text('card.code.lead')}>
        {refusal && <RefusalNotice refusal={refusal} live />}
        {picture && <QrCode picture={picture} label={text('card.code')} />}
      </Section>
    </>
  )
}

/** Four pixels of the window for each square: sharp on any screen, and large enough for a camera. */
const scale = 4

function QrCode({ picture: { size, path }, label }: { readonly picture: Picture; readonly label: string }) {
  return (
    <svg
      className={styles.code}
      // An image file would need an address; this is drawn here.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width={size * scale}
      height={size * scale}
    >
      <path d={path} />
    </svg>
  )
}

/** The code of the card as it is typed; the last one stays until the next is drawn. */
function usePicture(role: string, office: string) {
  const [reply, setReply] = useState<Awaited<ReturnType<typeof call<'key.picture'>>> | null>(null)
  const [last, setLast] = useState<Picture | null>(null)
  useEffect(() => {
    let wanted = true
    const draw = async () => {
      const answer = await call('key.picture', { role, office })
      if (!wanted) return
      setReply(answer)
      if (answer.ok) setLast(answer.value)
    }
    const timer = window.setTimeout(() => void draw(), 200)
    return () => {
      wanted = false
      window.clearTimeout(timer)
    }
  }, [role, office])
  return { picture: last, refusal: reply && !reply.ok ? reply : null }
}

/** Writes the card where the officer says, and tells what to do with it. */
function WriteCard({ role, office }: { readonly role: string; readonly office: string }) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const [name, setName] = useState<string | null>(null)
  const write = async () => {
    const reply = await ask('key.writeCard', { role, office })
    if (reply.ok && reply.value) setName(reply.value.name)
  }
  return (
    <Stack gap={12}>
      {refusal && <RefusalNotice refusal={refusal} live />}
      <Row>
        <Button kind="primary" onPress={() => void write()} busy={busy ? text('card.writing') : null}>
          {text('card.write')}
        </Button>
      </Row>
      {name !== null && (
        <Notice tone="safe" title={text('card.written.as', { name })} live>
          {text('card.written.next')}
        </Notice>
      )}
      <Quiet>{text('card.plain')}</Quiet>
    </Stack>
  )
}
