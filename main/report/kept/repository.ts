import type { LineTime } from '../../../shared/lines/time.ts'
import type { CaseId } from '../../../shared/model.ts'
import { isOutside } from '../../../shared/report/row.ts'
import type { ReportFacet, ReportKey } from '../../../shared/report/row.ts'
import type { Annex } from '../../../shared/report/entry.ts'
import type { Why } from '../../../shared/report/proposal.ts'
import type { ReportWindow } from '../../../shared/settings/windows.ts'
import { prepare } from '../../db/handles.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import type { Place } from '../../lines/place.ts'

/** How one case stands in one report, as it is kept. Codes as JSON, only where they are counted. */
export interface ReportRow {
  readonly case_id: CaseId
  readonly ordinal: number
  readonly code: string
  readonly begun: number
  readonly outside: 0 | 1
  readonly facet: ReportFacet
  readonly annex: Annex
  readonly why: Why
  readonly regions: string | null
  readonly forms: string | null
  readonly perpetrators: string | null
  readonly recalled: 0 | 1
  readonly turns_at: number | null
  readonly turns_on: number | null
  readonly since_at: number
  readonly since_on: number
}

/** A report whose cases are kept, by the days its window had; `upto`: cases whose id comes before it were not looked at yet. */
export interface KeptWindow extends Pick<ReportWindow, 'ordinal' | 'from' | 'to'> {
  readonly upto: string
}

/** Before any case was looked at. */
export const nothingYet = '~'

export const keptWindows = (db: ReadDb): KeptWindow[] =>
  prepare<[], KeptWindow>(
    db,
    `SELECT ordinal, first AS "from", last AS "to", upto FROM main.report_window ORDER BY ordinal`,
  ).all()

/** Whether there are rows of reports at all: not in a vault of an older version. */
export const hasReports = (db: ReadDb): boolean =>
  prepare<[]>(db, `SELECT 1 FROM main.sqlite_schema WHERE name = 'report_window'`).get() !== undefined

/** Which cases contributions told of, read off them again. For a vault whose rows were written without its triggers. */
export const tellAgain = (db: WriteDb): void =>
  void prepare<[]>(
    db,
    `INSERT INTO main.contribution_told (case_id, sent_id)
       SELECT DISTINCT value ->> 'caseId', s.id FROM main.contribution_sent AS s, json_each(s.told)
         WHERE value ->> 'level' IN ('named', 'anonymised') ON CONFLICT DO NOTHING`,
  ).run()

export const keepWindow = (db: WriteDb, { ordinal, from, to, upto }: KeptWindow): void =>
  void prepare<[number, string, string, string]>(
    db,
    `INSERT INTO main.report_window (ordinal, first, last, upto) VALUES (?, ?, ?, ?)
     ON CONFLICT (ordinal) DO UPDATE SET first = excluded.first, last = excluded.last, upto = excluded.upto`,
  ).run(ordinal, from, to, upto)

/** Cases of the vault that were not looked at yet, some of them. */
export const nextCases = (db: ReadDb, upto: string, limit: number): CaseId[] =>
  prepare<[string, number], CaseId>(db, `SELECT id FROM main.case_file WHERE id < ? ORDER BY id DESC LIMIT ?`)
    .pluck()
    .all(upto, limit)

/** How many cases of the vault were not looked at yet. */
export const leftOf = (db: ReadDb, upto: string): number =>
  prepare<[string], number>(db, `SELECT count(*) FROM main.case_file WHERE id < ?`).pluck().get(upto) ?? 0

const columns = [
  'case_id',
  'ordinal',
  'code',
  'begun',
  'outside',
  'facet',
  'annex',
  'why',
  'regions',
  'forms',
  'perpetrators',
  'recalled',
  'turns_at',
  'turns_on',
  'since_at',
  'since_on',
] as const satisfies (keyof ReportRow)[]

const isSame = (one: ReportRow, other: ReportRow) => columns.every(column => one[column] === other[column])

/** Keeps a row, in the place of the one before. */
export function putRow(db: WriteDb, { report }: Place, row: ReportRow): void {
  const { case_id, ordinal } = row
  const before = prepare<[string, number], ReportRow>(
    db,
    `SELECT ${columns.join(', ')} FROM ${report} WHERE case_id = ? AND ordinal = ?`,
  ).get(case_id, ordinal)
  if (before && isSame(before, row)) return
  if (before)
    prepare<[string, number]>(db, `DELETE FROM ${report} WHERE case_id = ? AND ordinal = ?`).run(
      case_id,
      ordinal,
    )
  prepare<ReportRow>(
    db,
    `INSERT INTO ${report} (${columns.join(', ')}) VALUES (${columns.map(column => `@${column}`).join(', ')})`,
  ).run(row)
}

/** Takes the rows of a case that is no more. */
export const dropRows = (db: WriteDb, { report }: Place, caseId: string): void =>
  void prepare<[string]>(db, `DELETE FROM ${report} WHERE case_id = ?`).run(caseId)

const turnedSql = ({ report }: Place) => `
  SELECT case_id FROM ${report} WHERE turns_at IS NOT NULL AND turns_at <= @now
  UNION SELECT case_id FROM ${report} WHERE turns_on IS NOT NULL AND turns_on <= @today`

/** How many cases stand otherwise because their time has come. */
export const turnedCount = (db: ReadDb, place: Place, { now, today }: LineTime): number =>
  prepare<[LineTime], number>(db, `SELECT count(*) FROM (${turnedSql(place)})`)
    .pluck()
    .get({ now, today }) ?? 0

/** These are to be made again. */
export const makeTurnedStale = (db: WriteDb, place: Place, { now, today }: LineTime): void =>
  void prepare<[LineTime]>(
    db,
    `INSERT INTO ${place.stale} (case_id, gone) SELECT case_id, 0 FROM (${turnedSql(place)}) WHERE true
     ON CONFLICT DO NOTHING`,
  ).run({ now, today })

/** The time went back: cases that turned since are to be made again. */
export const makeTurnedSinceStale = (db: WriteDb, { report, stale }: Place, { now, today }: LineTime): void =>
  void prepare<[number, number]>(
    db,
    `INSERT INTO ${stale} (case_id, gone) SELECT DISTINCT case_id, 0 FROM ${report}
       WHERE since_at > ? OR since_on > ? ON CONFLICT DO NOTHING`,
  ).run(now, today)

/** Cases that are kept as called back by their sender. */
export const recalledOnes = (db: ReadDb, { report }: Place): CaseId[] =>
  prepare<[], CaseId>(db, `SELECT DISTINCT case_id FROM ${report} WHERE recalled = 1`).pluck().all()

export const makeStale = (db: WriteDb, { stale }: Place, caseId: CaseId): void =>
  void prepare<[string]>(db, `INSERT INTO ${stale} (case_id, gone) VALUES (?, 0) ON CONFLICT DO NOTHING`).run(
    caseId,
  )

/** How many cases are to be made again, of those whose ids do not come before one. */
export const staleFrom = (db: ReadDb, { stale }: Place, caseId: string): number =>
  prepare<[string], number>(db, `SELECT count(*) FROM ${stale} WHERE case_id >= ?`).pluck().get(caseId) ?? 0

/** Every case of a place is to be made again. */
export const makeAllOfPlaceStale = (db: WriteDb, { file, stale }: Place): void =>
  void prepare<[]>(
    db,
    `INSERT INTO ${stale} (case_id, gone) SELECT id, 0 FROM ${file} WHERE true ON CONFLICT DO NOTHING`,
  ).run()

/** How many cases there are of each facet and reason, in one place. */
export interface Tallied {
  readonly facet: ReportFacet
  readonly why: Why
  readonly n: number
}

export const tallyOf = (db: ReadDb, { isApart, report }: Place, ordinal: number): Tallied[] =>
  prepare<[number], Tallied>(
    db,
    isApart
      ? `SELECT facet, why, count(*) AS n FROM ${report} WHERE ordinal = ? GROUP BY facet, why`
      : `SELECT facet, why, n FROM main.report_tally WHERE ordinal = ? AND n > 0`,
  ).all(ordinal)

/** What is counted of cases. */
export type Field = 'regions' | 'forms' | 'perpetrators'

/** Cases that are only counted, as how many have the same codes of one kind. */
export const codesOf = (db: ReadDb, { isApart, report }: Place, { ordinal, field }: OfField) =>
  prepare<[OfField], { readonly codes: string; readonly n: number }>(
    db,
    isApart
      ? `SELECT codes, count(*) AS n FROM (SELECT CASE @field WHEN 'regions' THEN regions WHEN 'forms' THEN forms
           ELSE perpetrators END AS codes FROM ${report} WHERE ordinal = @ordinal) WHERE codes IS NOT NULL GROUP BY codes`
      : `SELECT codes, n FROM main.report_codes WHERE ordinal = @ordinal AND field = @field AND n > 0`,
  ).all({ ordinal, field })

interface OfField {
  readonly ordinal: number
  readonly field: Field
}

/** The cases an entry is written of. */
export const writtenOnes = (db: ReadDb, { report }: Place, ordinal: number): CaseId[] =>
  prepare<[number], CaseId>(db, `SELECT case_id FROM ${report} WHERE ordinal = ? AND facet & 1`)
    .pluck()
    .all(ordinal)

/** What of a row is shown. */
export type ShownRow = Pick<ReportRow, 'case_id' | 'code' | 'begun' | 'outside' | 'facet' | 'annex' | 'why'>

/** A stretch of the cases of one report, in their order. */
export interface Stretch {
  readonly ordinal: number
  readonly mask: number
  readonly limit: number
}

const select = `SELECT case_id, code, begun, outside, facet, annex, why`
const isAsked = `ordinal = @ordinal AND (@mask >> facet) & 1`

/** Where rows are asked from, and in which direction. */
export interface Beside {
  readonly from: ReportKey | null
  readonly backwards: boolean
}

/** The rows beside one of them, in the direction they are read in; from the first where there is none. */
export function rowsBeside(
  db: ReadDb,
  { report }: Place,
  { from, backwards, ...stretch }: Stretch & Beside,
): ShownRow[] {
  const way = backwards ? 'DESC' : 'ASC'
  const start =
    from === null ? '1' : `(outside, begun, case_id) ${backwards ? '<' : '>'} (@outside, @begun, @caseId)`
  const key = from && { outside: Number(from.outside), begun: from.begun, caseId: from.caseId }
  return prepare<[object], ShownRow>(
    db,
    `${select} FROM ${report} WHERE ${isAsked} AND ${start}
     ORDER BY outside ${way}, begun ${way}, case_id ${way} LIMIT @limit`,
  ).all({ ...stretch, ...key })
}

/** The same of one facet alone, of cases of the vault: looked up, however few they are. */
export function rowsOfFacet(
  db: ReadDb,
  facet: ReportFacet,
  { from, backwards, ordinal, limit }: Omit<Stretch, 'mask'> & Beside,
): ShownRow[] {
  const way = backwards ? 'DESC' : 'ASC'
  const isSameSide = from !== null && from.outside === isOutside(facet)
  if (from !== null && !isSameSide && from.outside !== backwards) return []
  const start = isSameSide ? `(begun, case_id) ${backwards ? '<' : '>'} (@begun, @caseId)` : '1'
  const key = isSameSide && { begun: from.begun, caseId: from.caseId }
  return prepare<[object], ShownRow>(
    db,
    `${select} FROM main.report_line WHERE ordinal = @ordinal AND facet = @facet AND ${start}
     ORDER BY begun ${way}, case_id ${way} LIMIT @limit`,
  ).all({ ordinal, facet, limit, ...key })
}

/** The rows from a place on, counted from 0. */
export const rowsAt = (
  db: ReadDb,
  { report }: Place,
  stretch: Stretch & { readonly position: number },
): ShownRow[] =>
  prepare<[object], ShownRow>(
    db,
    `${select} FROM ${report} WHERE ${isAsked} ORDER BY outside, begun, case_id LIMIT @limit OFFSET @position`,
  ).all(stretch)
