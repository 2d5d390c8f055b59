import type { ReportListed } from '../../../shared/report/model.ts'
import { levels } from '../../../shared/report/coverage.ts'
import { countsIn, fits, isTold, isWritten, levelOf, maskOf, totalIn } from '../../../shared/report/row.ts'
import type { ReportAsked, ReportFilter, ReportKey, ReportTally } from '../../../shared/report/row.ts'
import type { ReportWindow } from '../../../shared/settings/windows.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { QueryContext } from '../../handler.ts'
import { placesOf, type Place } from '../../lines/place.ts'
import { standingOfCase } from '../cases.ts'
import { judgeEntry } from '../entry.ts'
import { standingOf } from '../lines.ts'
import { reportBehind } from './keep.ts'
import * as kept from './repository.ts'
import type { Beside, ShownRow, Stretch } from './repository.ts'

const keyOf = ({ outside, begun, case_id }: ShownRow): ReportKey => ({
  outside: outside === 1,
  begun,
  caseId: case_id,
})

const inOrder = (a: ShownRow, b: ShownRow): number =>
  a.outside - b.outside || a.begun - b.begun || (a.case_id < b.case_id ? -1 : 1)

interface Found {
  readonly rows: readonly ShownRow[]
  readonly isMoreBefore: boolean
  readonly isMoreAfter: boolean
}

/** The rows of one place; of few facets each is looked up. */
function rowsIn(db: ReadDb, place: Place, asked: Stretch & Beside): ShownRow[] {
  const isAll = asked.mask === maskOf([])
  if (place.isApart || isAll) return kept.rowsBeside(db, place, asked)
  const known = byFacet(kept.tallyOf(db, place, asked.ordinal))
  return [...known.keys()]
    .filter(facet => fits(facet, asked.mask))
    .flatMap(facet => kept.rowsOfFacet(db, facet, asked))
}

/** The rows beside one, or the first; one more than asked for says that there are more. */
function beside(db: ReadDb, stretch: Stretch, { from, backwards }: Beside): Found {
  const asked = { ...stretch, limit: stretch.limit + 1, from, backwards }
  const all = placesOf(db)
    .flatMap(place => rowsIn(db, place, asked))
    .toSorted((a, b) => (backwards ? inOrder(b, a) : inOrder(a, b)))
  const rows = all.slice(0, stretch.limit)
  const isMore = all.length > stretch.limit
  return backwards
    ? { rows: rows.toReversed(), isMoreBefore: isMore, isMoreAfter: true }
    : { rows, isMoreBefore: from !== null, isMoreAfter: isMore }
}

/** The rows from a place on. Those of cases for named people are few: they are all looked at. */
function at(db: ReadDb, stretch: Stretch, position: number): Found {
  const [vault, ...others] = placesOf(db)
  const apart = others.flatMap(place => kept.rowsAt(db, place, { ...stretch, position: 0, limit: -1 }))
  const start = Math.max(0, position - apart.length)
  const limit = stretch.limit + 1 + apart.length
  const rows = vault ? kept.rowsAt(db, vault, { ...stretch, position: start, limit }) : []
  const [head] = rows
  const passed = start === 0 ? 0 : apart.filter(row => head === undefined || inOrder(row, head) < 0).length
  const merged = [...rows, ...apart.toSorted(inOrder).slice(passed)].toSorted(inOrder)
  const some = merged.slice(Math.max(0, position - start - passed))
  return {
    rows: some.slice(0, stretch.limit),
    isMoreBefore: position > 0,
    isMoreAfter: some.length > stretch.limit,
  }
}

/** How far the entry of a case is. Only one that is written is looked at whole. */
function entryOf(context: QueryContext, window: ReportWindow, { case_id, facet }: ShownRow) {
  if (!isTold(levelOf(facet))) return null
  if (!isWritten(facet)) return 'none'
  const standing = standingOfCase(context, window, case_id)
  return standingOf(standing, judgeEntry(context, standing))
}

/** The first rows of a stretch. */
export const firstRows = (db: ReadDb, stretch: Stretch): readonly ShownRow[] =>
  beside(db, stretch, { from: null, backwards: false }).rows

const listed = (context: QueryContext, window: ReportWindow, row: ShownRow): ReportListed => ({
  caseId: row.case_id,
  code: row.code,
  level: levelOf(row.facet),
  annex: row.annex,
  why: row.why,
  entry: entryOf(context, window, row),
})

/** Every case of one report, by facet and reason. */
export const tallied = (db: ReadDb, ordinal: number): kept.Tallied[] =>
  placesOf(db).flatMap(place => kept.tallyOf(db, place, ordinal))

function byFacet(all: readonly kept.Tallied[]): ReportTally {
  const sums = new Map<number, number>()
  for (const { facet, n } of all) sums.set(facet, (sums.get(facet) ?? 0) + n)
  return sums
}

interface Asked {
  readonly filters: readonly ReportFilter[]
  readonly page: ReportAsked
  readonly limit: number
}

/** One page of the cases of one report, as they were last brought up to date. */
export function reportPage(context: QueryContext, window: ReportWindow, { filters, page, limit }: Asked) {
  const { db } = context
  const { ordinal } = window
  const mask = maskOf(filters)
  const tally = byFacet(tallied(db, ordinal))
  const stretch = { ordinal, mask, limit }
  const { rows, isMoreBefore, isMoreAfter } =
    page.from === 'at'
      ? at(db, stretch, page.position)
      : beside(db, stretch, { from: 'key' in page ? page.key : null, backwards: page.from === 'before' })
  const [first, last] = [rows[0], rows.at(-1)]
  return {
    lines: rows.map(row => listed(context, window, row)),
    total: totalIn(tally, mask),
    all: totalIn(tally, maskOf([])),
    levels: levels.map(level => ({ level, cases: totalIn(tally, maskOf([level])) })),
    counts: countsIn(tally, filters),
    before: first && isMoreBefore ? keyOf(first) : null,
    next: last && isMoreAfter ? keyOf(last) : null,
    behind: reportBehind(context, ordinal),
  }
}
