import type { Label } from '../../shared/settings/lists.ts'
import type { Form } from '../form.ts'
import { useText } from '../text.tsx'
import { TextField } from '../ui/index.ts'

interface Labelled {
  readonly label: Label | null
  readonly reason: string
}

/** How a term reads in both languages. */
export function LabelFields<T extends Labelled>({ form }: { readonly form: Form<T> }) {
  const text = useText()
  const label = form.value.label ?? { en: '', ar: '' }
  const set = (change: Partial<Label>) => form.set('label', { ...label, ...change })
  return (
    <>
      <TextField
        id="label.en"
        label={text('lists.label.en')}
        lang="en"
        error={form.error('label.en')}
        value={label.en}
        onChange={en => set({ en })}
        maxLength={80}
      />
      <TextField
        id="label.ar"
        label={text('lists.label.ar')}
        lang="ar"
        error={form.error('label.ar')}
        value={label.ar}
        onChange={ar => set({ ar })}
        maxLength={80}
      />
    </>
  )
}

/** Why the list is changed. */
export function ReasonField<T extends Pick<Labelled, 'reason'>>({ form }: { readonly form: Form<T> }) {
  const text = useText()
  return (
    <TextField
      id="reason"
      label={text('lists.reason')}
      hint={text('clocks.reasonHint')}
      error={form.error('reason')}
      value={form.value.reason ?? ''}
      onChange={reason => form.set('reason', reason)}
      maxLength={200}
    />
  )
}
