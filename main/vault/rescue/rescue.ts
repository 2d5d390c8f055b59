import { Refused } from '../../../shared/refusal.ts'
import type { Instant } from '../../../shared/model.ts'
import type { RescueProgress, Rescued, RescuedTable } from '../../../shared/vault/rescue.ts'
import { forReading, forWriting, type Connection } from '../../db/handles.ts'
import { migrate } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations/index.ts'
import { checkDatabase } from '../../db/open.ts'
import { mustBeOurs, schemaOf } from '../../db/shape.ts'
import { hasLines, makeAllStale } from '../../lines/repository.ts'
import { hasReports, tellAgain } from '../../report/kept/repository.ts'
import { endOf, nothingApart, textOfRow, type Apart } from './apart.ts'
import { leafOf, type Row } from './cells.ts'
import { closeRecord, keepWhatVerifies } from './closeRecord.ts'
import type { Pages } from './pages.ts'
import { shelfOf } from './place.ts'
import { holesIn, refill } from './refill.ts'
import { shelvesOf, type Shelf } from './shelf.ts'
import { takeOutLoose } from './stand.ts'
import { isOfSchema, surveyOf, type Survey } from './survey.ts'
import { prepared } from './prepared.ts'

/** What a rescue needs beside the pages and the empty database. */
export interface Rescuing {
  readonly at: Instant
  /** 16 hex digits: whose way in it was. */
  readonly holder: string
  /** 16 random bytes. */
  readonly salt: Uint8Array
  /** The head of the record as the seal has it; `null` when there is none to believe. */
  readonly head: string | null
  readonly tell: (progress: RescueProgress) => void
  /** Asked now and then; a rescue that was given up throws `Refused` `vault/rescue-stopped`. */
  readonly isStopped: () => boolean
}

interface Counts {
  found: number
  rebuilt: number
  perhapsOlder: number
  lost: number
  apart: number
}

interface Work extends Rescuing {
  readonly db: Connection
  readonly survey: Survey
  readonly shelves: ReadonlyMap<string, Shelf>
  readonly counts: Map<string, Counts>
  readonly apart: Apart
}

const turn = () => new Promise<void>(resolve => setImmediate(resolve))

/** Others get their turn: somebody may want to see how far it is, or to stop it. */
async function breathe({ tell, isStopped }: Rescuing, progress: RescueProgress): Promise<void> {
  tell(progress)
  await turn()
  if (isStopped()) throw new Refused('vault/rescue-stopped')
}

function countsOf(counts: Map<string, Counts>, table: string): Counts {
  const found = counts.get(table) ?? { found: 0, rebuilt: 0, perhapsOlder: 0, lost: 0, apart: 0 }
  counts.set(table, found)
  return found
}

function rowsOn({ survey }: Work, leaf: number): { readonly rows: readonly Row[]; readonly cut: number } {
  const page = survey.pages.read(leaf)
  if (!page) return { rows: [], cut: 0 }
  const { rows, cut } = leafOf(page, leaf, number => survey.pages.read(number))
  return { rows, cut: cut.length }
}

function putAll(work: Work, shelf: Shelf, leaf: number): void {
  const counts = countsOf(work.counts, shelf.name)
  const { rows, cut } = rowsOn(work, leaf)
  if (!shelf.hasHistory) counts.lost += cut
  for (const row of rows) {
    if (shelf.put(row)) counts.found += 1
    else {
      counts[endOf(shelf.name)] += 1
      const text = textOfRow(shelf.name, row)
      work.apart.add({ table: shelf.name, row: shelf.idOf(row) ?? String(row.rowid), text })
    }
  }
}

/** Rows on pages whose table is known. @returns the leaves of which it is not, by the page that leads to them. */
async function putRooted(work: Work): Promise<ReadonlyMap<number, number[]>> {
  const { survey, shelves } = work
  const orphans = new Map<number, number[]>()
  for (const [done, leaf] of survey.leaves.entries()) {
    if (done % 64 === 0) await breathe(work, { stage: 'placing', done, all: survey.leaves.length })
    const top = survey.topOf(leaf)
    const table = survey.tableAt.get(top)
    const shelf = table === undefined ? undefined : shelves.get(table)
    if (shelf) putAll(work, shelf, leaf)
    else if (table === undefined && top !== 1) orphans.set(top, [...(orphans.get(top) ?? []), leaf])
  }
  return orphans
}

/** Enough rows to tell one table from another. */
const telling = 40

function sampleOf(work: Work, leaves: readonly number[]): readonly Row[] {
  const rows: Row[] = []
  for (const leaf of leaves) {
    rows.push(...rowsOn(work, leaf).rows)
    if (rows.length >= telling) break
  }
  return rows.slice(0, telling)
}

const isOfCase = (row: Row) => !isOfSchema(row)

/** Pages that nothing leads to: the record first, because it helps to tell the others. @returns rows left over. */
async function putOrphans(work: Work, orphans: ReadonlyMap<number, number[]>): Promise<number> {
  const torn = [...work.shelves.values()].filter(({ name }) => work.survey.torn.has(name))
  const ofRecord = torn.filter(({ name }) => name === 'change' || name === 'entry')
  const left = new Map(orphans)
  for (const among of [ofRecord, torn.filter(shelf => !ofRecord.includes(shelf))]) {
    for (const [top, leaves] of left) {
      const sample = sampleOf(work, leaves)
      const shelf = sample.length === 0 ? null : shelfOf(work.db, sample, among)
      if (!shelf) continue
      left.delete(top)
      for (const leaf of leaves) putAll(work, shelf, leaf)
      await breathe(work, {
        stage: 'placing',
        done: work.survey.leaves.length,
        all: work.survey.leaves.length,
      })
    }
  }
  return [...left.values()]
    .flat()
    .reduce((sum, leaf) => sum + rowsOn(work, leaf).rows.filter(isOfCase).length, 0)
}

async function rebuild(work: Work): Promise<void> {
  const { db } = work
  db.exec('CREATE INDEX rescue_history ON change (tbl, row, id)')
  const holes = holesIn(db, work.head)
  const shelves = [...work.shelves.values()].filter(({ hasHistory }) => hasHistory)
  for (const [done, shelf] of shelves.entries()) {
    await breathe(work, { stage: 'rebuilding', done, all: shelves.length })
    const { rebuilt, perhapsOlder, lost } = refill({ db, holes }, shelf)
    const counts = countsOf(work.counts, shelf.name)
    counts.rebuilt += rebuilt
    counts.perhapsOlder += perhapsOlder
    counts.lost += lost
  }
}

const isWorthSaying = ({ found, rebuilt, lost, apart }: Counts) => found + rebuilt + lost + apart > 0

const tablesOf = (counts: ReadonlyMap<string, Counts>): RescuedTable[] =>
  [...counts]
    .filter(([, count]) => isWorthSaying(count))
    .map(([table, count]) => ({ table, ...count }))
    .toSorted((a, b) => b.lost + b.apart - (a.lost + a.apart) || b.found - a.found)

/** Only a history tells of rows that are gone; and it tells of none where it was torn itself. */
function uncounted({ survey, shelves }: Work): string[] {
  if (survey.damaged === 0) return []
  const isHistoryTorn = survey.torn.has('change') || survey.torn.has('entry')
  return [...shelves.values()]
    .filter(({ name, hasHistory }) => survey.torn.has(name) && (!hasHistory || isHistoryTorn))
    .map(({ name }) => name)
}

/** Role code of whoever rescues, as the rescued vault knows it. */
function actorIn(db: Connection, holder: string): string {
  const found = prepared<[string], { role: string }>(db, `SELECT role FROM officer WHERE holder = ?`).get(
    holder,
  )
  return found?.role ?? ''
}

async function fill(work: Work): Promise<Rescued> {
  const { db, survey, counts, apart } = work
  const unplaced = await putOrphans(work, await putRooted(work))
  await rebuild(work)
  for (const [table, taken] of takeOutLoose(db, apart)) countsOf(counts, table)[endOf(table)] += taken
  await breathe(work, { stage: 'checking', done: 0, all: 1 })
  const pages = survey.pages.count
  const said = { pages, damagedPages: survey.damaged, unplaced, uncounted: uncounted(work) }
  return { ...said, ...keepWhatVerifies(db), tables: tablesOf(counts) }
}

/** Triggers would write history of their own and refuse to put old history back; they return with the same words. */
async function withoutTriggers<T>(db: Connection, work: () => Promise<T>): Promise<T> {
  const triggers = prepared<[], { name: string; sql: string }>(
    db,
    `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`,
  ).all()
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`)
  const value = await work()
  for (const { sql } of triggers) db.exec(sql)
  return value
}

/** What a new vault begins with gives way to what was in the old one, and stands where nothing was found. */
async function withoutSeeds<T>({ db, shelves }: Work, work: () => Promise<T>): Promise<T> {
  const seeds = [...shelves.values()].flatMap(({ name }) =>
    prepared<[], Record<string, unknown>>(db, `SELECT * FROM "${name}"`)
      .all()
      .map(row => ({ name, row })),
  )
  for (const { name } of seeds) db.exec(`DELETE FROM "${name}"`)
  const value = await work()
  for (const { name, row } of seeds) {
    if (prepared(db, `SELECT 1 FROM "${name}" LIMIT 1`).get() !== undefined) continue
    const names = Object.keys(row).map(column => `"${column}"`)
    prepared(
      db,
      `INSERT INTO "${name}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ).run(Object.values(row))
  }
  return value
}

/** The last entry is written as any other is, with everything that watches the record in its place. */
function finish({ db, at, salt, holder, apart, shelves }: Work, rescued: Rescued): void {
  closeRecord(db, rescued, { at, salt, actor: actorIn(db, holder), apart, shelves: [...shelves.values()] })
  db.exec('DROP INDEX rescue_history')
  if (hasLines(forReading(db))) makeAllStale(forWriting(db))
  if (hasReports(forReading(db))) tellAgain(forWriting(db))
}

/** One transaction over work that waits in between: nobody else has this database. */
async function atOnce<T>(db: Connection, work: () => Promise<T>): Promise<T> {
  db.exec('BEGIN')
  try {
    const value = await work()
    db.exec('COMMIT')
    return value
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}

const namesIn = (version: number) =>
  new Set(
    schemaOf(version)
      .filter(({ type }) => type === 'table')
      .map(({ name }) => name),
  )

/**
 * Fills a new, empty vault with everything that can be read of a damaged one (ADR 0033).
 *
 * No row is put down that was not one: rows come from pages whose tag verifies, or from the record, where it is complete.
 *
 * @param db new and empty; foreign keys are off while it is filled.
 * @throws Refused `vault/newer-than-app`, `vault/rescue-stopped`, `file/…`; then the new database is worth nothing.
 */
export async function rescueInto(db: Connection, pages: Pages, rescuing: Rescuing): Promise<Rescued> {
  const survey = await surveyOf(pages, {
    names: namesIn(migrations.length),
    breathe: (done, all) => breathe(rescuing, { stage: 'reading', done, all }),
  })
  if ((survey.version ?? 0) > migrations.length) throw new Refused('vault/newer-than-app')
  migrate(db, migrations.slice(0, survey.version ?? migrations.length))
  db.pragma('foreign_keys = OFF')
  const work = { ...rescuing, db, survey, shelves: shelvesOf(db), counts: new Map(), apart: nothingApart() }
  const rescued = await atOnce(db, async () => {
    const filled = await withoutTriggers(db, () => withoutSeeds(work, () => fill(work)))
    finish(work, filled)
    return filled
  })
  db.pragma('foreign_keys = ON')
  checkDatabase(db)
  mustBeOurs(db)
  return rescued
}
