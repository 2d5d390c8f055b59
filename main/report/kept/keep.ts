import { lineTime } from '../../../shared/lines/time.ts'
import type { CaseId } from '../../../shared/model.ts'
import type { ReportWindow } from '../../../shared/settings/windows.ts'
import { cases } from '../../case/repository.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import { placesOf, type Place } from '../../lines/place.ts'
import { standsIn } from '../../lines/repository.ts'
import { shutByRecall } from '../../notice/touched.ts'
import { currentWindows } from '../../settings/repository.ts'
import type { At } from '../cases.ts'
import * as kept from './repository.ts'
import { rowOf } from './rows.ts'

/*
 * How every case stands in the annual reports somebody asked for. A row is made together with the line of its case, by the
 * same triggers, and again when its time comes (ADR 0037).
 */

/** Windows as they are set now, of those that are kept or asked for. */
function windowsNow(db: ReadDb, asked: number | null): ReportWindow[] {
  const known = new Set(kept.keptWindows(db).map(({ ordinal }) => ordinal))
  if (asked === null && known.size === 0) return []
  return currentWindows(db).filter(({ ordinal }) => known.has(ordinal) || ordinal === asked)
}

/** Those that are not kept, or by other days. */
function newWindows(db: ReadDb, asked: number | null): ReportWindow[] {
  const known = kept.keptWindows(db)
  return windowsNow(db, asked).filter(
    ({ ordinal, from, to }) =>
      !known.some(one => one.ordinal === ordinal && one.from === from && one.to === to),
  )
}

/** Cases that were called back since their rows were made, and those that are settled by now. */
function recalledSince(db: ReadDb, place: Place): CaseId[] {
  const now = shutByRecall(db)
  const before = new Set(kept.recalledOnes(db, place))
  const come = [...now].filter(id => !before.has(id) && standsIn(db, place, id))
  return [...come, ...[...before].filter(id => !now.has(id))]
}

/** Whether how any case stands in a report is not as it would be made now. @param asked a report that is to be kept from now on. */
export function isReportBehind(at: At, asked: number | null): boolean {
  const { db } = at
  if (newWindows(db, asked).length > 0) return true
  const windows = kept.keptWindows(db)
  if (windows.length === 0) return false
  if (windows.some(({ upto }) => kept.leftOf(db, upto) > 0)) return true
  const time = lineTime(at)
  return placesOf(db).some(
    place => kept.turnedCount(db, place, time) > 0 || recalledSince(db, place).length > 0,
  )
}

/** Notes every case that is to be made again, and from where on a report is to be made. */
export function noteReports(db: WriteDb, at: Omit<At, 'db'>, asked: number | null): void {
  const places = placesOf(db)
  for (const { ordinal, from, to } of newWindows(db, asked)) {
    kept.keepWindow(db, { ordinal, from, to, upto: kept.nothingYet })
    for (const place of places.filter(({ isApart }) => isApart)) kept.makeAllOfPlaceStale(db, place)
  }
  if (kept.keptWindows(db).length === 0) return
  const time = lineTime(at)
  for (const place of places) {
    kept.makeTurnedStale(db, place, time)
    for (const id of recalledSince(db, place)) kept.makeStale(db, place, id)
  }
}

/** Makes the rows of one case anew, in every report that is kept. */
export function makeReportRows(at: At & { readonly db: WriteDb }, place: Place, caseId: CaseId): void {
  const windows = kept.keptWindows(at.db)
  if (windows.length === 0) return
  const file = standsIn(at.db, place, caseId) ? cases.byId(at.db, caseId) : null
  if (!file) return kept.dropRows(at.db, place, caseId)
  const shut = shutByRecall(at.db)
  for (const window of windows) kept.putRow(at.db, place, rowOf(at, { window, shut }, file))
}

/** Each case of the vault that was not looked at yet for a report, looked at when called. */
export function* reportSteps(at: At & { readonly db: WriteDb }, place: Place): Generator<() => void> {
  const shut = shutByRecall(at.db)
  for (const window of kept.keptWindows(at.db))
    for (let { upto } = window; ;) {
      const some = kept.nextCases(at.db, upto, 50)
      for (const id of some)
        yield () => {
          const file = cases.byId(at.db, id)
          if (file) kept.putRow(at.db, place, rowOf(at, { window, shut }, file))
          kept.keepWindow(at.db, { ...window, upto: (upto = id) })
        }
      if (some.length === 0) break
    }
}

/** How many cases the answer about a report does not tell of as they are. */
export function reportBehind(at: At, ordinal: number): number {
  const { db } = at
  const upto = kept.keptWindows(db).find(one => one.ordinal === ordinal)?.upto ?? kept.nothingYet
  const time = lineTime(at)
  const ofPlace = (place: Place) =>
    kept.staleFrom(db, place, place.isApart ? '' : upto) +
    kept.turnedCount(db, place, time) +
    recalledSince(db, place).length
  return placesOf(db).reduce((sum, place) => sum + ofPlace(place), kept.leftOf(db, upto))
}
