import { Day } from '../model.ts'
import type { PartialDate } from '../model.ts'
import type { RefusalCode } from '../refusal.ts'
import { z } from '../zod.ts'

/** The symbol of a report of the Secretary-General; empty while it is not known. */
const ReportSymbol = z.union([z.literal(''), z.string().regex(/^A\/HRC\/\d{1,3}\/\d{1,4}$/)])

/**
 * One reporting period of the annual report on cooperation with the United Nations. Windows moved twice (2013 and 2019),
 * so they are data.
 */
export const ReportWindow = z.strictObject({
  /** The number of the report in the row of annual reports: 4 is the fourth. */
  ordinal: z.int().min(1).max(200),
  symbol: ReportSymbol,
  /** First and last day on which an act falls into this window. */
  from: Day,
  to: Day,
  /** Until when submissions are taken; `null` while that is not known. */
  submissionsUntil: Day.nullable(),
  /** The session of the Human Rights Council it is presented at; `null` while that is not known. */
  session: z.int().min(1).max(500).nullable(),
  /** Where this comes from, as for the codes of lists. */
  basis: z.enum(['S', 'K', 'I']),
  /** Whether acts are counted into it. One that was entered in error is retired, never removed. */
  used: z.boolean(),
})
export type ReportWindow = z.infer<typeof ReportWindow>

/** A window as typed; the ordinal is what it is known by. */
export const WindowDraft = ReportWindow.omit({ used: true })
export type WindowDraft = z.infer<typeof WindowDraft>

const usual = (
  ordinal: number,
  [from, to]: readonly [string, string],
  more: Pick<ReportWindow, 'symbol' | 'session' | 'basis'>,
): ReportWindow => ({
  ordinal,
  from: Day.parse(from),
  to: Day.parse(to),
  submissionsUntil: null,
  used: true,
  ...more,
})

/** A window that was published with its report. */
const published = (
  ordinal: number,
  days: readonly [string, string],
  [symbol, basis = 'S']: readonly [string, ReportWindow['basis']?],
) => usual(ordinal, days, { symbol, session: Number(symbol.split('/')[2]), basis })

/**
 * The windows a vault begins with, earliest first. `S` was read in a public source, `K` is known and was not read again,
 * `I` follows the pattern of the windows before; the last two reports had no symbol when this was written.
 */
export const usualWindows: readonly ReportWindow[] = [
  published(4, ['2012-06-16', '2013-06-15'], ['A/HRC/24/29']),
  published(5, ['2013-06-16', '2014-05-31'], ['A/HRC/27/38']),
  published(6, ['2014-06-01', '2015-05-31'], ['A/HRC/30/29']),
  published(7, ['2015-06-01', '2016-05-31'], ['A/HRC/33/19']),
  published(8, ['2016-06-01', '2017-05-31'], ['A/HRC/36/31']),
  published(9, ['2017-06-01', '2018-05-31'], ['A/HRC/39/41']),
  published(10, ['2018-06-01', '2019-05-31'], ['A/HRC/42/30', 'K']),
  {
    ...published(11, ['2019-06-01', '2020-04-30'], ['A/HRC/45/36']),
    submissionsUntil: Day.parse('2020-05-01'),
  },
  published(12, ['2020-05-01', '2021-04-30'], ['A/HRC/48/28']),
  published(13, ['2021-05-01', '2022-04-30'], ['A/HRC/51/47']),
  published(14, ['2022-05-01', '2023-04-30'], ['A/HRC/54/61']),
  published(15, ['2023-05-01', '2024-04-30'], ['A/HRC/57/60', 'I']),
  published(16, ['2024-05-01', '2025-04-30'], ['A/HRC/60/62', 'K']),
  usual(17, ['2025-05-01', '2026-04-30'], { symbol: '', session: 63, basis: 'I' }),
  usual(18, ['2026-05-01', '2027-04-30'], { symbol: '', session: 66, basis: 'I' }),
]

/** Windows by their first day. */
export const inOrderOfDays = (windows: readonly ReportWindow[]): ReportWindow[] =>
  windows.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.ordinal - b.ordinal))

const overlap = (a: ReportWindow, b: ReportWindow) => a.from <= b.to && b.from <= a.to

/** The windows with one added, or changed when its ordinal is known. A window that is written again is used again. */
export const withWindow = (windows: readonly ReportWindow[], draft: WindowDraft): ReportWindow[] =>
  inOrderOfDays([...windows.filter(({ ordinal }) => ordinal !== draft.ordinal), { ...draft, used: true }])

/** The windows with one retired or used again. */
export const withUse = (
  windows: readonly ReportWindow[],
  { ordinal, used }: Pick<ReportWindow, 'ordinal' | 'used'>,
): ReportWindow[] => windows.map(one => (one.ordinal === ordinal ? { ...one, used } : one))

/** Why windows cannot stand like this, or `null`: a day would belong to two reports, or a window ends before it begins. */
export function refusalForWindows(windows: readonly ReportWindow[]): RefusalCode | null {
  if (windows.some(({ from, to }) => from > to)) return 'settings/window-ends-before-it-begins'
  const used = windows.filter(one => one.used)
  const clash = used.some((one, at) => used.slice(at + 1).some(other => overlap(one, other)))
  return clash ? 'settings/windows-overlap' : null
}

/** Days between two windows that belong to none. */
export interface WindowGap {
  /** The ordinals on both sides. */
  readonly after: number
  readonly before: number
}

/** Where a day falls: in a window, between two, or before the first or after the last that is known (`outside`). */
export type Fall =
  { readonly in: ReportWindow } | { readonly between: WindowGap } | { readonly outside: 'before' | 'after' }

/**
 * In which report window a day falls.
 *
 * @param windows in any order; those no longer used do not count, and the others do not overlap.
 */
export function windowOf(day: Day, windows: readonly ReportWindow[]): Fall {
  const used = inOrderOfDays(windows.filter(one => one.used))
  const inside = used.find(({ from, to }) => from <= day && day <= to)
  if (inside) return { in: inside }
  const last = used.findLast(({ to }) => to < day)
  const next = used.find(({ from }) => day < from)
  if (last && next) return { between: { after: last.ordinal, before: next.ordinal } }
  return { outside: last ? 'after' : 'before' }
}

/**
 * In which window a date falls, as far as it is known: `null` when it is not known at all, `perhaps` when its first and its
 * last day do not fall into the same, with the windows it may fall into, earliest first.
 */
export function windowOfDate(
  { from, to }: Pick<PartialDate, 'from' | 'to'>,
  windows: readonly ReportWindow[],
): Fall | { readonly perhaps: readonly ReportWindow[] } | null {
  if (from === null || to === null) return null
  const [first, last] = [windowOf(from, windows), windowOf(to, windows)]
  if (JSON.stringify(first) === JSON.stringify(last)) return first
  return { perhaps: inOrderOfDays(windows).filter(one => one.used && one.from <= to && from <= one.to) }
}
