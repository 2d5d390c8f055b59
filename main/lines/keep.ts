import { lineTime } from '../../shared/lines/time.ts'
import type { Day, Instant } from '../../shared/model.ts'
import { currentClocks } from '../case/clockRepository.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { makeLine, turnLine, type Making } from './make.ts'
import { placesOf, type Place } from './place.ts'
import {
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

/** How many cases one change may bring up to date by itself; what is more is left to whoever asks for the list. */
const ofOneChange = 25

/** Makes the lines anew that the change at hand made stale. Inside its transaction; outside the record. */
export function keepLines(db: WriteDb, at: RuleTime): void {
  const making = { ...at, clocks: currentClocks(db) }
  for (const place of placesOf(db)) {
    const some = staleOnes(db, place, ofOneChange + 1)
    if (some.length > 0 && some.length <= ofOneChange) makeAll(db, place, { some, making })
  }
  noteTime(db, at)
}

function makeAll(
  db: WriteDb,
  place: Place,
  { some, making }: { readonly some: ReturnType<typeof staleOnes>; readonly making: Making },
): void {
  for (const one of some) {
    makeLine(db, place, { ...making, caseId: one.caseId })
    isStaleNoMore(db, place, one)
  }
}

function noteTime(db: WriteDb, at: RuleTime): void {
  const [time, latest] = [lineTime(at), latestTime(db)]
  if (!latest || time.now > latest.now || time.today > latest.today) keepTime(db, time)
}

/** Whether any line is not as it would be made at this time. */
export function isBehind(db: ReadDb, at: RuleTime): boolean {
  const [time, latest] = [lineTime(at), latestTime(db)]
  if (latest && (time.now < latest.now || time.today < latest.today)) return true
  return placesOf(db).some(place => staleOnes(db, place, 1).length > 0 || turningCount(db, place, time) > 0)
}

/** How long, and for how many cases at least, lines are brought up to date before a question is answered. */
interface Bound {
  /** Whether there is time for one more, after so many. */
  goesOn(done: number): boolean
}

/** Brings lines up to date: those whose time has come, then those that were written to. Inside a transaction; outside the record. */
export function bringUpToDate(db: WriteDb, at: RuleTime, bound: Bound): void {
  const time = lineTime(at)
  const latest = latestTime(db)
  if (latest && (time.now < latest.now || time.today < latest.today))
    for (const place of placesOf(db)) makeStaleSince(db, place, time)
  keepTime(db, time)
  const making = { ...at, clocks: currentClocks(db) }
  let done = 0
  for (const place of placesOf(db).toReversed())
    for (const step of steps(db, place, making)) {
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
    for (const one of some)
      yield () => {
        makeLine(db, place, { ...making, caseId: one.caseId })
        isStaleNoMore(db, place, one)
      }
    if (some.length === 0) return
  }
}

/** How many cases the answer does not tell of as they are. */
export function behind(db: ReadDb, at: RuleTime): number {
  const time = lineTime(at)
  return placesOf(db).reduce((sum, place) => sum + staleCount(db, place) + turningCount(db, place, time), 0)
}
