import { useState } from 'react'
import type { CaseView } from '../../shared/case/model.ts'
import { RevealReason, type Person } from '../../shared/person/model.ts'
import { call } from '../api.ts'
import { useDo, useLeave } from '../FormPage.tsx'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { ConfirmDialog, Section, TextButton, TextField } from '../ui/index.ts'

interface DestroyProps {
  readonly view: CaseView
  readonly person: Person
}

/** Destroys the key of an identity, after saying what that means, why it is done, and with the code typed. */
export function DestroyIdentity({ view, person }: DestroyProps) {
  const text = useText()
  const [open, setOpen] = useState(false)
  const { reason, setReason, error, destroy } = useDestroy({ view, person }, () => setOpen(false))
  return (
    <Section title={text('identity.destroyTitle')} lead={text('identity.destroyLead')}>
      <div>
        <TextButton onPress={() => setOpen(true)}>{text('identity.destroy')}</TextButton>
      </div>
      <ConfirmDialog
        open={open}
        title={text('identity.destroyQuestion', { code: person.label })}
        consequence={text('identity.destroyConsequence', { code: person.label })}
        confirmLabel={text('identity.destroy')}
        keepLabel={text('identity.keep')}
        typed={{ label: text('identity.typeCode', { code: view.case.code }), expected: view.case.code }}
        onConfirm={() => void destroy()}
        onClose={() => setOpen(false)}
        danger
      >
        <TextField
          label={text('identity.destroyReason')}
          error={error}
          value={reason}
          onChange={setReason}
          maxLength={200}
        />
      </ConfirmDialog>
    </Section>
  )
}

function useDestroy({ view, person }: DestroyProps, close: () => void) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)
  const destroy = async () => {
    const given = RevealReason.safeParse(reason)
    setError(given.success ? null : text('identity.reasonMissing'))
    if (!given.success) return
    close()
    await call('vault.dropDraft', { key: `identity:${person.id}` })
    const gone = await done('person.forget', { personId: person.id, reason: given.data })
    if (gone) leave(placeOf(view, 'persons'), text('identity.destroyed', { code: person.label }))
  }
  return { reason, setReason, error, destroy }
}
