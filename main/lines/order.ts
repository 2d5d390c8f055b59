import { fits, type FacetMask, type Tally } from '../../shared/lines/facet.ts'
import type { LineKey, LineSort } from '../../shared/lines/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import type { Place } from './place.ts'
import { shownColumns } from './repository.ts'
import type { ShownRow } from './rows.ts'

/** A line with the place it is kept in. */
export type PlacedRow = ShownRow & { readonly apart: 0 | 1 }

/** A stretch of a list: lines in one order, asked from one of them or from the first. */
export interface Stretch {
  readonly sort: LineSort
  readonly mask: FacetMask
  /** Letters and digits of a code without its dash, in capitals; empty when none are asked for. */
  readonly said: string
  readonly tally: Tally
  /** The line before the first of the stretch, in the direction it is read in. */
  readonly from: LineKey | null
  /** Read from the end of the list towards its beginning. */
  readonly backwards: boolean
  readonly limit: number
}

type Bound = Readonly<Record<string, string | number>>

const codeSql = `instr(replace(code, '-', ''), @said) > 0`

/** The lines whose code has it somewhere, looked up; no letter or digit comes after the sign that ends the stretch. */
const ofCodeSql = `n IN (SELECT n FROM main.code_part WHERE part >= @said AND part < @said || '~')`

const maskSql = `(facet & @press) = @press AND ((@states >> (facet / 8)) & 1) = 1`

/** Where lines of another place begin, after a line that is not of this one: of equal lines those of the vault come first. */
function startOf({ isApart }: Place, { from }: Stretch, upwards: boolean): { sql: string; sign: string } {
  const sign = upwards ? '>' : '<'
  if (from === null) return { sql: '1', sign }
  if (from.apart === isApart) return { sql: `(rank, n) ${sign} (@rank, @n)`, sign }
  const including = upwards === isApart
  return { sql: `rank ${sign}${including ? '=' : ''} @rank`, sign }
}

/** The words of SQL that put lines of one place in the order of a stretch. */
function wordsFor(place: Place, stretch: Stretch) {
  const { sort, said, mask, from } = stretch
  const upwards = sort.ascending !== stretch.backwards
  const way = upwards ? 'ASC' : 'DESC'
  const start = startOf(place, stretch, upwards)
    .sql.replaceAll('rank', sort.column)
    .replaceAll(`@${sort.column}`, '@rank')
  return {
    upwards,
    start,
    order: `ORDER BY ${sort.column} ${way}, n ${way}`,
    code: said === '' ? '1' : codeSql,
    bound: {
      press: mask.press,
      states: mask.states,
      ...(said !== '' && { said }),
      ...(from !== null && { rank: from.rank, n: from.n }),
    } satisfies Bound,
  }
}

const select = ({ line, isApart }: Place) =>
  `SELECT ${shownColumns}, ${Number(isApart)} AS apart FROM ${line}`

const run = (db: ReadDb, sql: string, bound: Bound) => prepare<[Bound], PlacedRow>(db, sql).all(bound)

/** What one facet more costs, in lines walked past. */
const perFacet = 40

/**
 * The lines of one stretch in one place, in the order they are read in.
 *
 * The tally says which way is shorter: along the order of all lines, past those that are not asked for; or along that of
 * each facet that is, merged. The lines of a part of a code are all looked up, unless so many have it that a page of them is
 * found sooner along the order.
 */
export function linesOf(db: ReadDb, place: Place, stretch: Stretch): PlacedRow[] {
  const words = wordsFor(place, stretch)
  const { sort, mask, said, tally, limit } = stretch
  const facets = [...tally].flatMap(([facet, count]) => (count > 0 && fits(facet, mask) ? [facet] : []))
  const matching = facets.reduce((sum, facet) => sum + (tally.get(facet) ?? 0), 0)
  const where = `WHERE ${words.start} AND ${words.code}`
  const bound = { ...words.bound, limit }
  if (matching === 0) return []
  if (place.isApart)
    return run(db, `${select(place)} ${where} AND ${maskSql} ${words.order} LIMIT @limit`, bound)
  const all = [...tally.values()].reduce((sum, count) => sum + count, 0)
  if (said !== '' && all < (limit * countOf(db)) / matching)
    return run(
      db,
      `${select(place)} NOT INDEXED WHERE ${words.start} AND ${ofCodeSql} AND ${maskSql} ${words.order} LIMIT @limit`,
      bound,
    )
  const isAll = matching === all && said === ''
  if (said !== '' || isAll || (limit * all) / matching <= facets.length * perFacet + limit)
    return run(
      db,
      `${select(place)} INDEXED BY case_line_by_${sort.column} ${where}${isAll ? '' : ` AND ${maskSql}`} ${words.order} LIMIT @limit`,
      bound,
    )
  return merged(db, { place, stretch, words, facets, matching })
}

/** How many lines stand in the vault. */
const countOf = (db: ReadDb): number =>
  prepare<[], { readonly n: number }>(db, `SELECT ifnull(sum(n), 0) AS n FROM main.line_tally`).get()?.n ?? 0

interface Merging {
  readonly place: Place
  readonly stretch: Stretch
  readonly words: ReturnType<typeof wordsFor>
  readonly facets: readonly number[]
  readonly matching: number
}

interface Ranked {
  readonly rank: string | number
  readonly n: number
}

/** Takes from each facet its share and a little more, and more of one only when that was not enough. */
function merged(db: ReadDb, { place, stretch, words, facets, matching }: Merging): PlacedRow[] {
  const { sort, tally, limit } = stretch
  const { press: _press, states: _states, ...bound } = words.bound
  const sql = `SELECT ${sort.column} AS rank, n FROM ${place.line} INDEXED BY case_line_in_${sort.column}
    WHERE facet = @facet AND ${words.start} ${words.order} LIMIT @limit`
  const take = (facet: number, most: number) =>
    prepare<[Bound], Ranked>(db, sql).all({ ...bound, facet, limit: most })
  const isBefore = (a: Ranked, b: Ranked) =>
    (a.rank < b.rank || (a.rank === b.rank && a.n < b.n)) === words.upwards
  const inOrder = (a: Ranked, b: Ranked) => (a.n === b.n ? 0 : isBefore(a, b) ? -1 : 1)
  const shares = facets.map(facet => {
    const most = Math.min(limit, 6 + Math.ceil((2 * limit * (tally.get(facet) ?? 0)) / matching))
    return { facet, most, rows: take(facet, most) }
  })
  const first = shares.flatMap(({ rows }) => rows).toSorted(inOrder)
  const last = first[limit - 1]
  const short = shares.filter(
    ({ rows, most }) =>
      rows.length === most && most < limit && (!last || isBefore(rows[most - 1] ?? last, last)),
  )
  const rows =
    short.length === 0
      ? first
      : shares
          .flatMap(share => (short.includes(share) ? take(share.facet, limit) : share.rows))
          .toSorted(inOrder)
  return byNumber(db, place, rows.slice(0, limit))
}

/** Lines by their numbers, in the order of these. */
function byNumber(db: ReadDb, place: Place, rows: readonly Ranked[]): PlacedRow[] {
  const one = prepare<[number], PlacedRow>(db, `${select(place)} WHERE n = ?`)
  return rows.flatMap(({ n }) => one.get(n) ?? [])
}

/** Where a list is asked from by a place in it. */
export interface Jump extends Omit<Stretch, 'from' | 'backwards'> {
  readonly position: number
}

/** The lines from a place of the list on, counted from 0. The only question that counts its way there. */
export function linesAt(db: ReadDb, place: Place, { position, ...jump }: Jump): PlacedRow[] {
  const words = wordsFor(place, { ...jump, from: null, backwards: false })
  const all = [...jump.tally].reduce((sum, [facet, count]) => sum + (fits(facet, jump.mask) ? count : 0), 0)
  const everything = [...jump.tally.values()].reduce((sum, count) => sum + count, 0)
  const mask = all === everything ? '' : ` AND ${maskSql}`
  return run(
    db,
    `${select(place)}${wayTo(place, jump)}${mask} ${words.order} LIMIT @limit OFFSET @position`,
    { ...words.bound, limit: jump.limit, position },
  )
}

/** How the lines are reached that have the part of a code that is asked for, or all. */
function wayTo({ isApart }: Place, { said, sort }: Pick<Jump, 'said' | 'sort'>): string {
  if (isApart) return ` WHERE ${said === '' ? '1' : codeSql}`
  return said === '' ? ` INDEXED BY case_line_by_${sort.column} WHERE 1` : ` NOT INDEXED WHERE ${ofCodeSql}`
}

function tallySql({ isApart, line }: Place, said: string): string {
  if (isApart)
    return `SELECT facet, count(*) AS n FROM ${line} WHERE ${said === '' ? '1' : codeSql} GROUP BY facet`
  if (said === '') return `SELECT facet, n FROM main.line_tally WHERE n > 0`
  return said.length === 1
    ? `SELECT facet, n FROM main.code_tally WHERE letter = @said AND n > 0`
    : `SELECT facet, count(*) AS n FROM ${line} NOT INDEXED WHERE ${ofCodeSql} GROUP BY facet`
}

/** How many lines there are of each facet, in one place; with a part of a code, only of those that have it. */
export function tallyOf(db: ReadDb, place: Place, said: string): Tally {
  const rows = prepare<[Bound], { readonly facet: number; readonly n: number }>(
    db,
    tallySql(place, said),
  ).all(said === '' ? {} : { said })
  return new Map(rows.map(({ facet, n }) => [facet, n]))
}
