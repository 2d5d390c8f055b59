import { useState } from 'react'
import { useKept } from '../kept.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { Line } from '../../shared/model.ts'
import { useCase } from '../openCase.ts'
import { useText } from '../text.tsx'
import { Button, ConfirmDialog, Section, TextField } from '../ui/index.ts'

/** Marks a case as urgent or takes the mark off: it shortens the clocks and moves nothing. */
export function UrgentFlag({ view }: { readonly view: CaseView }) {
  const text = useText()
  const [open, setOpen] = useKept('urgent.open', false)
  const [reason, setReason] = useKept('urgent.reason', '')
  const [missing, setMissing] = useState(false)
  const run = useCase(state => state.run)
  const urgent = view.course.urgent === null
  const words = urgent ? 'case.setUrgent' : 'case.endUrgent'
  // Imminent danger counts as urgent by itself; a mark would add nothing.
  const counts = urgent && view.case.danger === 'imminent'
  const set = async () => {
    const given = Line.safeParse(reason)
    setMissing(!given.success)
    if (!given.success) return
    setOpen(false)
    setReason('')
    await run('case.setUrgent', { caseId: view.case.id, urgent, reason: given.data })
  }
  return (
    <Section title={text('case.urgency')} lead={text(counts ? 'case.urgency.byDanger' : 'case.urgency.lead')}>
      {!counts && (
        <div>
          <Button onPress={() => setOpen(true)}>{text(words)}</Button>
        </div>
      )}
      <ConfirmDialog
        open={open}
        title={text(words)}
        consequence={text(`${words}.means`)}
        confirmLabel={text(words)}
        keepLabel={text('case.move.keep')}
        onConfirm={() => void set()}
        onClose={() => setOpen(false)}
      >
        <TextField
          label={text('caseMove.reason')}
          hint={text('caseMove.reason.hint')}
          value={reason}
          onChange={setReason}
          error={missing ? text('caseMove.reason.missing') : null}
          maxLength={200}
        />
      </ConfirmDialog>
    </Section>
  )
}
