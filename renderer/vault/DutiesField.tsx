import { Duty } from '../../shared/vault/model.ts'
import { useText } from '../text.tsx'
import { CheckboxGroup, type FieldProps } from '../ui/index.ts'

interface Props extends Pick<FieldProps, 'id' | 'error'> {
  readonly values: readonly Duty[]
  readonly onChange: (values: Duty[]) => void
}

/** What somebody is there for, each with what it lets them do. */
export function DutiesField({ values, onChange, ...field }: Props) {
  const text = useText()
  return (
    <CheckboxGroup
      {...field}
      label={text('people.duties')}
      hint={text('people.duties.hint')}
      values={values}
      onChange={chosen => onChange([...chosen])}
      options={Duty.options.map(id => ({
        id,
        label: text(`duty.${id}`),
        description: text(`duty.${id}.does`),
      }))}
    />
  )
}
