import { useState } from 'react'
import { useKept } from './kept.ts'
import { Line } from '../shared/model.ts'
import { useText } from './text.tsx'
import { ConfirmDialog, TextButton, TextField } from './ui/index.ts'

interface RemoveProps {
  /** The words to press: "Remove this act". */
  readonly label: string
  /** What will be so afterwards. */
  readonly consequence: string
  readonly keepLabel: string
  readonly onRemove: (reason: string) => void
  /** What is asked; unless told, why it is removed. */
  readonly question?: string | undefined
  /** Whether it is hard to undo; so unless told. */
  readonly danger?: boolean | undefined
}

/** Takes something off a case after saying what that means and asking why. */
export function RemoveWithReason(props: RemoveProps) {
  const { label, consequence, keepLabel, onRemove, question, danger = true } = props
  const text = useText()
  const [open, setOpen] = useKept(`remove ${label}`, false)
  const [reason, setReason] = useKept(`remove.reason ${label}`, '')
  const [error, setError] = useState<string | null>(null)
  const confirm = () => {
    const given = Line.safeParse(reason)
    setError(given.success ? null : text('form.reasonMissing'))
    if (!given.success) return
    setOpen(false)
    onRemove(given.data)
  }
  return (
    <div>
      <TextButton onPress={() => setOpen(true)}>{label}</TextButton>
      <ConfirmDialog
        open={open}
        title={label}
        consequence={consequence}
        confirmLabel={label}
        keepLabel={keepLabel}
        onConfirm={confirm}
        onClose={() => setOpen(false)}
        danger={danger}
      >
        <TextField
          label={question ?? text('form.reason')}
          value={reason}
          onChange={setReason}
          error={error}
          maxLength={200}
        />
      </ConfirmDialog>
    </div>
  )
}
