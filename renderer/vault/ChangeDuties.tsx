import { useState } from 'react'
import { useKept } from '../kept.ts'
import type { VaultPerson } from '../../shared/vault/model.ts'
import type { Asking } from '../asking.ts'
import { useText } from '../text.tsx'
import { Button, Dialog } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { DutiesField } from './DutiesField.tsx'

interface Props {
  readonly person: VaultPerson
  readonly asking: Asking
  readonly onDone: (message: string) => Promise<void>
  readonly onClose: () => void
}

/** Changes what somebody is there for. */
export function ChangeDuties({ person, asking, onDone, onClose }: Props) {
  const text = useText()
  const [duties, setDuties] = useKept(`duties ${person.id}`, person.duties)
  const [attempted, setAttempted] = useState(false)
  const none = duties.length === 0
  const save = async () => {
    setAttempted(true)
    if (none) return
    const reply = await asking.ask('vault.setDuties', { officerId: person.id, duties })
    if (reply.ok) await onDone(text('people.duties.changed', { role: person.role }))
  }
  const close = () => {
    asking.forgive()
    onClose()
  }
  return (
    <Dialog
      open
      onClose={close}
      title={text('people.duties.changeOf', { role: person.role })}
      actions={
        <>
          <Button kind="primary" onPress={() => void save()}>
            {text('people.duties.save')}
          </Button>
          <Button onPress={close}>{text('people.duties.keep')}</Button>
        </>
      }
    >
      {asking.refusal && <RefusalNotice refusal={asking.refusal} live />}
      <DutiesField
        values={duties}
        onChange={setDuties}
        error={attempted && none ? text('addPerson.duties.missing') : undefined}
      />
    </Dialog>
  )
}
