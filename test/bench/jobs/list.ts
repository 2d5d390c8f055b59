import { forReading, prepare } from '../../../main/db/handles.ts'
import type { Sent } from '../../../shared/contract.ts'
import { foundOf, type Found, type Job } from '../job.ts'
import { compare } from '../measure.ts'
import type { Office } from '../office.ts'

/** One page of the list, from an index, as a program without secrets would read it. */
export const pageSql = `SELECT * FROM case_line ORDER BY changed DESC, n DESC LIMIT 50`
const nextSql = `SELECT * FROM case_line WHERE (changed, n) < (?, ?) ORDER BY changed DESC, n DESC LIMIT 50`
const stateSql = `SELECT * FROM case_line WHERE state = ? AND (changed, n) < (?, ?) ORDER BY changed DESC, n DESC LIMIT 50`
const countsSql = `SELECT facet, n FROM line_tally`

/** A line in the middle of the list, and the number of the most frequent state. */
function middle({ plain, count }: Office): {
  readonly changed: number
  readonly n: number
  readonly state: number
} {
  const sql = `SELECT changed, n, (SELECT state FROM case_line GROUP BY state ORDER BY count(*) DESC LIMIT 1) AS state
    FROM case_line ORDER BY changed DESC, n DESC LIMIT 1 OFFSET ?`
  const row = plain()
    .prepare<[number], { changed: number; n: number; state: number }>(sql)
    .get(Math.floor(count / 2))
  if (!row) throw new Error('there is a middle')
  return row
}

type Asked = Sent<'case.list'>

/** Where the page in the middle begins, for asking as the window does. */
async function keyInTheMiddle(office: Office, asked: Asked) {
  const { get } = await office.desk()
  const { total } = await get('case.list', { ...asked, limit: 1 })
  const { next } = await get('case.list', {
    ...asked,
    limit: 1,
    page: { from: 'at', position: Math.floor(total / 2) },
  })
  if (!next) throw new Error('there is a page after the middle')
  return next
}

/** A page of the list in the window's order, from the place it would be asked for. */
async function page(office: Office, asked: Asked, reference: () => unknown): Promise<Found> {
  const { get } = await office.desk()
  const pair = await compare({ ours: () => get('case.list', asked), reference }, { ...office, times: 30 })
  return foundOf(pair)
}

const withCounts = (db: ReturnType<typeof forReading>, rows: () => unknown) => () => {
  rows()
  prepare<[]>(db, countsSql).all()
}

const why =
  'one question through the door answers page and counts together, with what stands apart for named people.'

const ofPage = (name: string, run: Job['run']): Job => ({
  name,
  beside: 'plain SQLite, the page by its key and the counters',
  unit: 'ms',
  goal: 1.5,
  grows: 2,
  why,
  run,
})

export const listJobs: readonly Job[] = [
  ofPage('list: the first page, with counts', office => {
    const db = forReading(office.plain())
    return page(
      office,
      {},
      withCounts(db, () => prepare<[]>(db, pageSql).all()),
    )
  }),
  ofPage('list: a page in the middle, by its key', async office => {
    const db = forReading(office.plain())
    const { changed, n } = middle(office)
    const key = await keyInTheMiddle(office, {})
    const reference = withCounts(db, () => prepare<[number, number]>(db, nextSql).all(changed, n))
    return page(office, { page: { from: 'after', key } }, reference)
  }),
  ofPage('list: narrowed to one state, in the middle', async office => {
    const db = forReading(office.plain())
    const { changed, n, state } = middle(office)
    const asked: Asked = { filters: ['closed'] }
    const key = await keyInTheMiddle(office, asked)
    const reference = withCounts(db, () =>
      prepare<[number, number, number]>(db, stateSql).all(state, changed, n),
    )
    return page(office, { ...asked, page: { from: 'after', key } }, reference)
  }),
  ofPage('list: narrowed and sorted by risk', office => {
    const db = forReading(office.plain())
    const { state } = middle(office)
    const sql = `SELECT * FROM case_line WHERE state = ? ORDER BY band, n LIMIT 50`
    const reference = withCounts(db, () => prepare<[number]>(db, sql).all(state))
    return page(office, { filters: ['closed'], sort: { column: 'band', ascending: true } }, reference)
  }),
  {
    name: 'facet counts for a filter',
    beside: 'plain SQLite with counters',
    unit: 'ms',
    goal: 2,
    most: 16,
    grows: true,
    why: 'counted for the filters that are on, where the reference reads what it counted before; the door is part of it.',
    run(office) {
      const db = forReading(office.plain())
      const reference = () => prepare<[]>(db, countsSql).all()
      return page(office, { filters: ['open', 'overdue'], limit: 1 }, reference)
    },
  },
  {
    name: 'home screen: what is due',
    beside: 'plain SQLite, one indexed page',
    unit: 'ms',
    goal: 3,
    grows: true,
    why: 'three groups with their counts, not one page.',
    async run(office) {
      const { get } = await office.desk()
      const db = forReading(office.plain())
      const sql = `SELECT * FROM due_line ORDER BY by_day, press, ends, id LIMIT 50`
      const reference = () => prepare<[]>(db, sql).all()
      return foundOf(await compare({ ours: () => get('case.dues', {}), reference }, { ...office, times: 20 }))
    },
  },
]
