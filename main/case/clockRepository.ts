import type { Clocks, ClocksVersion, Mark } from '../../shared/case/clockModel.ts'
import { usualClocks, withUsual } from '../../shared/case/clocks.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

/** Every setting of the clocks there ever was. Rows are added and never changed. */
export const clockVersions = table<ClocksVersion>('clock_setting', {
  id: 'plain',
  clocks: 'json',
  validFrom: 'plain',
  setBy: 'plain',
  reason: 'plain',
})

/** The clocks as they run now: the last setting, or the usual ones. */
export function currentClocks(db: ReadDb): Clocks {
  const sql = `SELECT clocks FROM clock_setting ORDER BY rowid DESC LIMIT 1`
  const last = prepare<[], { clocks: string }>(db, sql).get()
  return last ? withUsual(JSON.parse(last.clocks) as Clocks) : usualClocks
}

/** What was noted as done. Rows are added and never changed. */
export const marks = table<Mark>('case_mark', {
  id: 'plain',
  caseId: 'plain',
  what: 'plain',
  about: 'plain',
  doneOn: 'plain',
  note: 'plain',
  recordedAt: 'plain',
})
