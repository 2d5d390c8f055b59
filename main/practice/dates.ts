import { Day } from '../../shared/model.ts'
import type { PartialDate } from '../../shared/model.ts'

/** A day so many days later; before when negative. */
export const daysFrom = (day: Day, days: number): Day =>
  Day.parse(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10))

/** The whole month so many months after the one of `day`. */
export function monthFrom(day: Day, months: number): PartialDate {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const at = (offset: number, date: number) =>
    Day.parse(new Date(Date.UTC(year, month - 1 + months + offset, date)).toISOString().slice(0, 10))
  const from = at(0, 1)
  return { said: from.slice(0, 7), precision: 'month', from, to: at(1, 0) }
}
