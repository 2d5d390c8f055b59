import type { CaseId } from '../../shared/model.ts'
import type { DueRow } from '../../shared/lines/dueRow.ts'
import type { LineTime } from '../../shared/lines/time.ts'
import type { Numbered, Turns } from '../../shared/lines/turns.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import type { Place } from './place.ts'
import type { LineRow, ShownRow, SteadyRow, TurningRow } from './rows.ts'

/** A due thing is numbered by its line, times this, and by itself. */
export const perLine = 65_536

const columns = `n, case_id, code, facet, state, danger, band, consent, risk, waiting, persons, acts, changed, started,
  urgent, differs, ends, turns, turns_at, turns_on, since_at, since_on`

/** What of a line is shown. */
export const shownColumns = `n, case_id, code, facet, state, danger, band, consent, risk, waiting, persons, acts, changed,
  started, urgent, differs, ends`

/** The line of a case, when it has one. */
export const lineOfCase = (db: ReadDb, { line }: Place, caseId: string): LineRow | undefined =>
  prepare<[string], LineRow>(db, `SELECT ${columns} FROM ${line} WHERE case_id = ?`).get(caseId)

/** The due things that are kept of a line. */
export function duesOfLine(db: ReadDb, { due }: Place, n: number): Numbered {
  const rows = prepare<[number, number], DueRow & { readonly id: number }>(
    db,
    `SELECT id, by_day AS byDay, press, ends, said FROM ${due} WHERE id BETWEEN ? AND ?`,
  ).all(n * perLine, n * perLine + perLine - 1)
  return new Map(rows.map(({ id, byDay, press, ends, said }) => [id % perLine, { byDay, press, ends, said }]))
}

/** A line as it is to be. */
interface Putting {
  readonly before: LineRow | undefined
  readonly row: SteadyRow & TurningRow
}

/** Keeps a line; of one that is there, only what changed. @returns its number */
export function putLine(db: WriteDb, { line }: Place, { before, row }: Putting): number {
  const names = Object.keys(row) as (keyof typeof row)[]
  if (!before) {
    const sql = `INSERT INTO ${line} (${names.join(', ')}) VALUES (${names.map(name => `@${name}`).join(', ')})`
    return Number(prepare<object>(db, sql).run(row).lastInsertRowid)
  }
  const changed = names.filter(name => before[name] !== row[name])
  if (changed.length === 0) return before.n
  const sql = `UPDATE ${line} SET ${changed.map(name => `${name} = @${name}`).join(', ')} WHERE n = @n`
  prepare<object>(db, sql).run({ ...row, n: before.n })
  return before.n
}

/** The due things of a line, as they were and as they are to be. */
interface PuttingDues {
  readonly n: number
  readonly before: Numbered
  readonly dues: Numbered
}

/** Keeps the due things of a line. The same number says the same, before and after. */
export function putDues(db: WriteDb, { due }: Place, { n, before, dues }: PuttingDues): void {
  for (const number of before.keys())
    if (!dues.has(number)) prepare<[number]>(db, `DELETE FROM ${due} WHERE id = ?`).run(n * perLine + number)
  const sql = `INSERT INTO ${due} (id, by_day, press, ends, said) VALUES (?, ?, ?, ?, ?)`
  for (const [number, { byDay, press, ends, said }] of dues)
    if (!before.has(number))
      prepare<[number, number, number, number, string]>(db, sql).run(
        n * perLine + number,
        byDay,
        press,
        ends,
        said,
      )
}

/** Takes the line of a case that is no more, with what was due on it. */
export const dropLine = (db: WriteDb, { line }: Place, caseId: string): void =>
  void prepare<[string]>(db, `DELETE FROM ${line} WHERE case_id = ?`).run(caseId)

/** Whether a case stands where the lines of a place belong; a case for named people never has one anywhere else. */
export const standsIn = (db: ReadDb, { file }: Place, caseId: string): boolean =>
  prepare<[string]>(db, `SELECT 1 FROM ${file} WHERE id = ?`).get(caseId) !== undefined

/** Cases that were written to since their lines were made, the newest case first. */
export const staleOnes = (db: ReadDb, { stale }: Place, limit: number): CaseId[] =>
  prepare<[number], CaseId>(db, `SELECT case_id FROM ${stale} ORDER BY case_id DESC LIMIT ?`)
    .pluck()
    .all(limit)

/** Those of them that something was taken out of. */
export const goneFrom = (db: ReadDb, { stale }: Place, limit: number): CaseId[] =>
  prepare<[number], CaseId>(db, `SELECT case_id FROM ${stale} WHERE gone = 1 LIMIT ?`).pluck().all(limit)

export const isStaleNoMore = (db: WriteDb, { stale }: Place, caseId: CaseId): void =>
  void prepare<[string]>(db, `DELETE FROM ${stale} WHERE case_id = ?`).run(caseId)

/** How many lines are not up to date. */
export const staleCount = (db: ReadDb, { stale }: Place): number =>
  prepare<[], { n: number }>(db, `SELECT count(*) AS n FROM ${stale}`).get()?.n ?? 0

/** The lines that say what their cases say at this time: nothing was written since, no turn has come, and none came too soon. */
export const linesUpToDate = (db: ReadDb, { line, stale }: Place, { now, today }: LineTime): ShownRow[] =>
  prepare<[number, number, number, number], ShownRow>(
    db,
    `SELECT ${shownColumns} FROM ${line} WHERE case_id NOT IN (SELECT case_id FROM ${stale})
        AND ifnull(turns_at > ?, true) AND ifnull(turns_on > ?, true) AND since_at <= ? AND since_on <= ?`,
  ).all(now, today, now, today)

/** Every case, for whoever is at the desk. */
export const everyCase = (db: ReadDb): CaseId[] =>
  prepare<[], CaseId>(db, `SELECT id FROM case_file`).pluck().all()

/** Lines whose next turn has come, some of them. */
export function turningLines(db: ReadDb, { line }: Place, { now, today }: LineTime): LineRow[] {
  const by = (column: string, moment: number) =>
    prepare<[number], LineRow>(
      db,
      `SELECT ${columns} FROM ${line} WHERE ${column} IS NOT NULL AND ${column} <= ? ORDER BY ${column} LIMIT 200`,
    ).all(moment)
  const all = [...by('turns_at', now), ...by('turns_on', today)]
  return [...new Map(all.map(row => [row.n, row])).values()]
}

/** How many lines have a turn whose moment or day has come. */
export const turningCount = (db: ReadDb, { line }: Place, { now, today }: LineTime): number =>
  prepare<[number, number], { n: number }>(
    db,
    `SELECT (SELECT count(*) FROM ${line} WHERE turns_at IS NOT NULL AND turns_at <= ?) +
       (SELECT count(*) FROM ${line} WHERE turns_on IS NOT NULL AND turns_on <= ?) AS n`,
  ).get(now, today)?.n ?? 0

/** The turns that are kept of a line. */
export const turnsIn = ({ turns }: Pick<LineRow, 'turns'>): Turns =>
  turns === null ? { at: [], on: [] } : (JSON.parse(turns) as Turns)

/** The latest time at which lines were made; `null` when none were. */
export const latestTime = (db: ReadDb): LineTime | null =>
  prepare<[], LineTime>(db, `SELECT now, today FROM main.line_time`).get() ?? null

export const keepTime = (db: WriteDb, { now, today }: LineTime): void =>
  void prepare<[number, number]>(
    db,
    `INSERT INTO main.line_time (one, now, today) VALUES (1, ?, ?)
     ON CONFLICT (one) DO UPDATE SET now = excluded.now, today = excluded.today`,
  ).run(now, today)

/** The time went back: lines that turned since are to be made again. */
export const makeStaleSince = (db: WriteDb, { line, stale }: Place, { now, today }: LineTime): void =>
  void prepare<[number, number]>(
    db,
    `INSERT INTO ${stale} (case_id, gone) SELECT case_id, 0 FROM ${line} WHERE since_at > ? OR since_on > ?
     ON CONFLICT DO NOTHING`,
  ).run(now, today)

/** Whether there are lines at all: not in a vault of an older version. */
export const hasLines = (db: ReadDb): boolean =>
  prepare<[]>(db, `SELECT 1 FROM main.sqlite_schema WHERE name = 'line_stale'`).get() !== undefined

/** Everything is to be made again. For a vault whose rows were written without its triggers. */
export function makeAllStale(db: WriteDb): void {
  prepare<[]>(
    db,
    `INSERT INTO main.line_stale (case_id, gone) SELECT id, 0 FROM main.case_file WHERE true ON CONFLICT DO NOTHING`,
  ).run()
  prepare<[]>(
    db,
    `INSERT INTO main.action_planned (id, asked) SELECT id, 1 FROM main.action WHERE id NOT IN (
       SELECT action_id FROM main.action_entry WHERE event ->> 'what' IN ('sent', 'ended')
       UNION ALL SELECT id FROM main.action_planned)`,
  ).run()
}
