import type { CaseLine } from '../../shared/case/model.ts'
import { dues } from '../../shared/case/dues.ts'
import { listedTracks } from '../../shared/case/rules.ts'
import { steadyOf } from '../../shared/lines/line.ts'
import { lineTime } from '../../shared/lines/time.ts'
import type { CaseId } from '../../shared/model.ts'
import { currentClocks } from '../case/clockRepository.ts'
import type { ReadDb } from '../db/handles.ts'
import type { QueryContext } from '../handler.ts'
import { contentOf, type Making } from './make.ts'
import { placesOf } from './place.ts'
import { everyCase, linesUpToDate } from './repository.ts'
import { lineIn } from './rows.ts'

/** The line of every case as it is now, the last changed first: as it is kept, and of cases that are behind read off the case itself. */
export function linesNow({ db, now, today }: Pick<QueryContext, 'db' | 'now' | 'today'>): CaseLine[] {
  const making = { now, today, clocks: currentClocks(db) }
  const time = lineTime(making)
  const kept = placesOf(db).flatMap(place => linesUpToDate(db, place, time).map(row => lineIn(row, time)))
  const known = new Set(kept.map(({ id }) => id))
  const others = everyCase(db).filter(id => !known.has(id))
  const lines = [...kept, ...others.flatMap(id => freshLine(db, id, making) ?? [])]
  return lines.toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
}

/** The line of one case, read off the case itself; `null` when there is no such case, for whoever is at the desk. */
export function freshLine(db: ReadDb, caseId: CaseId, { clocks, ...at }: Making): CaseLine | null {
  const content = contentOf(db, caseId, at)
  if (!content) return null
  const { consent, risk } = listedTracks(content)
  const overdue = dues(content, clocks).filter(due => due.overdue).length
  return { ...steadyOf(content), consent, risk, overdue }
}
