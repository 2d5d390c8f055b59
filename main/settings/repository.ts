import type { CaseId, Day, Instant } from '../../shared/model.ts'
import type { ListChange, ListEntry } from '../../shared/settings/lists.ts'
import type { Dated } from '../../shared/settings/wording.ts'
import { withUsualThresholds } from '../../shared/settings/thresholds.ts'
import type { Moved, Thresholds } from '../../shared/settings/thresholds.ts'
import type { WindowsVersion } from '../../shared/settings/contract.ts'
import { usualWindows, windowOf } from '../../shared/settings/windows.ts'
import type { ReportWindow } from '../../shared/settings/windows.ts'
import { openIds } from '../../shared/vocabulary/index.ts'
import type { OpenId } from '../../shared/vocabulary/index.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { toldIn } from '../db/said.ts'
import { table } from '../db/table.ts'

/** One version of one setting, as kept: added, never changed. */
export interface SettingVersion<About extends string = string, Content = unknown, Change = unknown> {
  readonly id: string
  readonly about: About
  readonly content: Content
  readonly change: Change
  readonly validFrom: Instant
  readonly setBy: string
  readonly reason: string
}

export type ThresholdsRow = SettingVersion<'thresholds', Partial<Thresholds>, readonly Moved[]>
export type WindowsRow = SettingVersion<'windows', ReportWindow[], WindowsVersion['change']>
export type ListRow = SettingVersion<OpenId, ListEntry[], ListChange>

/** Every version of every setting there ever was, in the order of recording. */
const versions = table<SettingVersion>('setting_version', {
  id: 'plain',
  about: 'plain',
  content: 'json',
  change: 'json',
  validFrom: 'plain',
  setBy: 'plain',
  reason: 'plain',
})

/** Adds one version. There is no update and no delete. */
export const addVersion = versions.insert

const isList = (row: SettingVersion): row is ListRow => openIds.some(id => id === row.about)
const isThresholds = (row: SettingVersion): row is ThresholdsRow => row.about === 'thresholds'
const isWindows = (row: SettingVersion): row is WindowsRow => row.about === 'windows'

/** Every edition of every list, oldest first. */
export const listVersions = (db: ReadDb): ListRow[] => versions.all(db).filter(isList)
/** Every setting of the thresholds, oldest first. */
export const thresholdVersions = (db: ReadDb): ThresholdsRow[] => versions.all(db).filter(isThresholds)
/** Every edition of the report windows, oldest first. */
export const windowVersions = (db: ReadDb): WindowsRow[] => versions.all(db).filter(isWindows)

/** What each setting says now: the content of its last version, by what it is about. */
const lastOnes = `SELECT about, content FROM setting_version
  WHERE rowid IN (SELECT max(rowid) FROM setting_version GROUP BY about)`

/** The lists as they are now; a list nobody changed is not named. */
export function currentEditions(db: ReadDb): Partial<Record<OpenId, ListEntry[]>> {
  const rows = prepare<[], { about: string; content: string }>(db, lastOnes).all()
  const lists = rows.filter(({ about }) => openIds.some(id => id === about))
  return Object.fromEntries(lists.map(({ about, content }) => [about, JSON.parse(content) as ListEntry[]]))
}

/** The last version of one setting, or `null` while it is as it came. */
function lastOf(db: ReadDb, about: 'thresholds' | 'windows'): unknown {
  const sql = `SELECT content FROM setting_version WHERE about = ? ORDER BY rowid DESC LIMIT 1`
  const last = prepare<[string], { content: string }>(db, sql).get(about)
  return last ? JSON.parse(last.content) : null
}

/** The thresholds as they hold now: the last setting, or the usual ones. */
export const currentThresholds = (db: ReadDb): Thresholds =>
  withUsualThresholds((lastOf(db, 'thresholds') as Partial<Thresholds> | null) ?? {})

/** The report windows as they are now, earliest first. */
export const currentWindows = (db: ReadDb): readonly ReportWindow[] =>
  (lastOf(db, 'windows') as ReportWindow[] | null) ?? usualWindows

/** What publication is measured by: the first day of the window of today, when there is one, and how long a re-check counts. */
export function publicationWindow(
  db: ReadDb,
  today: Day,
): { readonly from: Day | null; readonly recheckDays: number } {
  const fall = windowOf(today, currentWindows(db))
  return { from: 'in' in fall ? fall.in.from : null, recheckDays: currentThresholds(db).recheckDays }
}

/** Every edition of every list with its place in the record, oldest first. */
export function datedEditions(db: ReadDb): Dated[] {
  const rows = prepare<[], { about: string; content: string; entry: number }>(
    db,
    `SELECT v.about, v.content, min(c.entry) AS entry
     FROM entry e CROSS JOIN change c ON c.entry = e.seq JOIN setting_version v ON v.id = c.row
     WHERE e.case_id IS NULL AND c.tbl = 'setting_version' GROUP BY v.id ORDER BY v.rowid`,
  ).all()
  return rows.flatMap(({ about, content, entry }) => {
    const list = openIds.find(id => id === about)
    return list ? [{ list, entries: JSON.parse(content) as ListEntry[], entry }] : []
  })
}

/** One field of one row. */
interface Field {
  readonly table: string
  readonly row: string
  readonly column: string
}

/**
 * Which entry last wrote each field of a case: its number by field, or nothing where the record no longer says. Reads the
 * entries of this case and no others.
 */
export function entriesOf(db: ReadDb, caseId: CaseId): (field: Field) => number | null {
  const rows = prepare<[string], Pick<Field, 'table' | 'row'> & { entry: number; said: Uint8Array | null }>(
    db,
    `SELECT c.tbl AS "table", c.row, c.said, c.entry FROM entry e CROSS JOIN change c ON c.entry = e.seq
     WHERE e.case_id = ? ORDER BY c.entry`,
  ).all(caseId)
  const nameOf = ({ table, row, column }: Field) => `${table} ${row} ${column}`
  const entries = new Map(
    rows.flatMap(({ said, entry, ...row }) =>
      toldIn(said).map(([column]) => [nameOf({ ...row, column }), entry] as const),
    ),
  )
  return field => entries.get(nameOf(field)) ?? null
}
