import { by, dueOf, type DueRow } from '../../shared/lines/dueRow.ts'
import type { DueGroup, DueKey, DuePage, Horizon } from '../../shared/lines/model.ts'
import { dayMs, lineTime, type LineTime } from '../../shared/lines/time.ts'
import type { DueLine } from '../../shared/case/due.ts'
import type { Day } from '../../shared/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import type { QueryContext } from '../handler.ts'
import { behind } from './keep.ts'
import { allLines } from './page.ts'
import { placesOf, type Place } from './place.ts'
import { perLine } from './repository.ts'

/** The time things are due by, with where this day and the seven after it end. */
interface DueTime extends LineTime {
  readonly endOfToday: number
  readonly endOfWeek: number
}

const week = 7

/** When a day is over where this machine stands, so many days later. */
function endOfDay(today: Day, later: number): number {
  const [year, month, day] = today.split('-').map(Number)
  return new Date(year ?? 0, (month ?? 1) - 1, (day ?? 1) + 1 + later).getTime()
}

const dueTime = ({ now, today }: Pick<QueryContext, 'now' | 'today'>): DueTime => ({
  ...lineTime({ now, today }),
  endOfToday: endOfDay(today, 0),
  endOfWeek: endOfDay(today, week),
})

/** A stretch of time: from `from` on and before `to`, in milliseconds, of one way of being due. */
interface Range {
  readonly byDay: DueRow['byDay']
  readonly from: number
  readonly to: number
}

const ever = Number.MAX_SAFE_INTEGER

/** What a horizon consists of. Days end where they end in UTC, which is only how they are kept. */
function rangesOf(horizon: Horizon, { now, today, endOfToday, endOfWeek }: DueTime): Range[] {
  const day = (later: number) => (today + later) * dayMs
  const moments = [0, now, Math.max(now, endOfToday), Math.max(now, endOfWeek), ever]
  const days = [0, day(0), day(1), day(1 + week), ever]
  const at = (['overdue', 'today', 'week', 'later'] as const).indexOf(horizon)
  const between = (byDay: DueRow['byDay'], bounds: readonly number[]): Range => ({
    byDay,
    from: bounds[at] ?? 0,
    to: bounds[at + 1] ?? ever,
  })
  return [
    between(by.moment, moments),
    between(by.day, days),
    ...(horizon === 'today' ? [{ byDay: by.today, from: 0, to: ever }] : []),
  ]
}

/** Months of 32 days, days and hours, in milliseconds: so much of a stretch is counted at once. */
const spans = [32 * dayMs, dayMs, dayMs / 24] as const

const counted = (
  db: ReadDb,
  { byDay, from, to }: { byDay: number; from: number; to: number },
  level: number,
) => {
  const base = (byDay * 4 + level) * 1_000_000_000
  return (
    prepare<[number, number], { n: number }>(
      db,
      `SELECT ifnull(sum(n), 0) AS n FROM main.due_tally WHERE span >= ? AND span < ?`,
    ).get(base + from, base + to)?.n ?? 0
  )
}

const one = (db: ReadDb, { due }: Place, { byDay, from, to }: Range) =>
  prepare<[{ byDay: number; from: number; to: number }], { n: number }>(
    db,
    `SELECT sum(n) AS n FROM (
       SELECT count(*) AS n FROM ${due} WHERE by_day = @byDay AND press = 0 AND ends >= @from AND ends < @to
       UNION ALL
       SELECT count(*) FROM ${due} WHERE by_day = @byDay AND press = 1 AND ends >= @from AND ends < @to)`,
  ).get({ byDay, from, to })?.n ?? 0

/** How many things are due in the vault before a moment: whole months, then whole days, then hours, then one by one. */
function countBefore(db: ReadDb, place: Place, { byDay, to }: Omit<Range, 'from'>): number {
  if (to === 0) return 0
  if (to === ever) return counted(db, { byDay, from: 0, to: 900_000_000 }, 0)
  let from = 0
  let sum = 0
  for (const [level, span] of spans.entries()) {
    const until = Math.floor(to / span)
    sum += counted(db, { byDay, from: Math.floor(from / span), to: until }, level)
    from = until * span
  }
  return from === to ? sum : sum + one(db, place, { byDay, from, to })
}

/** Counts what is due in stretches of time; what ends where another begins is counted once. */
function newCount(db: ReadDb): (ranges: readonly Range[]) => number {
  const known = new Map<string, number>()
  const before = (place: Place, { byDay, to }: Omit<Range, 'from'>): number => {
    const key = `${byDay} ${to}`
    const count = known.get(key) ?? countBefore(db, place, { byDay, to })
    known.set(key, count)
    return count
  }
  const countIn = (place: Place, range: Range): number =>
    place.isApart
      ? one(db, place, range)
      : before(place, range) - before(place, { byDay: range.byDay, to: range.from })
  return ranges =>
    placesOf(db).reduce(
      (sum, place) => sum + ranges.reduce((inPlace, range) => inPlace + countIn(place, range), 0),
      0,
    )
}

/** Where a due thing stands in the order. */
interface FoundDue {
  readonly id: number
  readonly byDay: DueRow['byDay']
  readonly press: 0 | 1
  readonly ends: number
  readonly apart: 0 | 1
}

/** Where the next due things of a horizon begin, and how many are asked for. */
interface Wanted {
  readonly after: DueKey | null
  readonly limit: number
}

const foundSql = ({ due, isApart }: Place, after: string) => `
  SELECT id, by_day AS byDay, press, ends, ${Number(isApart)} AS apart FROM ${due}
  WHERE by_day = @byDay AND press = @press AND ends >= @from AND ends < @to AND ${after}
  ORDER BY ends, id LIMIT @limit`

/** Of things that end together, those of the vault come first. */
function afterSql({ isApart }: Place, { after }: Wanted): string {
  if (after === null) return '1'
  if (after.apart === isApart) return '(ends, id) > (@ends, @id)'
  return isApart ? 'ends >= @ends' : 'ends > @ends'
}

interface Finding {
  readonly range: Range
  readonly press: 0 | 1
  readonly wanted: Wanted
}

function found(db: ReadDb, place: Place, { range, press, wanted }: Finding): FoundDue[] {
  const { after, limit } = wanted
  const bound = { ...range, press, limit: limit + 1, ...(after && { ends: after.ends, id: after.id }) }
  return prepare<[Record<string, number>], FoundDue>(db, foundSql(place, afterSql(place, wanted))).all(bound)
}

const byEnd = (a: FoundDue, b: FoundDue) => a.ends - b.ends || a.apart - b.apart || a.id - b.id

const isToday = ({ byDay }: FoundDue) => Number(byDay === by.today)

/** In the order they are to be done in: what may mean harm today first among what is overdue, then what ends first. */
function dueThings(
  db: ReadDb,
  ranges: readonly Range[],
  { isOverdue, ...wanted }: Wanted & { readonly isOverdue: boolean },
) {
  const { after, limit } = wanted
  const places = placesOf(db)
  const of = (press: 0 | 1, following: Wanted, some: readonly Range[]) =>
    places.flatMap(place => some.flatMap(range => found(db, place, { range, press, wanted: following })))
  if (isOverdue) {
    const pressing = after?.press === 0 ? [] : of(1, wanted, ranges).toSorted(byEnd)
    if (pressing.length > limit) return pressing
    const others = of(0, after?.press === 1 ? { ...wanted, after: null } : wanted, ranges)
    return [...pressing, ...others.toSorted(byEnd)]
  }
  const dated = ranges.filter(({ byDay }) => byDay !== by.today)
  const undated = ranges.filter(({ byDay }) => byDay === by.today)
  const isPastDated = after !== null && after.ends === 0
  const both = (following: Wanted, some: readonly Range[]) => [
    ...of(1, following, some),
    ...of(0, following, some),
  ]
  const first = isPastDated ? [] : both(wanted, dated)
  const then = both(isPastDated ? wanted : { ...wanted, after: null }, undated)
  return [...first, ...then].toSorted((a, b) => isToday(a) - isToday(b) || byEnd(a, b))
}

/** A due thing with what its line says of the case. */
function withCase(db: ReadDb, row: FoundDue, time: LineTime): DueLine[] {
  const place = placesOf(db).find(({ isApart }) => isApart === (row.apart === 1))
  if (!place) return []
  const said = prepare<[number, number], Pick<DueRow, 'said'> & Pick<DueLine, 'caseId' | 'code'>>(
    db,
    `SELECT said, case_id AS caseId, code FROM ${place.due}, ${place.line} WHERE id = ? AND n = ?`,
  ).get(row.id, Math.floor(row.id / perLine))
  return said ? [{ ...dueOf({ ...row, said: said.said }, time), caseId: said.caseId, code: said.code }] : []
}

/** Due things of one horizon, from the first or after one of them, and how many there are. */
export function dueGroup(
  { db, now, today }: Pick<QueryContext, 'db' | 'now' | 'today'>,
  { horizon, after, limit }: { readonly horizon: Horizon } & Wanted,
  count = newCount(db),
): DueGroup {
  const time = dueTime({ now, today })
  const ranges = rangesOf(horizon, time)
  const rows = dueThings(db, ranges, { after, limit, isOverdue: horizon === 'overdue' })
  const some = rows.slice(0, limit)
  const last = some.at(-1)
  return {
    count: count(ranges),
    dues: some.flatMap(row => withCase(db, row, time)),
    next:
      last && rows.length > limit
        ? { press: last.press, ends: last.ends, id: last.id, apart: last.apart === 1 }
        : null,
  }
}

/** How many of each horizon are on the page of the day before more are asked for. */
const first = 25

/** What is to be done on all cases, as it was last brought up to date. */
export function duePage(context: Pick<QueryContext, 'db' | 'now' | 'today'>): DuePage {
  const count = newCount(context.db)
  const group = (horizon: Horizon) => dueGroup(context, { horizon, after: null, limit: first }, count)
  return {
    overdue: group('overdue'),
    today: group('today'),
    week: group('week'),
    later: count(rangesOf('later', dueTime(context))),
    cases: allLines(context.db),
    behind: behind(context.db, context),
  }
}
