import { plain, tokensOf, type Token, type Unit } from './dateWords.ts'
import { Day } from './model.ts'
import type { PartialDate, Precision } from './model.ts'

/** What reading a date depends on. */
export interface Reading {
  readonly today: Day
  /** Of a date without a year, take the one to come rather than the one that was. */
  readonly ahead?: boolean | undefined
}

/** First and last day a date can mean, as days since 1970-01-01. */
interface Span {
  readonly precision: Precision
  readonly from: number
  readonly to: number
}

/**
 * Reads a date as people say it, in English or Arabic, whichever language the window speaks: "3 March 2026",
 * "3/4/2025" (day, month, year), "March", "spring 2025", "about the 3rd", "last week", "unknown", "آذار ٢٠٢٦".
 *
 * A date without a year is the latest that was. Seasons are those of the northern half of the world; whoever means
 * others sees it in what was understood.
 *
 * @returns `null` when it cannot be understood. Never throws; pure.
 */
export function readDate(said: string, reading: Reading): PartialDate | null {
  const tokens = tokensOf(plain(said))
  if (tokens === null || tokens.length === 0) return null
  if (tokens.every(({ is }) => is === 'unknown' || is === 'skip'))
    return tokens.some(({ is }) => is === 'unknown')
      ? { said, precision: 'unknown', from: null, to: null }
      : null
  const span = spanOf(tokens, reading)
  if (!span || span.from > span.to) return null
  const [from, to] = [dayAt(span.from), dayAt(span.to)]
  return from && to && { said, precision: span.precision, from, to }
}

const millisecondsInDay = 86_400_000

const numberOf = (day: Day) => Date.parse(`${day}T00:00:00Z`) / millisecondsInDay

/** The day, or `null` outside the years dates of cases can have. */
function dayAt(number: number): Day | null {
  const date = new Date(number * millisecondsInDay)
  const year = date.getUTCFullYear()
  return year >= 1890 && year <= 2110 ? Day.parse(date.toISOString().slice(0, 10)) : null
}

/** Days since 1970 of a day that exists, else `null`. Months count from 1 and may run past 12. */
function dayOf(year: number, month: number, day: number): number | null {
  if (year < 1900 || year > 2100) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCDate() === day ? date.getTime() / millisecondsInDay : null
}

const monthSpan = (year: number, month: number, precision: Precision = 'month'): Span => ({
  precision,
  from: Date.UTC(year, month - 1, 1) / millisecondsInDay,
  to: Date.UTC(year, month, 0) / millisecondsInDay,
})
const months = (year: number, first: number, count: number, precision: Precision): Span => ({
  precision,
  from: monthSpan(year, first).from,
  to: monthSpan(year, first + count - 1).to,
})
const oneDay = (number: number | null): Span | null =>
  number === null ? null : { precision: 'day', from: number, to: number }

function spanOf(tokens: readonly Token[], reading: Reading): Span | null {
  const meant = tokens.filter(({ is }) => is !== 'skip' && is !== 'between').filter(isNew)
  const cut = meant.findIndex(({ is }) => is === 'to')
  if (cut > 0) return rangeOf(meant.slice(0, cut), { right: meant.slice(cut + 1), reading })
  const core = meant.filter(({ is }) => is !== 'about' && is !== 'part')
  const about = meant.length > core.length && meant.some(({ is }) => is === 'about')
  const part = meant.find(({ is }) => is === 'part')
  const span = oneOf(about ? core.map(asOrdinal) : core, reading)
  if (span === null) return null
  const narrowed = part && 'n' in part ? partOf(span, part.n) : span
  return narrowed && (about ? widened(narrowed) : narrowed)
}

/** Arabic often names a month twice, "آذار/مارس". */
const isNew = (token: Token, index: number, tokens: readonly Token[]): boolean => {
  const before = tokens[index - 1]
  return !(token.is === 'month' && before?.is === 'month' && before.n === token.n)
}

/** "About the 3" is a day as much as "about the 3rd". */
const asOrdinal = (token: Token, _: number, tokens: readonly Token[]): Token =>
  token.is === 'num' && tokens.length === 1 ? { is: 'nth', n: token.n } : token

/** "March to May 2026", "3–5 March": what the left side leaves unsaid is taken from the right. */
function rangeOf(
  left: readonly Token[],
  { right, reading }: { readonly right: readonly Token[]; readonly reading: Reading },
): Span | null {
  const lent = right.filter(
    ({ is }) => (is === 'year' || is === 'month') && !left.some(token => token.is === is),
  )
  const named = left.some(({ is }) => is === 'month' || is === 'season')
  const lends = named
    ? lent.filter(({ is }) => is === 'year')
    : left.every(({ is }) => is === 'num' || is === 'nth')
      ? lent
      : []
  const [from, to] = [spanOf([...left, ...lends], reading), spanOf(right, reading)]
  return from && to && { precision: 'about', from: from.from, to: to.to }
}

/** The beginning, middle or end of a month or a year. */
function partOf({ precision, from, to }: Span, part: number): Span | null {
  if (precision !== 'month' && precision !== 'year' && precision !== 'season') return null
  const third = (to - from + 1) / 3
  const first = from + Math.floor(third * part)
  return { precision: 'about', from: first, to: part === 2 ? to : from + Math.floor(third * (part + 1)) - 1 }
}

/** About a day is up to three days off; about anything longer is up to half its length off. */
function widened({ from, to }: Span): Span {
  const off = from === to ? 3 : Math.ceil((to - from) / 2)
  return { precision: 'about', from: from - off, to: to + off }
}

type Reader = (numbers: readonly number[], reading: Reading) => Span | null

/** How each sequence of tokens is read. Numbers come in the order of the tokens. */
const readers: Readonly<Record<string, Reader>> = {
  'num month year': ([d = 0, m = 0, y = 0]) => exact(y, m, d),
  'month num year': ([m = 0, d = 0, y = 0]) => exact(y, m, d),
  'year month num': ([y = 0, m = 0, d = 0]) => exact(y, m, d),
  'num month': ([d = 0, m = 0], reading) => yearless(reading, y => exact(y, m, d)),
  'month num': ([m = 0, d = 0], reading) => yearless(reading, y => exact(y, m, d)),
  'month year': ([m = 0, y = 0]) => inMonth(y, m),
  'year month': ([y = 0, m = 0]) => inMonth(y, m),
  month: ([m = 0], reading) => yearless(reading, y => inMonth(y, m)),
  'season year': ([s = 0, y = 0]) => seasonOf(y, s),
  'year season': ([y = 0, s = 0]) => seasonOf(y, s),
  'season year year': ([s = 0, y = 0, z = 0]) =>
    s === 0 && z === y + 1 ? inYear(y) && months(y, 12, 3, 'season') : null,
  season: ([s = 0], reading) =>
    yearless(reading, y => (s === 0 ? months(y, 12, 3, 'season') : seasonOf(y, s))),
  'last season': ([s = 0], { today }) =>
    yearless({ today: dayAt(numberOf(today) - 92) ?? today }, y =>
      s === 0 ? months(y, 12, 3, 'season') : seasonOf(y, s),
    ),
  year: ([y = 0]) => inYear(y),
  nth: ([d = 0], reading) => dayOfMonth(d, reading),
  relative: ([n = 0], { today }) => oneDay(numberOf(today) + n),
  weekday: ([w = 0], { today, ahead }) => (ahead ? weekdayAfter(today, w) : weekdayBefore(today, w)),
  'last weekday': ([w = 0], { today }) => weekdayBefore(today, w),
  'next weekday': ([w = 0], { today }) => weekdayAfter(today, w),
}

function oneOf(tokens: readonly Token[], reading: Reading): Span | null {
  const counted = countedOf(tokens, reading)
  if (counted) return counted
  const kept = tokens.filter(({ is }) => is !== 'in' && is !== 'ago')
  const dated =
    kept.length > 2 && kept.some(({ is }) => is === 'month')
      ? kept.filter(({ is }) => is !== 'weekday')
      : kept
  const shape = sorted(dated).map(({ is }) => (is === 'nth' && dated.length > 1 ? 'num' : is))
  const numbers = sorted(dated).flatMap(token => ('n' in token ? [token.n] : []))
  const reader = Object.hasOwn(readers, shape.join(' ')) ? readers[shape.join(' ')] : undefined
  return reader?.(numbers, reading) ?? null
}

/** "Monday last" and "الاثنين الماضي" say the same as "last Monday". */
const sorted = (tokens: readonly Token[]) =>
  tokens[1] && ['last', 'this', 'next'].includes(tokens[1].is) ? tokens.toReversed() : tokens

/** "Three weeks ago", "last week", "this year"; "in two months" is a day when one plans ahead. */
function countedOf(tokens: readonly Token[], { today, ahead }: Reading): Span | null {
  const unit = tokens.find(({ is }) => is === 'unit')
  if (unit?.is !== 'unit') return null
  const count = tokens.find(({ is }) => is === 'num')
  const rest = tokens.filter(token => token !== unit && token !== count)
  const n = count && 'n' in count ? count.n : 1
  const way = rest.length === 1 ? rest[0]?.is : undefined
  if (n > 1_200 || way === undefined) return null
  if (way === 'ago') return shifted(today, { unit: unit.unit, by: -n })
  const then = way === 'in' ? shifted(today, { unit: unit.unit, by: n }) : null
  if (then) return ahead ? oneDay((then.from + then.to) / 2) : then
  if (count && n > 1) return null
  return calendar(today, { unit: unit.unit, way })
}

/** So many days, weeks, months or years from today; the longer the unit, the less exactly. */
function shifted(today: Day, { unit, by }: { readonly unit: Unit; readonly by: number }): Span {
  const now = numberOf(today)
  const [year, month, day] = today.split('-').map(Number)
  if (unit === 'day') return { precision: 'day', from: now + by, to: now + by }
  if (unit === 'week') return { precision: 'about', from: now + by * 7 - 3, to: now + by * 7 + 3 }
  const at = sameDay({
    year: year ?? 0,
    month: (month ?? 0) + by * (unit === 'year' ? 12 : 1),
    day: day ?? 1,
  })
  const off = unit === 'month' ? 15 : 183
  return { precision: 'about', from: at - off, to: at + off }
}

function sameDay({
  year,
  month,
  day,
}: {
  readonly year: number
  readonly month: number
  readonly day: number
}): number {
  const { from, to } = monthSpan(year, month)
  return Math.min(from + day - 1, to)
}

/** Last, this or next week, month or year. Weeks begin on different days; the span holds all of them. */
function calendar(
  today: Day,
  { unit, way }: { readonly unit: Unit; readonly way: Token['is'] },
): Span | null {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const by = way === 'last' ? -1 : way === 'next' ? 1 : way === 'this' ? 0 : null
  if (by === null) return null
  const now = numberOf(today)
  if (unit === 'day') return oneDay(now + by)
  if (unit === 'month') return monthSpan(year, month + by)
  if (unit === 'year') return months(year + by, 1, 12, 'year')
  return { precision: 'about', from: now + by * 7 - 6, to: now + by * 7 + 6 }
}

const exact = (year: number, month: number, day: number): Span | null =>
  month >= 1 && month <= 12 ? oneDay(dayOf(year, month, day)) : null

const inYear = (year: number): Span | null =>
  year >= 1900 && year <= 2100 ? months(year, 1, 12, 'year') : null

const inMonth = (year: number, month: number): Span | null =>
  month >= 1 && month <= 12 && inYear(year) ? monthSpan(year, month) : null

/** The winter of a year can be the one that ends in it or the one that begins in it. */
const seasonOf = (year: number, season: number): Span | null =>
  inYear(year) && (season === 0 ? months(year - 1, 12, 15, 'season') : months(year, season * 3, 3, 'season'))

/** The latest year in which it does not lie ahead; with `ahead`, the first in which it is not past. */
function yearless({ today, ahead = false }: Reading, inYear: (year: number) => Span | null): Span | null {
  const now = numberOf(today)
  const year = Number(today.slice(0, 4))
  const step = ahead ? 1 : -1
  for (let tries = 0, at = year; tries < 9; tries += 1, at += step) {
    const span = inYear(at)
    if (span && (ahead ? span.to >= now : span.from <= now)) return span
  }
  return null
}

/** The latest (or next) month that has this day. */
function dayOfMonth(day: number, { today, ahead = false }: Reading): Span | null {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const now = numberOf(today)
  for (let back = 0; back < 4; back += 1) {
    const { from, to } = monthSpan(year, month + (ahead ? back : -back))
    const at = from + day - 1
    if (day >= 1 && at <= to && (ahead ? at >= now : at <= now)) return oneDay(at)
  }
  return null
}

const weekdayOf = (number: number) => (((number + 4) % 7) + 7) % 7

function weekdayBefore(today: Day, weekday: number): Span | null {
  const now = numberOf(today)
  return oneDay(now - (((weekdayOf(now) - weekday + 6) % 7) + 1))
}

function weekdayAfter(today: Day, weekday: number): Span | null {
  const now = numberOf(today)
  return oneDay(now + (((weekday - weekdayOf(now) + 6) % 7) + 1))
}
