import { useDaySlot } from '../dateReader.ts'
import type { Form } from '../form.ts'
import { useText } from '../text.tsx'
import { Columns, DateText, RadioGroup, TextField } from '../ui/index.ts'
import type { WindowTyped } from './ChangeWindow.tsx'

const bases = ['S', 'K', 'I'] as const

interface FieldsProps {
  readonly form: Form<WindowTyped>
  /** Whether the report may still be numbered. */
  readonly isNew: boolean
}

/** Everything that is known of one window, and why it is set so. */
export function WindowFields({ form, isNew }: FieldsProps) {
  const text = useText()
  return (
    <>
      {isNew && <NumberField form={form} name="ordinal" />}
      <Days form={form} />
      <Columns>
        <TextField
          id="symbol"
          label={text('windows.symbol')}
          hint={text('windows.symbolHint')}
          optional={text('form.optional')}
          error={form.error('symbol')}
          value={form.value.symbol ?? ''}
          onChange={symbol => form.set('symbol', symbol)}
          maxLength={30}
        />
        <NumberField form={form} name="session" />
      </Columns>
      <RadioGroup
        id="basis"
        label={text('windows.basis')}
        error={form.error('basis')}
        options={bases.map(id => ({ id, label: text(`windows.basis.${id}`) }))}
        value={form.value.basis}
        onChange={basis => form.set('basis', basis)}
      />
      <TextField
        id="reason"
        label={text('windows.reason')}
        hint={text('clocks.reasonHint')}
        error={form.error('reason')}
        value={form.value.reason ?? ''}
        onChange={reason => form.set('reason', reason)}
        maxLength={200}
      />
    </>
  )
}

type Typed = Pick<FieldsProps, 'form'>

function NumberField({ form, name }: Typed & { readonly name: 'ordinal' | 'session' }) {
  const text = useText()
  const value = form.value[name]
  return (
    <TextField
      id={name}
      label={text(`windows.${name}Field`)}
      hint={text(`windows.${name}Hint`)}
      optional={name === 'session' ? text('form.optional') : undefined}
      error={form.error(name)}
      width="short"
      value={value === null ? '' : String(value)}
      onChange={typed => {
        const digits = typed.replaceAll(/\D/g, '')
        form.set(name, digits === '' ? null : Number(digits))
      }}
      maxLength={3}
    />
  )
}

function Days({ form }: Typed) {
  const text = useText()
  const from = useDaySlot(form.value.from, day => form.set('from', day))
  const to = useDaySlot(form.value.to, day => form.set('to', day))
  const until = useDaySlot(form.value.submissionsUntil, day => form.set('submissionsUntil', day))
  return (
    <>
      <Columns>
        <DateText id="from" label={text('windows.from')} error={form.error('from')} {...from} />
        <DateText id="to" label={text('windows.to')} error={form.error('to')} {...to} />
      </Columns>
      <DateText
        id="submissionsUntil"
        label={text('windows.until')}
        optional={text('form.optional')}
        error={form.error('submissionsUntil')}
        {...until}
      />
    </>
  )
}
