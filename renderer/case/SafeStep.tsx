import { useState } from 'react'
import { useLocation } from 'wouter'
import { useKept } from '../kept.ts'
import { useText } from '../text.tsx'
import { Button, ErrorSummary, Form, Page, RadioGroup } from '../ui/index.ts'
import styles from './case.module.css'

const answers = ['yes', 'least_only', 'no'] as const

/** Whether it is safe to write something down now. */
export type Safe = (typeof answers)[number]

/** The first question of all. */
export function SafeStep({ onAnswer }: { readonly onAnswer: (safe: Safe) => void }) {
  const text = useText()
  const [safe, setSafe] = useKept<Safe | null>('safe', null)
  const [attempt, setAttempt] = useState(0)
  const error = attempt > 0 && safe === null ? text('caseStart.safe.missing') : null
  const submit = () => {
    setAttempt(attempt + 1)
    if (safe) onAnswer(safe)
  }
  return (
    <>
      <ErrorSummary
        title={text('form.errors')}
        errors={error ? [{ id: 'safe', message: error }] : []}
        attempt={attempt}
      />
      <Form
        onSubmit={submit}
        actions={
          <Button kind="primary" type="submit">
            {text('form.continue')}
          </Button>
        }
      >
        <RadioGroup
          id="safe"
          label={text('caseStart.safe')}
          hint={text('caseStart.safe.hint')}
          why={{ label: text('form.why'), text: text('caseStart.safe.why') }}
          error={error}
          value={safe}
          onChange={setSafe}
          options={answers.map(id => ({
            id,
            label: text(`caseStart.safe.${id}`),
            description: text(`caseStart.safe.${id}.hint`),
          }))}
        />
      </Form>
    </>
  )
}

/** What to do instead of writing. */
export function Unsafe({ onBack }: { readonly onBack: () => void }) {
  const text = useText()
  const [, navigate] = useLocation()
  return (
    <Page title={text('caseStart.unsafe.title')}>
      <ul className={styles.advice}>
        {(['nothing', 'danger', 'agree', 'later'] as const).map(point => (
          <li key={point}>{text(`caseStart.unsafe.${point}`)}</li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button kind="primary" onPress={() => navigate('/cases')}>
          {text('caseStart.unsafe.leave')}
        </Button>
        <Button onPress={onBack}>{text('caseStart.back')}</Button>
      </div>
    </Page>
  )
}
