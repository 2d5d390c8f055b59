import { useState } from 'react'
import { useKept } from '../kept.ts'
import type { ColleagueView } from '../../shared/exchange/colleagueContract.ts'
import { Line } from '../../shared/model.ts'
import { useAsking } from '../asking.ts'
import { colleagueName } from '../colleagueWords.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { toasts } from '../session.ts'
import { useText } from '../text.tsx'
import { ConfirmDialog, show, TextField } from '../ui/index.ts'

interface Props {
  readonly colleague: ColleagueView
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Ends the use of a colleague's keys, for good, with a reason. */
export function RetireKeys({ colleague, onDone, onClose }: Props) {
  const text = useText()
  const asking = useAsking()
  const [reason, setReason] = useKept('retire.reason', '')
  const [missing, setMissing] = useState(false)
  const name = colleagueName(text, colleague)
  const retire = async () => {
    const given = Line.safeParse(reason)
    setMissing(!given.success)
    if (!given.success) return
    const reply = await asking.ask('colleague.retire', { colleagueId: colleague.id, reason: given.data })
    if (!reply.ok) return
    show(toasts, { text: text('colleague.retired', { name }), tone: 'safe' })
    onDone()
  }
  return (
    <ConfirmDialog
      open
      danger
      title={text('colleague.retire.of', { name })}
      consequence={text('colleague.retire.means')}
      confirmLabel={text('colleague.retire.do')}
      keepLabel={text('colleague.retire.keep')}
      busy={asking.busy ? text('colleague.retiring') : null}
      onConfirm={() => void retire()}
      onClose={onClose}
    >
      {asking.refusal && <RefusalNotice refusal={asking.refusal} live />}
      <TextField
        label={text('colleague.retire.why')}
        value={reason}
        onChange={setReason}
        error={missing ? text('form.reasonMissing') : null}
        maxLength={200}
      />
    </ConfirmDialog>
  )
}
