import type { Day } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { ReportWindow } from '../../shared/settings/windows.ts'
import type { ReadDb } from '../db/handles.ts'
import type { QueryContext } from '../handler.ts'
import { currentWindows } from '../settings/repository.ts'

/** One window of the annual report. @throws Refused `settings/window-gone` */
export function windowOf({ db }: Pick<QueryContext, 'db'>, ordinal: number): ReportWindow {
  const window = currentWindows(db).find(one => one.ordinal === ordinal && one.used)
  if (!window) throw new Refused('settings/window-gone')
  return window
}

const lastBegun = (db: ReadDb, today: Day): ReportWindow | undefined =>
  currentWindows(db)
    .filter(one => one.used && one.from <= today)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1)

/** The window of today, or else the last that has begun. @throws Refused `settings/window-gone` */
export function usualWindow({ db, today }: Pick<QueryContext, 'db' | 'today'>): ReportWindow {
  const last = lastBegun(db, today)
  if (!last) throw new Refused('settings/window-gone')
  return last
}

/** The number of its report; `null` when there is none. */
export const usualOrdinal = (db: ReadDb, today: Day): number | null => lastBegun(db, today)?.ordinal ?? null
