import type { Clocks } from '../../shared/case/clockModel.ts'
import { steadyOf } from '../../shared/lines/line.ts'
import { momentsOf } from '../../shared/lines/moments.ts'
import { lineTime } from '../../shared/lines/time.ts'
import { turned, turningOf, type LineContent } from '../../shared/lines/turns.ts'
import type { CaseId, Day, Instant } from '../../shared/model.ts'
import { cases } from '../case/repository.ts'
import { talks } from '../consent/repository.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { timedOf } from '../views/timed.ts'
import type { Place } from './place.ts'
import { dropLine, duesOfLine, lineOfCase, putDues, putLine, standsIn, turnsIn } from './repository.ts'
import { steadyRow, turningRow, type LineRow } from './rows.ts'
import { wordAt } from '../../shared/lines/rank.ts'

/** The time and the clocks lines are made by. */
export interface Making {
  readonly now: Instant
  readonly today: Day
  readonly clocks: Clocks
}

/** What the line of a case is made from; `null` when there is no such case, for whoever is at the desk. */
export function contentOf(
  db: ReadDb,
  caseId: CaseId,
  { now, today }: Omit<Making, 'clocks'>,
): LineContent | null {
  const file = cases.byId(db, caseId)
  return file && { case: file, ...timedOf(db, caseId), talks: talks.ofCase(db, caseId), now, today }
}

/** Makes the line of a case anew, with what is due on it. */
export function makeLine(
  db: WriteDb,
  place: Place,
  { caseId, ...making }: Making & { readonly caseId: CaseId },
): void {
  const content = standsIn(db, place, caseId) ? contentOf(db, caseId, making) : null
  if (!content) return dropLine(db, place, caseId)
  const before = lineOfCase(db, place, caseId)
  const known = before ? duesOfLine(db, place, before.n) : new Map()
  const time = lineTime(making)
  const turning = turningOf(content, { clocks: making.clocks, time, before: known })
  const steady = steadyRow(steadyOf(content))
  const { instants, days } = momentsOf(content)
  const row = { ...steady, ...turningRow(steady, turning, { time, passed: [instants, days] }) }
  const n = putLine(db, place, { before, row })
  putDues(db, place, { n, before: known, dues: turning.reading.dues })
}

/** Lets a line turn as far as time has gone. Nothing is read but the line itself. */
export function turnLine(
  db: WriteDb,
  place: Place,
  { before, ...at }: { readonly before: LineRow; readonly now: Instant; readonly today: Day },
): void {
  const time = lineTime(at)
  const dues = duesOfLine(db, place, before.n)
  const reading = { risk: wordAt('risk', before.risk), consent: wordAt('consent', before.consent), dues }
  const turns = turnsIn(before)
  const now = turned({ reading, ...turns }, time)
  const passed = [
    [before.since_at, ...turns.at.map(({ from }) => from)],
    [before.since_on, ...turns.on.map(({ from }) => from)],
  ] as const
  const row = { ...before, ...turningRow(before, now, { time, passed }) }
  putLine(db, place, { before, row })
  putDues(db, place, { n: before.n, before: dues, dues: now.reading.dues })
}
