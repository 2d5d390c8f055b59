import { Note } from '../shared/model.ts'
import { z } from '../shared/zod.ts'
import { useForm } from './form.ts'
import { useText } from './text.tsx'
import { Button, Stack, TextField } from './ui/index.ts'

const Reason = z.strictObject({ reason: Note.min(1).max(300) })

interface ReasonFieldProps {
  /** First part of its text keys: the label, the hint, the button and the sentence when it is empty. */
  readonly name: string
  readonly id: string
  /** `true` when it was done. */
  readonly onGive: (reason: string) => Promise<boolean>
}

/** Why a warning is accepted, in one line, and the button that says so. */
export function ReasonField({ name, id, onGive }: ReasonFieldProps) {
  const text = useText()
  const form = useForm(Reason, { name, initial: { reason: '' }, draft: null })
  return (
    <Stack gap={4}>
      <TextField
        id={id}
        label={text(`${name}.reason`)}
        hint={text(`${name}.reason.hint`)}
        error={form.error('reason')}
        maxLength={300}
        value={form.value.reason ?? ''}
        onChange={reason => form.set('reason', reason)}
      />
      <div>
        <Button onPress={() => void form.submit(({ reason }) => onGive(reason.trim()))}>
          {text(`${name}.give`)}
        </Button>
      </div>
    </Stack>
  )
}
