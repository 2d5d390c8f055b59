import type { CaseView } from '../shared/case/model.ts'
import type { PartialDate } from '../shared/model.ts'
import { windowOfDate, type ReportWindow } from '../shared/settings/windows.ts'
import type { Text } from './text.tsx'

/** A window in a few words: which report, and its days. */
export const windowText = (text: Text, { ordinal, from, to }: ReportWindow): string =>
  text('windows.short', { ordinal, from: text.day(from), to: text.day(to) })

/** Into which annual report an act of this date falls, in a word or two; empty when its date is not known. */
export function reportOf(text: Text, { windows }: Pick<CaseView, 'windows'>, date: PartialDate): string {
  const fall = windowOfDate(date, windows)
  if (fall === null) return ''
  if ('perhaps' in fall) return perhapsText(text, fall.perhaps)
  if ('in' in fall) return text('windows.report', { ordinal: fall.in.ordinal })
  if ('between' in fall) return text('windows.between', { ...fall.between })
  return text(`windows.outside.${fall.outside}`)
}

function perhapsText(text: Text, windows: readonly ReportWindow[]): string {
  const [first, last] = [windows[0], windows.at(-1)]
  if (!first || !last) return text('windows.perhapsNone')
  if (first === last) return text('windows.perhapsOne', { ordinal: first.ordinal })
  const ends = { first: first.ordinal, last: last.ordinal }
  return text(windows.length === 2 ? 'windows.perhapsTwo' : 'windows.perhapsMany', ends)
}
