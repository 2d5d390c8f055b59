import type {
  ReceivedContribution,
  ReceivedSummary,
  ReportDecision,
  SentContribution,
  SentSummary,
} from '../../shared/report/model.ts'
import type { CaseFile } from '../../shared/case/model.ts'
import type { CaseId } from '../../shared/model.ts'
import type { ScopeResult } from '../../shared/scope/model.ts'
import type { ReportWindow } from '../../shared/settings/windows.ts'
import { newestOf } from '../../shared/report/received.ts'
import { allColleagues } from '../exchange/colleagues.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

/** Decisions on cases, in the order of recording. Never changed. */
export const decisions = table<ReportDecision>('report_decision', {
  id: 'plain',
  caseId: 'plain',
  ordinal: 'plain',
  level: 'plain',
  reason: 'plain',
  by: 'plain',
  at: 'plain',
})

/** A case without any act that may fall into a window, and what its test says. */
interface CaseOutside extends Pick<CaseFile, 'id' | 'code'> {
  readonly scope: ScopeResult | null
}

/** The cases without any act that may fall into a window, in the order in which they were begun. */
export function casesOutside(db: ReadDb, { from, to }: Pick<ReportWindow, 'from' | 'to'>): CaseOutside[] {
  const sql = `SELECT c.id AS id, c.code AS code, s.result AS scope FROM case_file AS c LEFT JOIN scope_test AS s ON s.id = c.id
    WHERE c.id NOT IN (SELECT case_id FROM act WHERE "when" ->> 'from' <= @to AND "when" ->> 'to' >= @from)
    ORDER BY c.rowid`
  type Row = Pick<CaseFile, 'id' | 'code'> & { readonly scope: string | null }
  return prepare<[{ readonly from: string; readonly to: string }], Row>(db, sql)
    .all({ from, to })
    .map(row => ({ ...row, scope: row.scope === null ? null : (JSON.parse(row.scope) as ScopeResult) }))
}

/** Every case, in the order in which they were begun. */
export const caseIds = (db: ReadDb): CaseId[] =>
  prepare<[], CaseId>(db, `SELECT id FROM case_file ORDER BY rowid`).pluck().all()

/** The cases for which somebody decided or wrote something for a window. */
export const casesDecidedFor = (db: ReadDb, ordinal: number): ReadonlySet<CaseId> =>
  new Set(
    prepare<[{ readonly ordinal: number }], CaseId>(
      db,
      `SELECT case_id FROM report_decision WHERE ordinal = @ordinal
       UNION SELECT case_id FROM action WHERE draft ->> '$.entry.ordinal' = @ordinal`,
    )
      .pluck()
      .all({ ordinal }),
  )

/** The last contributions to earlier reports, one for each report and reader. */
const earlierSql = `SELECT id FROM contribution_sent WHERE ordinal < @ordinal AND NOT EXISTS (
    SELECT 1 FROM contribution_sent AS later WHERE later.ordinal = contribution_sent.ordinal
      AND later.colleague_id = contribution_sent.colleague_id AND later.rowid > contribution_sent.rowid)`

/** The cases of which the last contribution to an earlier report told. */
export const casesToldBefore = (db: ReadDb, ordinal: number): ReadonlySet<CaseId> =>
  new Set(
    prepare<[{ readonly ordinal: number }], CaseId>(
      db,
      `SELECT case_id FROM main.contribution_told WHERE sent_id IN (${earlierSql})`,
    )
      .pluck()
      .all({ ordinal }),
  )

/** Whether the last contribution to an earlier report told of a case. */
export const wasToldBefore = (db: ReadDb, caseId: CaseId, ordinal: number): boolean =>
  prepare<[{ readonly caseId: CaseId; readonly ordinal: number }]>(
    db,
    `SELECT 1 FROM main.contribution_told WHERE case_id = @caseId AND sent_id IN (${earlierSql})`,
  ).get({ caseId, ordinal }) !== undefined

/** Whether somebody decided or wrote something for a window about one case. */
export const isDecidedFor = (db: ReadDb, caseId: CaseId, ordinal: number): boolean =>
  prepare<[{ readonly caseId: CaseId; readonly ordinal: number }]>(
    db,
    `SELECT 1 FROM report_decision WHERE case_id = @caseId AND ordinal = @ordinal
     UNION ALL SELECT 1 FROM action WHERE case_id = @caseId AND draft ->> '$.entry.ordinal' = @ordinal`,
  ).get({ caseId, ordinal }) !== undefined

/** What was handed in, in the order of sending. Never changed. */
export const sentOnes = table<SentContribution>('contribution_sent', {
  id: 'plain',
  ordinal: 'plain',
  packageId: 'plain',
  manifestSha256: 'plain',
  colleagueId: 'plain',
  about: 'plain',
  document: 'json',
  told: 'json',
  why: 'plain',
  by: 'plain',
  sentAt: 'plain',
})

/** What came from colleagues, in the order of taking in. Never changed. */
export const receivedOnes = table<ReceivedContribution>('contribution_received', {
  id: 'plain',
  ordinal: 'plain',
  packageId: 'plain',
  colleagueId: 'plain',
  about: 'plain',
  origin: 'plain',
  recordEntries: 'plain',
  document: 'json',
  sentAt: 'plain',
  takenAt: 'plain',
  by: 'plain',
})

const namesOf = (db: ReadDb) => new Map(allColleagues(db).map(one => [one.id, one]))

/** What was handed in, as lines, newest first. */
export function sentSummaries(db: ReadDb): SentSummary[] {
  const [all, names] = [sentOnes.all(db), namesOf(db)]
  return all
    .map(one => ({
      id: one.id,
      ordinal: one.ordinal,
      to: names.get(one.colleagueId)?.role ?? '',
      entries: one.document.entries.length,
      words: one.document.words,
      sentAt: one.sentAt,
      by: one.by,
      newest: lastTo(all, one)?.id === one.id,
    }))
    .toReversed()
}

/** The last that was handed in for the same window to the same reader, or `null`. */
export const lastTo = (
  all: readonly SentContribution[],
  { ordinal, colleagueId }: Pick<SentContribution, 'ordinal' | 'colleagueId'>,
): SentContribution | null =>
  all.findLast(one => one.ordinal === ordinal && one.colleagueId === colleagueId) ?? null

/** What came, as lines, newest first. */
export function receivedSummaries(db: ReadDb): ReceivedSummary[] {
  const [all, names] = [receivedOnes.all(db), namesOf(db)]
  return all
    .map(one => ({
      id: one.id,
      ordinal: one.ordinal,
      packageId: one.packageId,
      from: names.get(one.colleagueId)?.role ?? '',
      office: names.get(one.colleagueId)?.office ?? '',
      presence: one.document.presence,
      entries: one.document.entries.length,
      sentAt: one.sentAt,
      takenAt: one.takenAt,
      newest: newestOf(all, one)?.id === one.id,
    }))
    .toReversed()
}
