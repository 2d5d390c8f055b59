import { useState } from 'react'
import { Officer } from '../../shared/vault/model.ts'
import { z } from '../../shared/zod.ts'
import { useAsking } from '../asking.ts'
import { useForm } from '../form.ts'
import { NewPassphrase } from '../NewPassphrase.tsx'
import { useNewPassphrase } from '../newPassphraseState.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, ErrorSummary, Form, Page, Section, TextField } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { HonestLimits } from './HonestLimits.tsx'
import { OtherPlace } from './OtherPlace.tsx'
import { StageProgress } from './StageProgress.tsx'

/** Makes a vault: who works here, a passphrase, a place. Afterwards the desk is open. */
export function CreateVault() {
  const text = useText()
  const page = useCreation()
  return (
    <Page
      title={text('create.title')}
      lead={text('create.lead')}
      back={{ label: text('app.back'), href: '/' }}
    >
      <Form
        onSubmit={() => void page.create()}
        actions={
          <Button kind="primary" type="submit" busy={page.busy ? text('create.busy') : null}>
            {text('create.make')}
          </Button>
        }
      >
        <ErrorSummary title={text('form.errors')} errors={page.errors} attempt={page.attempt} />
        <TextField
          id="officer"
          label={text('create.officer')}
          hint={text('create.officer.hint')}
          why={{ label: text('create.officer.why'), text: text('create.officer.because') }}
          value={page.form.value.officer ?? ''}
          onChange={officer => page.form.set('officer', officer)}
          error={page.form.error('officer')}
          width="medium"
          takesFocus
        />
        <NewPassphrase passphrase={page.passphrase} />
        <Place />
        <HonestLimits />
        <StageProgress running={page.busy} />
        {page.refusal && <RefusalNotice refusal={page.refusal} live />}
      </Form>
    </Page>
  )
}

function Place() {
  const text = useText()
  const place = useSession(({ vault }) => vault?.place ?? null)
  return (
    <Section title={text('create.place')}>
      <p>{place === null ? text('create.place.usual') : text('create.place.other', { place })}</p>
      <OtherPlace label={text('create.place.choose')} />
    </Section>
  )
}

const CreationForm = z.strictObject({ officer: Officer })

/** The form, the passphrase and the making of it. */
function useCreation() {
  const { busy, refusal, ask } = useAsking()
  const refresh = useSession(state => state.refresh)
  const form = useForm(CreationForm, { name: 'create', initial: { officer: '' }, draft: null })
  const passphrase = useNewPassphrase([form.value.officer ?? ''])
  const [attempt, setAttempt] = useState(0)

  const create = async () => {
    if (busy) return
    setAttempt(attempt + 1)
    const bytes = await passphrase.take()
    await form.submit(async ({ officer }) => {
      if (bytes === null) return false
      const reply = await ask('vault.create', { passphrase: bytes, officer })
      if (reply.ok) await refresh()
      return reply.ok
    })
  }
  const errors = [...form.errors, ...passphrase.errors].map(({ field, sentence }) => ({
    id: field,
    message: sentence,
  }))
  return { busy, refusal, form, passphrase, attempt, errors, create }
}
