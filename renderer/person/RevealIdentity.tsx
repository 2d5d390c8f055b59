import { useState } from 'react'
import { useKept } from '../kept.ts'
import { RevealReason, type Identity, type Person } from '../../shared/person/model.ts'
import { useCase } from '../openCase.ts'
import { RevealedLines } from '../RevealedLines.tsx'
import { useText, type Text } from '../text.tsx'
import { Button, Form, Reveal, Section, TextField } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'

interface RevealIdentityProps {
  readonly person: Person
  /** Asks to write it anew, starting from what is shown. */
  readonly onChange: (identity: Identity) => void
}

/** Shows an identity for half a minute, once a reason is given. The reveal is recorded for ever. */
export function RevealIdentity({ person, onChange }: RevealIdentityProps) {
  const text = useText()
  const refusal = useCase(state => state.refusal)
  const { shown, hide, reason, setReason, error, reveal } = useReveal(person)
  return (
    <Section title={text('identity.keptTitle')} lead={text('identity.revealLead')}>
      {refusal && <RefusalNotice refusal={refusal} live />}
      <Form onSubmit={reveal} actions={null}>
        <TextField
          id="reason"
          label={text('identity.reason')}
          hint={text('identity.reasonHint')}
          why={{ label: text('identity.whyApart'), text: text('identity.why') }}
          error={error}
          value={reason}
          onChange={setReason}
          maxLength={200}
        />
        <Reveal
          shown={shown && <RevealedLines lines={linesOf(text, shown)} />}
          hiddenLabel={text('identity.hidden')}
          showLabel={text('identity.show')}
          hideLabel={text('identity.hide')}
          onShow={reveal}
          onHide={hide}
        />
      </Form>
      {shown && (
        <div>
          <Button onPress={() => onChange(shown)}>{text('identity.change')}</Button>
        </div>
      )}
    </Section>
  )
}

function useReveal(person: Person) {
  const text = useText()
  const run = useCase(state => state.run)
  const [shown, setShown] = useState<Identity | null>(null)
  const [reason, setReason] = useKept('reveal.reason', '')
  const [error, setError] = useState<string | null>(null)
  const reveal = () => {
    const given = RevealReason.safeParse(reason)
    setError(given.success ? null : text('identity.reasonMissing'))
    if (given.success)
      void run('person.reveal', { personId: person.id, reason: given.data }).then(identity =>
        setShown(identity),
      )
  }
  const hide = () => {
    setShown(null)
    setReason('')
  }
  return { shown, hide, reason, setReason, error, reveal }
}

const lines = ['name', 'otherNames', 'contact', 'documents'] as const

const linesOf = (text: Text, identity: Identity) =>
  lines.map(line => ({ id: line, label: text(`identity.${line}`), said: identity[line] }))
