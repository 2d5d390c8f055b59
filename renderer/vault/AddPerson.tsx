import { useState } from 'react'
import { useLocation } from 'wouter'
import { vaultContract } from '../../shared/vault/contract.ts'
import { useAsking } from '../asking.ts'
import { useForm } from '../form.ts'
import { NewPassphrase } from '../NewPassphrase.tsx'
import { useNewPassphrase } from '../newPassphraseState.ts'
import { toasts, useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, ErrorSummary, Form, Link, Page, Progress, Section, TextField, show } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { DutiesField } from './DutiesField.tsx'

const Person = vaultContract['vault.addPerson'].input.omit({ passphrase: true })

/** One more person: who they are here, then they type a passphrase only they know. */
export function AddPersonPage() {
  const text = useText()
  const { form, passphrase, handed, busy, refusal, attempt, errors, add } = useAdding()
  return (
    <Page
      title={text('people.add')}
      lead={text('people.add.lead')}
      back={{ label: text('people.title'), href: '/vault/people' }}
    >
      <Form
        onSubmit={() => void add()}
        actions={
          <>
            <Button kind="primary" type="submit" busy={busy ? text('people.adding') : null}>
              {text(handed ? 'people.add.do' : 'people.handOver')}
            </Button>
            <Link href="/vault/people">{text('app.cancel')}</Link>
          </>
        }
      >
        <ErrorSummary title={text('form.errors')} errors={errors} attempt={attempt} />
        <TextField
          id="role"
          label={text('people.theirRole')}
          hint={text('people.role.hint')}
          value={form.value.role ?? ''}
          onChange={role => form.set('role', role)}
          error={form.error('role')}
          width="medium"
          takesFocus
        />
        <DutiesField
          id="duties"
          values={form.value.duties ?? []}
          onChange={duties => form.set('duties', duties)}
          error={form.error('duties')}
        />
        {handed && (
          <div ref={takeFocus} tabIndex={-1}>
            <Section title={text('people.theirs')} lead={text('people.theirs.lead')}>
              <NewPassphrase passphrase={passphrase} />
            </Section>
          </div>
        )}
        {busy && <Progress label={text('vault.stage.deriving')} />}
        {refusal && <RefusalNotice refusal={refusal} live />}
      </Form>
    </Page>
  )
}

const takeFocus = (place: HTMLElement | null) => place?.focus()

/** The form, the passphrase and the adding: the words are drawn in sight of nobody else than the new person. */
function useAdding() {
  const text = useText()
  const { busy, refusal, ask, forgive } = useAsking()
  const { vault, refresh } = useSession()
  const [, navigate] = useLocation()
  const form = useForm(Person, { name: 'addPerson', initial: { role: '', duties: [] }, draft: null })
  const passphrase = useNewPassphrase([form.value.role ?? '', vault?.officer ?? ''])
  const [attempt, setAttempt] = useState(0)
  const [handed, setHanded] = useState(false)

  const add = async () => {
    if (busy) return
    forgive()
    setAttempt(attempt + 1)
    if (!handed)
      return form.submit(async () => {
        setHanded(true)
        return false
      })
    const bytes = await passphrase.take()
    await form.submit(async person => {
      if (bytes === null) return false
      const reply = await ask('vault.addPerson', { ...person, passphrase: bytes })
      if (!reply.ok) return false
      await refresh()
      show(toasts, { text: text('people.added', { role: person.role }), tone: 'safe' })
      navigate('/vault/people')
      return true
    })
  }
  const errors = [...form.errors, ...passphrase.errors].map(({ field, sentence }) => ({
    id: field,
    message: sentence,
  }))
  return { form, passphrase, handed, busy, refusal, attempt, errors, add }
}
