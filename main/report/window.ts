import { Refused } from '../../shared/refusal.ts'
import type { ReportWindow } from '../../shared/settings/windows.ts'
import type { QueryContext } from '../handler.ts'
import { currentWindows } from '../settings/repository.ts'

/** One window of the annual report. @throws Refused `settings/window-gone` */
export function windowOf({ db }: Pick<QueryContext, 'db'>, ordinal: number): ReportWindow {
  const window = currentWindows(db).find(one => one.ordinal === ordinal && one.used)
  if (!window) throw new Refused('settings/window-gone')
  return window
}

/** The window of today, or else the last that has begun. @throws Refused `settings/window-gone` */
export function usualWindow({ db, today }: Pick<QueryContext, 'db' | 'today'>): ReportWindow {
  const begun = currentWindows(db).filter(one => one.used && one.from <= today)
  const last = begun.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)
  if (!last) throw new Refused('settings/window-gone')
  return last
}
