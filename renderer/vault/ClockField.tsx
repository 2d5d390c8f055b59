import { clockDefaults, type ClockDefault } from '../../shared/case/clockDefaults.ts'
import type { ClockId } from '../../shared/case/clockModel.ts'
import { useText } from '../text.tsx'
import { Select } from '../ui/index.ts'

interface ClockFieldProps {
  readonly id: ClockId
  readonly length: number
  readonly onChange: (length: number) => void
}

/** How long one clock runs; its hint says the usual length and what that rests on. */
export function ClockField({ id, length, onChange }: ClockFieldProps) {
  const text = useText()
  const { unit, usual, choices, basis }: ClockDefault = clockDefaults[id]
  const words = (count: number) => text(`clocks.unit.${unit}`, { count })
  return (
    <Select
      label={text(`clocks.${id}`)}
      hint={text('clocks.usual', { usual: words(usual), basis: text(`clocks.basis.${basis}`) })}
      placeholder={text('form.pick')}
      options={choices.map(choice => ({ id: String(choice), label: words(choice) }))}
      value={String(length)}
      onChange={choice => onChange(Number(choice))}
    />
  )
}
