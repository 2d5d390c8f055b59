import { lineTime } from '../../shared/lines/time.ts'
import type { Day, Instant } from '../../shared/model.ts'
import { currentClocks } from '../case/clockRepository.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { makeLine, turnLine, type Making } from './make.ts'
import { isReportBehind, makeReportRows, noteReports, reportSteps } from '../report/kept/keep.ts'
import { makeTurnedSinceStale } from '../report/kept/repository.ts'
import { inVault, placesOf, type Place } from './place.ts'
import {
  goneFrom,
  isStaleNoMore,
  keepTime,
  latestTime,
  makeStaleSince,
  staleCount,
  staleOnes,
  turningCount,
  turningLines,
} from './repository.ts'

/** The time rules go by. */
interface RuleTime {
  readonly now: Instant
  readonly today: Day
}

/** Of how many cases one change makes the lines by itself; what is more is left to whoever asks for the list. */
const ofOneChange = 25

/**
 * Makes the lines anew of cases that the change at hand took something out of, so that they do not tell of it. What it added
 * or changed is left to whoever asks for the list next. Inside its transaction; outside the record.
 */
export function keepLines(db: WriteDb, at: RuleTime): void {
  for (const place of placesOf(db)) {
    const some = goneFrom(db, place, ofOneChange + 1)
    if (some.length === 0 || some.length > ofOneChange) continue
    noteTime(db, at)
    const making = { ...at, clocks: currentClocks(db) }
    for (const caseId of some) makeFresh(db, place, { ...making, caseId })
  }
}

function makeFresh(db: WriteDb, place: Place, making: Parameters<typeof makeLine>[2]): void {
  makeLine(db, place, making)
  makeReportRows({ ...making, db }, place, making.caseId)
  isStaleNoMore(db, place, making.caseId)
}

function noteTime(db: WriteDb, at: RuleTime): void {
  const [time, latest] = [lineTime(at), latestTime(db)]
  if (!latest || time.now > latest.now || time.today > latest.today) keepTime(db, time)
}

/**
 * Whether any line is not as it would be made at this time.
 *
 * @param report an annual report that is asked for as well; `null`: those that are kept, and no other. Without it lines alone.
 */
export function isBehind(db: ReadDb, at: RuleTime, report?: number | null): boolean {
  const [time, latest] = [lineTime(at), latestTime(db)]
  if (latest && (time.now < latest.now || time.today < latest.today)) return true
  const isOne = placesOf(db).some(
    place => staleOnes(db, place, 1).length > 0 || turningCount(db, place, time) > 0,
  )
  return isOne || (report !== undefined && isReportBehind({ ...at, db }, report))
}

/** How long, and for how many cases at least, lines are brought up to date before a question is answered. */
interface Bound {
  /** Whether there is time for one more, after so many. */
  goesOn(done: number): boolean
  /** As `isBehind` has it. */
  readonly report?: number | null | undefined
}

/** Brings lines up to date: those whose time has come, then those that were written to. Inside a transaction; outside the record. */
export function bringUpToDate(db: WriteDb, at: RuleTime, bound: Bound): void {
  const time = lineTime(at)
  const latest = latestTime(db)
  if (latest && (time.now < latest.now || time.today < latest.today))
    for (const place of placesOf(db)) {
      makeStaleSince(db, place, time)
      makeTurnedSinceStale(db, place, time)
    }
  if (bound.report !== undefined) noteReports(db, at, bound.report)
  keepTime(db, time)
  const making = { ...at, clocks: currentClocks(db) }
  let done = 0
  for (const place of placesOf(db).toReversed())
    for (const step of steps(db, place, making)) {
      step()
      done += 1
      if (!bound.goesOn(done)) return
    }
  if (bound.report === undefined) return
  for (const step of reportSteps({ ...at, db }, inVault)) {
    step()
    done += 1
    if (!bound.goesOn(done)) return
  }
}

/** Each line that is behind, brought up to date when called. */
function* steps(db: WriteDb, place: Place, making: Making): Generator<() => void> {
  for (;;) {
    const turning = turningLines(db, place, lineTime(making))
    for (const before of turning) yield () => turnLine(db, place, { before, ...making })
    if (turning.length === 0) break
  }
  for (;;) {
    const some = staleOnes(db, place, 50)
    for (const caseId of some) yield () => makeFresh(db, place, { ...making, caseId })
    if (some.length === 0) return
  }
}

/** How many cases the answer does not tell of as they are. */
export function behind(db: ReadDb, at: RuleTime): number {
  const time = lineTime(at)
  return placesOf(db).reduce((sum, place) => sum + staleCount(db, place) + turningCount(db, place, time), 0)
}
