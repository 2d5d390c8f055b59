import type { CaseLine } from '../../shared/case/model.ts'
import { facetOf, isOverdue } from '../../shared/lines/facet.ts'
import { endsOf, hasTurns, nextTurns, overdueOf, type Ends, type Steady } from '../../shared/lines/line.ts'
import { rankIn, wordAt } from '../../shared/lines/rank.ts'
import { instantAt, msOf, type LineTime } from '../../shared/lines/time.ts'
import type { Turning } from '../../shared/lines/turns.ts'

/** What a line has of its case, as it is kept; what is one of a few words by its rank. */
export interface SteadyRow {
  readonly case_id: string
  readonly code: string
  readonly state: number
  readonly danger: number
  readonly band: number
  readonly waiting: number
  readonly persons: number
  readonly acts: number
  readonly changed: number
  readonly started: number
  readonly urgent: number
  readonly differs: number
}

/** What of a line time changes, as it is kept. */
export interface TurningRow {
  readonly facet: number
  readonly consent: number
  readonly risk: number
  readonly ends: string
  readonly turns: string | null
  readonly turns_at: number | null
  readonly turns_on: number | null
  readonly since_at: number
  readonly since_on: number
}

/** One line as it is kept. */
export interface LineRow extends SteadyRow, TurningRow {
  readonly n: number
}

/** What a line has of its case, as it is kept. */
export const steadyRow = (line: Steady): SteadyRow => ({
  case_id: line.id,
  code: line.code,
  state: rankIn('state', line.state),
  danger: rankIn('danger', line.danger),
  band: rankIn('band', line.band),
  waiting: rankIn('waiting', line.waiting),
  persons: line.persons,
  acts: line.acts,
  changed: msOf(line.changedAt),
  started: msOf(line.startedAt),
  urgent: Number(line.urgent),
  differs: Number(line.differs),
})

const steadyIn = (row: SteadyRow): Steady => ({
  id: row.case_id as CaseLine['id'],
  code: row.code,
  state: wordAt('state', row.state),
  danger: wordAt('danger', row.danger),
  band: wordAt('band', row.band),
  waiting: wordAt('waiting', row.waiting),
  persons: row.persons,
  acts: row.acts,
  changedAt: instantAt(row.changed),
  startedAt: instantAt(row.started),
  urgent: row.urgent === 1,
  differs: row.differs === 1,
})

/** When a line is looked at, and the turns that came before that. */
interface Looking {
  readonly time: LineTime
  readonly passed: Ends
}

/** What of a line time changes, as it is kept. */
export function turningRow(steady: SteadyRow, turning: Turning, { time, passed }: Looking): TurningRow {
  const { reading, at, on } = turning
  const ends = endsOf([...reading.dues.values()])
  const { turnsAt, turnsOn, sinceAt, sinceOn } = nextTurns(turning, { time, passed })
  return {
    facet: facetOf({ ...steadyIn(steady), overdue: overdueOf(ends, time) }),
    consent: rankIn('consent', reading.consent),
    risk: rankIn('risk', reading.risk),
    ends: JSON.stringify(ends),
    turns: hasTurns(turning) ? JSON.stringify({ at, on }) : null,
    turns_at: turnsAt,
    turns_on: turnsOn,
    since_at: sinceAt,
    since_on: sinceOn,
  }
}

/** What of a line is shown. */
export type ShownRow = SteadyRow & Pick<LineRow, 'n' | 'facet' | 'consent' | 'risk' | 'ends'>

/** The line as the screen has it, at a time. */
export const lineIn = (row: ShownRow, time: LineTime): CaseLine => ({
  ...steadyIn(row),
  consent: wordAt('consent', row.consent),
  risk: wordAt('risk', row.risk),
  overdue: isOverdue(row.facet) ? overdueOf(JSON.parse(row.ends) as Ends, time) : 0,
})
