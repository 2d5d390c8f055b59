import { lock } from '../lock.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, Row, Section } from '../ui/index.ts'
import { DeletePractice } from './DeletePractice.tsx'

/** On the page of an open practice vault: leave it, or delete it. Nothing in a real one. */
export function PracticeSection() {
  const text = useText()
  const practice = useSession(({ vault }) => vault?.practice ?? false)
  if (!practice) return null
  return (
    <Section title={text('practice.part')} lead={text('practice.part.lead')}>
      <Row>
        <Button onPress={lock}>{text('practice.leave')}</Button>
        <DeletePractice onDeleted={lock} />
      </Row>
    </Section>
  )
}
