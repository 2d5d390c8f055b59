import { useState } from 'react'
import { useKept } from '../kept.ts'
import { Line } from '../../shared/model.ts'
import type { VaultPerson } from '../../shared/vault/model.ts'
import type { Asking } from '../asking.ts'
import { useText } from '../text.tsx'
import { ConfirmDialog, TextField } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'

interface Props {
  readonly person: VaultPerson
  readonly asking: Asking
  readonly onDone: (message: string) => Promise<void>
  readonly onClose: () => void
}

/** Takes somebody's way into the vault, after saying what that does not take. */
export function RemovePerson({ person, asking, onDone, onClose }: Props) {
  const text = useText()
  const [reason, setReason] = useKept('people.remove.reason', '')
  const [missing, setMissing] = useState(false)
  const { role, id: officerId } = person
  const remove = async () => {
    const given = Line.safeParse(reason)
    setMissing(!given.success)
    if (!given.success) return
    const reply = await asking.ask('vault.removePerson', { officerId, reason: given.data })
    if (reply.ok) await onDone(text('people.removed', { role }))
  }
  return (
    <ConfirmDialog
      open
      danger
      title={text('people.remove.of', { role })}
      consequence={text('people.remove.means', { role })}
      confirmLabel={text('people.remove.do')}
      keepLabel={text('people.remove.keep')}
      busy={asking.busy ? text('people.removing') : null}
      typed={{ label: text('people.remove.typed', { role }), expected: role }}
      onConfirm={() => void remove()}
      onClose={() => {
        asking.forgive()
        onClose()
      }}
    >
      {asking.refusal && <RefusalNotice refusal={asking.refusal} live />}
      <TextField
        label={text('form.reason')}
        value={reason}
        onChange={setReason}
        error={missing ? text('form.reasonMissing') : null}
        maxLength={200}
      />
    </ConfirmDialog>
  )
}
