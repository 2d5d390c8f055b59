import { useState } from 'react'
import { useKept } from '../kept.ts'
import type { Person } from '../../shared/person/model.ts'
import { WordsReason, type Words } from '../../shared/plan/model.ts'
import { useCase } from '../openCase.ts'
import { RevealedLines } from '../RevealedLines.tsx'
import { useText, type Text } from '../text.tsx'
import { Button, Form, Reveal, Section, TextField } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'

interface RevealWordsProps {
  readonly person: Person
  /** Asks to write them anew, starting from what is shown. */
  readonly onChange: (words: Words) => void
}

/** Shows the sealed words for half a minute, once a reason is given. The reveal is recorded for ever. */
export function RevealWords({ person, onChange }: RevealWordsProps) {
  const text = useText()
  const refusal = useCase(state => state.refusal)
  const { shown, hide, reason, setReason, error, reveal } = useReveal(person)
  return (
    <Section title={text('plan.words.kept')} lead={text('plan.words.revealLead')}>
      {refusal && <RefusalNotice refusal={refusal} live />}
      <Form onSubmit={reveal} actions={null}>
        <TextField
          id="reason"
          label={text('plan.words.reason')}
          hint={text('plan.words.reasonHint')}
          error={error}
          value={reason}
          onChange={setReason}
          maxLength={200}
        />
        <Reveal
          shown={shown && <RevealedLines lines={linesOf(text, shown)} />}
          hiddenLabel={text('plan.words.hidden')}
          showLabel={text('plan.words.show')}
          hideLabel={text('plan.words.hide')}
          onShow={reveal}
          onHide={hide}
        />
      </Form>
      {shown && (
        <div>
          <Button onPress={() => onChange(shown)}>{text('plan.words.change')}</Button>
        </div>
      )}
    </Section>
  )
}

const lines = ['safePlaces', 'route', 'signalWords', 'allClear', 'distress', 'coverName'] as const

const linesOf = (text: Text, words: Words) =>
  lines.map(line => ({ id: line, label: text(`plan.words.${line}`), said: words[line] }))

function useReveal(person: Person) {
  const text = useText()
  const run = useCase(state => state.run)
  const [shown, setShown] = useState<Words | null>(null)
  const [reason, setReason] = useKept('reveal.reason', '')
  const [error, setError] = useState<string | null>(null)
  const reveal = () => {
    const given = WordsReason.safeParse(reason)
    setError(given.success ? null : text('identity.reasonMissing'))
    if (given.success)
      void run('plan.revealWords', { personId: person.id, reason: given.data }).then(words => setShown(words))
  }
  const hide = () => {
    setShown(null)
    setReason('')
  }
  return { shown, hide, reason, setReason, error, reveal }
}
