import { useState } from 'react'
import { useLocation } from 'wouter'
import { Intake, type CaseFile } from '../../shared/case/model.ts'
import { useForm } from '../form.ts'
import { useCase } from '../openCase.ts'
import { placeOf, type PartProps } from '../part.ts'
import { WordingNote } from '../recorded.tsx'
import { toasts } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, Form, Page, Section, show } from '../ui/index.ts'
import { FormTop } from './FormTop.tsx'
import {
  Account,
  Channel,
  Danger,
  Interpreter,
  Keeping,
  Language,
  ReceivedOn,
  Reporter,
  Safety,
  type IntakeForm,
} from './intakeFields.tsx'

/** Everything that was reported, to complete and to correct. */
export function IntakePart({ view }: PartProps) {
  const text = useText()
  const [, navigate] = useLocation()
  const [attempt, setAttempt] = useState(0)
  const { run, refusal } = useCase()
  const caseId = view.case.id
  const form = useForm(Intake, {
    name: 'intake',
    initial: intakeOf(view.case),
    draft: `case:intake:${caseId}`,
  })

  async function save() {
    setAttempt(attempt + 1)
    await form.submit(async intake => {
      await run('case.change', { caseId, intake })
      if (useCase.getState().refusal) return false
      show(toasts, { text: text('intake.saved'), tone: 'safe' })
      navigate(placeOf(view))
      return true
    })
  }
  return (
    <Page
      title={text('intake.title')}
      lead={text('intake.lead')}
      back={{ label: view.case.code, href: placeOf(view) }}
    >
      <WordingNote view={view} row={caseId} />
      <FormTop {...form} attempt={attempt} onDiscard={form.discard} refusal={refusal} />
      <Form onSubmit={() => void save()} actions={<Actions onLeave={() => navigate(placeOf(view))} />}>
        <Groups form={form} />
      </Form>
    </Page>
  )
}

function Actions({ onLeave }: { readonly onLeave: () => void }) {
  const text = useText()
  return (
    <>
      <Button kind="primary" type="submit">
        {text('app.save')}
      </Button>
      <Button onPress={onLeave}>{text('app.cancel')}</Button>
    </>
  )
}

function Groups({ form }: { readonly form: IntakeForm }) {
  const text = useText()
  return (
    <>
      <Section title={text('intake.safety')}>
        <Danger form={form} />
        <Safety form={form} />
      </Section>
      <Section title={text('intake.happened')}>
        <Account form={form} />
      </Section>
      <Section title={text('intake.came')}>
        <ReceivedOn form={form} />
        <Channel form={form} />
        <Language form={form} />
        <Interpreter form={form} />
      </Section>
      <Section title={text('intake.reporter')}>
        <Reporter form={form} />
      </Section>
      <Section title={text('intake.keeping')}>
        <Keeping form={form} />
      </Section>
    </>
  )
}

/** The intake alone, without what the case adds to it. */
const intakeOf = (file: CaseFile): Intake => Intake.strip().parse(file)
