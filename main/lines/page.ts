import { countsIn, maskOf, totalIn, type Tally } from '../../shared/lines/facet.ts'
import type { LineKey, ListAsked, ListPage, SortColumn } from '../../shared/lines/model.ts'
import { lineTime } from '../../shared/lines/time.ts'
import type { QueryContext } from '../handler.ts'
import type { ReadDb } from '../db/handles.ts'
import { behind } from './keep.ts'
import { linesAt, linesOf, tallyOf, type PlacedRow, type Stretch } from './order.ts'
import { placesOf, type Place } from './place.ts'
import { lineIn } from './rows.ts'

/** One place of lines, and how many of each facet are asked for in it. */
interface Source {
  readonly place: Place
  readonly tally: Tally
}

type Bare = Omit<Stretch, 'tally' | 'from' | 'backwards'>

const rankOf = (row: PlacedRow, column: SortColumn): number | string => row[column]

const keyOf = (row: PlacedRow, column: SortColumn): LineKey => ({
  rank: rankOf(row, column),
  n: row.n,
  apart: row.apart === 1,
})

/** The order of all lines in one direction. */
function inOrder(column: SortColumn, upwards: boolean) {
  const isLess = (a: PlacedRow, b: PlacedRow) => {
    const [one, other] = [rankOf(a, column), rankOf(b, column)]
    return one < other || (one === other && (a.apart < b.apart || (a.apart === b.apart && a.n < b.n)))
  }
  return (a: PlacedRow, b: PlacedRow) => (isLess(a, b) === upwards ? -1 : 1)
}

interface Found {
  readonly rows: readonly PlacedRow[]
  readonly isMoreBefore: boolean
  readonly isMoreAfter: boolean
}

/** The lines beside one of the list, or its first; one more than asked for says that there are more. */
function beside(
  db: ReadDb,
  sources: readonly Source[],
  { from, backwards, ...bare }: Bare & Pick<Stretch, 'from' | 'backwards'>,
): Found {
  const stretch = { ...bare, from, backwards, limit: bare.limit + 1 }
  const all = sources.flatMap(({ place, tally }) => linesOf(db, place, { ...stretch, tally }))
  const some =
    sources.length === 1 ? all : all.toSorted(inOrder(bare.sort.column, bare.sort.ascending !== backwards))
  const rows = some.slice(0, bare.limit)
  const isMore = some.length > bare.limit
  return backwards
    ? { rows: rows.toReversed(), isMoreBefore: isMore, isMoreAfter: true }
    : { rows, isMoreBefore: from !== null, isMoreAfter: isMore }
}

/** The lines from a place in the list on. Those apart are few: they are all looked at. */
function from(
  db: ReadDb,
  sources: readonly Source[],
  { position, ...bare }: Bare & { readonly position: number },
): Found {
  const order = inOrder(bare.sort.column, bare.sort.ascending)
  const matching = ({ tally }: Source) => totalIn(tally, bare.mask)
  const all = (source: Source) =>
    linesAt(db, source.place, { ...bare, tally: source.tally, position: 0, limit: matching(source) })
  const [vault, ...others] = sources
  const apart = others.flatMap(all).toSorted(order)
  const start = vault ? Math.max(0, Math.min(position - apart.length, matching(vault) - 1)) : 0
  const limit = bare.limit + 1 + apart.length
  const rows = vault ? linesAt(db, vault.place, { ...bare, tally: vault.tally, position: start, limit }) : []
  const [head] = rows
  const passed = start > 0 && head ? apart.filter(row => order(row, head) < 0).length : 0
  const merged = [...rows, ...apart.slice(passed)].toSorted(order).slice(position - start - passed)
  return {
    rows: merged.slice(0, bare.limit),
    isMoreBefore: position > 0,
    isMoreAfter: merged.length > bare.limit,
  }
}

/** One page of the list of cases. Its lines are as they were last brought up to date. */
export function listPage(
  { db, now, today }: Pick<QueryContext, 'db' | 'now' | 'today'>,
  asked: ListAsked,
): ListPage {
  const { filters, sort, page, limit } = asked
  const said = asked.code.replaceAll(/[^0-9a-z]/gi, '').toUpperCase()
  const mask = maskOf(filters)
  const sources = placesOf(db).map(place => ({ place, tally: tallyOf(db, place, said) }))
  const tally = together(sources.map(source => source.tally))
  const bare = { sort, mask, said, limit }
  const { rows, isMoreBefore, isMoreAfter } =
    page.from === 'at'
      ? from(db, sources, { ...bare, position: page.position })
      : beside(db, sources, {
          ...bare,
          from: 'key' in page ? page.key : null,
          backwards: page.from === 'before',
        })
  const time = lineTime({ now, today })
  const [first, last] = [rows[0], rows.at(-1)]
  return {
    lines: rows.map(row => lineIn(row, time)),
    total: totalIn(tally, mask),
    all: said === '' ? totalIn(tally, maskOf([])) : allLines(db),
    counts: countsIn(tally, filters),
    before: first && isMoreBefore ? keyOf(first, sort.column) : null,
    next: last && isMoreAfter ? keyOf(last, sort.column) : null,
    behind: behind(db, { now, today }),
  }
}

function together(tallies: readonly Tally[]): Tally {
  const sums = new Map<number, number>()
  for (const [facet, count] of tallies.flatMap(tally => [...tally]))
    sums.set(facet, (sums.get(facet) ?? 0) + count)
  return sums
}

/** How many cases have a line. */
export function allLines(db: ReadDb): number {
  return placesOf(db).reduce((sum, place) => sum + totalIn(tallyOf(db, place, ''), maskOf([])), 0)
}
