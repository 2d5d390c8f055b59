import type { CaseView } from '../../shared/case/model.ts'
import type { ScopeOutcome } from '../../shared/scope/model.ts'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { Button, Form, Link, Section, TextButton } from '../ui/index.ts'

interface ScopeEndProps {
  readonly view: CaseView
  readonly outcome: ScopeOutcome
  /** Whether to take the focus: the last question was just answered. */
  readonly focus: boolean
  readonly onSave: () => void
  /** Goes to the question that waits for a decision. */
  readonly onDecide: () => void
}

/** The end of the conversation: what to do next, and saving the result. */
export function ScopeEnd({ view, outcome, focus, onSave, onDecide }: ScopeEndProps) {
  const text = useText()
  return (
    <Section title={text('scope.whatNext')}>
      <p>{text(`scope.next.${outcome}`)}</p>
      {outcome === 'needs_decision' && (
        <div>
          <TextButton onPress={onDecide}>{text('scope.decideNow')}</TextButton>
        </div>
      )}
      <Form
        onSubmit={onSave}
        actions={
          <>
            <Button kind="primary" type="submit" takesFocus={focus}>
              {text('scope.save')}
            </Button>
            <Link href={placeOf(view)}>{text('app.cancel')}</Link>
          </>
        }
      >
        {null}
      </Form>
    </Section>
  )
}
