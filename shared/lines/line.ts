import type { CaseFile, CaseLine } from '../case/model.ts'
import { situationOf } from '../risk/rules.ts'
import { by, isOver, type DueRow } from './dueRow.ts'
import type { LineContent, Turning, Turns } from './turns.ts'
import { dayMs, type LineTime } from './time.ts'

/** What a line says that time does not change. */
export type Steady = Omit<CaseLine, 'risk' | 'consent' | 'overdue'>

/** What is read off a case for its line. */
export function steadyOf(content: LineContent): Steady {
  const { case: file, persons, acts, risks, briefs, course } = content
  const current = persons.flatMap(({ id }) => situationOf(risks, id) ?? [])
  const worst = current.toSorted((a, b) => score(b) - score(a))[0]
  return {
    ...fromFile(file),
    urgent: course.urgent !== null,
    persons: persons.length,
    acts: acts.length,
    band: worst?.band ?? null,
    differs: current.some(one => one.differs),
    waiting: waitingOf(briefs),
  }
}

const fromFile = ({ id, code, state, danger, startedAt, changedAt }: CaseFile) => ({
  id,
  code,
  state,
  danger,
  startedAt,
  changedAt,
})

const score = (risk: { readonly residualLikelihood: number; readonly residualImpact: number }) =>
  risk.residualLikelihood * risk.residualImpact

function waitingOf(briefs: LineContent['briefs']): CaseLine['waiting'] {
  if (briefs.some(({ state }) => state === 'decided')) return 'decided'
  return briefs.some(({ state }) => state === 'sent') ? 'brief-sent' : null
}

/** When the due things of a case end: moments in milliseconds, and days since 1970. */
export type Ends = readonly [moments: readonly number[], days: readonly number[]]

/** When these end. What is for today never does. */
export const endsOf = (rows: readonly DueRow[]): Ends => [
  rows.flatMap(({ byDay, ends }) => (byDay === by.moment ? [ends] : [])),
  rows.flatMap(({ byDay, ends }) => (byDay === by.day ? [Math.floor(ends / dayMs)] : [])),
]

/** How many of them are overdue. */
export const overdueOf = ([moments, days]: Ends, { now, today }: LineTime): number =>
  moments.filter(ms => ms < now).length + days.filter(day => day < today).length

/** The next moment and the next day at which the line reads otherwise, and the last that were; `null` and 0: none. */
export interface NextTurns {
  readonly turnsAt: number | null
  readonly turnsOn: number | null
  readonly sinceAt: number
  readonly sinceOn: number
}

const least = (all: readonly number[]): number | null => (all.length === 0 ? null : Math.min(...all))
const most = (all: readonly number[]): number => Math.max(0, ...all)

/**
 * Looks at which moment and day a line is to be looked at again: a turn that lies ahead, or the first thing that is overdue.
 *
 * @param passed turns that have come, as moments and as days.
 */
export function nextTurns(
  { reading, at, on }: Turning,
  { time, passed }: { readonly time: LineTime; readonly passed: Ends },
): NextTurns {
  const rows = [...reading.dues.values()]
  const isLate = rows.some(row => isOver(row, time))
  const [moments, days] = endsOf(rows).map(all => all.map(one => one + 1))
  const ahead = (ends: readonly number[], than: number) => (isLate ? [] : ends.filter(one => one > than))
  const behind = (ends: readonly number[], than: number) => ends.filter(one => one <= than)
  return {
    turnsAt: least([...at.slice(0, 1).map(({ from }) => from), ...ahead(moments ?? [], time.now)]),
    turnsOn: least([...on.slice(0, 1).map(({ from }) => from), ...ahead(days ?? [], time.today)]),
    sinceAt: most([...behind(moments ?? [], time.now), ...behind(passed[0], time.now)]),
    sinceOn: most([...behind(days ?? [], time.today), ...behind(passed[1], time.today)]),
  }
}

/** Whether any turn lies ahead. */
export const hasTurns = ({ at, on }: Turns): boolean => at.length > 0 || on.length > 0
