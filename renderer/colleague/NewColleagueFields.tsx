import { ColleagueClass } from '../../shared/exchange/colleague.ts'
import type { NewColleague } from '../../shared/exchange/colleagueContract.ts'
import type { Form as Filled } from '../form.ts'
import { useText, type Text } from '../text.tsx'
import { RadioGroup, TextField } from '../ui/index.ts'

/** Who a new colleague is. */
export function NewColleagueFields({ form }: { readonly form: Filled<NewColleague> }) {
  const text = useText()
  return (
    <>
      <TextField
        id="role"
        label={text('colleague.role')}
        hint={text('colleague.role.hint')}
        value={form.value.role ?? ''}
        onChange={role => form.set('role', role)}
        error={form.error('role')}
        maxLength={60}
        width="medium"
      />
      <TextField
        id="office"
        label={text('colleague.office')}
        hint={text('colleague.office.hint')}
        optional={text('form.optional')}
        value={form.value.office ?? ''}
        onChange={office => form.set('office', office)}
        error={form.error('office')}
        maxLength={120}
      />
      <RadioGroup
        id="recipientClass"
        label={text('colleague.class')}
        hint={text('colleague.class.hint')}
        value={form.value.recipientClass}
        onChange={recipientClass => form.set('recipientClass', recipientClass)}
        error={form.error('recipientClass')}
        options={classesIn(text)}
      />
    </>
  )
}

const classesIn = (text: Text) =>
  ColleagueClass.options.map(id => ({ id, label: text.code('recipientClass', id) }))
