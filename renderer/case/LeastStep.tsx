import { useState } from 'react'
import type { EmailFile } from '../EmailFile.tsx'
import { useText } from '../text.tsx'
import { Button, Form, Notice, Progress, Section, TextButton } from '../ui/index.ts'
import { FormTop } from './FormTop.tsx'
import { Account, Channel, Danger, Keeping, Language, ReceivedOn, SafeContact } from './intakeFields.tsx'
import type { Start } from './StartCase.tsx'

interface LeastStepProps {
  readonly start: Start
  readonly file: EmailFile
  readonly onBack: () => void
  /** After what was typed has been given up. */
  readonly onAfresh: () => void
}

/** The stub: what has to be known for a case to exist. */
export function LeastStep({ start, file, onBack, onAfresh }: LeastStepProps) {
  const text = useText()
  const [attempt, setAttempt] = useState(0)
  const { form, refusal, busy, save } = start
  const submit = () => {
    if (busy) return
    setAttempt(attempt + 1)
    void save(file.read?.fileId ?? null)
  }
  const afresh = () => {
    form.discard()
    onAfresh()
  }
  const actions = (
    <>
      <Button kind="primary" type="submit">
        {text('caseStart.save')}
      </Button>
      <Button onPress={onBack}>{text('caseStart.back')}</Button>
    </>
  )
  return (
    <Section title={text('caseStart.least')} lead={text('caseStart.least.lead')}>
      <FormTop {...form} attempt={attempt} onDiscard={afresh} refusal={refusal} />
      {file.read && <WithEmail name={file.read.name} onChange={onBack} />}
      {form.value.safeToWrite === 'least_only' && <Notice tone="care">{text('caseStart.leastOnly')}</Notice>}
      <Form onSubmit={submit} actions={actions}>
        <Danger form={form} />
        <SafeContact form={form} />
        {(form.value.safeToWrite !== 'least_only' || form.value.account) && <Account form={form} />}
        <ReceivedOn form={form} />
        <Channel form={form} />
        <Language form={form} />
        <Keeping form={form} />
        {busy && <Progress label={text('caseStart.saving')} />}
      </Form>
    </Section>
  )
}

function WithEmail({ name, onChange }: { readonly name: string; readonly onChange: () => void }) {
  const text = useText()
  return (
    <Notice actions={<TextButton onPress={onChange}>{text('caseStart.changeEmail')}</TextButton>}>
      {text('caseStart.withEmail', { name })}
    </Notice>
  )
}
