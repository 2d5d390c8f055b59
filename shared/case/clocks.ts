import { Instant } from '../model.ts'
import type { Band } from '../risk/model.ts'
import { clockDefaults } from './clockDefaults.ts'
import type { ClockDefault } from './clockDefaults.ts'
import type { ClockId, Clocks, Weekend } from './clockModel.ts'
import { ClockId as Ids } from './clockModel.ts'

/** The clocks a vault begins with. */
export const usualClocks: Clocks = {
  lengths: Object.fromEntries(Ids.options.map(id => [id, clockDefaults[id].usual])) as Clocks['lengths'],
  weekend: 'sat-sun',
}

/** Clocks as kept, with the usual length where a later program knows a clock that was not set yet. */
export const withUsual = (kept: Clocks): Clocks => ({
  ...kept,
  lengths: { ...usualClocks.lengths, ...kept.lengths },
})

const pairs: readonly (readonly [ClockId, ClockId])[] = [
  ['contactUrgent', 'contact'],
  ['riskCritical', 'riskHigh'],
  ['riskHigh', 'riskMedium'],
  ['riskMedium', 'riskLow'],
  ['followUpFirst', 'followUpSecond'],
]

/** Whether no clock for a graver matter runs longer than the clock for a lesser one. */
export const inOrder = ({ lengths }: Clocks): boolean =>
  pairs.every(([first, then]) => roughHours(first, lengths[first]) <= roughHours(then, lengths[then]))

const roughHours = (id: ClockId, length: number) => length * { hours: 1, days: 24 }[unitIn(id)]
const unitIn = (id: ClockId): 'hours' | 'days' => (clockDefaults[id].unit === 'hours' ? 'hours' : 'days')

/** After how many hours an assessment of each band must be made again. */
export const riskHours = ({ lengths }: Clocks): Readonly<Record<Band, number>> => ({
  critical: roughHours('riskCritical', lengths.riskCritical),
  high: roughHours('riskHigh', lengths.riskHigh),
  medium: roughHours('riskMedium', lengths.riskMedium),
  low: roughHours('riskLow', lengths.riskLow),
})

const hour = 3_600_000
const weekends: Readonly<Record<Weekend, readonly number[]>> = { 'sat-sun': [0, 6], 'fri-sat': [5, 6] }

/**
 * When a clock that began at `since` has run out.
 *
 * A working day ends at the same time of the next day that is none of the weekend (days of UTC); a month at the same
 * time of the same day of the month, or of its last day.
 */
export function runsOut(id: ClockId, since: Instant, { lengths, weekend }: Clocks): Instant {
  const { unit }: ClockDefault = clockDefaults[id]
  const begin = Date.parse(since)
  const length = lengths[id]
  switch (unit) {
    case 'hours':
      return instant(begin + length * hour)
    case 'days':
      return instant(begin + length * 24 * hour)
    case 'working-days':
      return instant(afterWorkingDays(begin, length, weekends[weekend]))
    case 'months':
      return instant(afterMonths(begin, length))
  }
}

const instant = (milliseconds: number): Instant => Instant.parse(new Date(milliseconds).toISOString())

function afterWorkingDays(begin: number, count: number, off: readonly number[]): number {
  let at = begin
  for (let left = count; left > 0;) {
    at += 24 * hour
    if (!off.includes(new Date(at).getUTCDay())) left -= 1
  }
  return at
}

function afterMonths(begin: number, count: number): number {
  const date = new Date(begin)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + count]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const dayStart = Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay))
  return dayStart + (begin % (24 * hour))
}
