import { Refused } from '../../shared/refusal.ts'
import { areMonotone, movedBetween, withUsualThresholds } from '../../shared/settings/thresholds.ts'
import { refusalForWindows, withUse, withWindow } from '../../shared/settings/windows.ts'
import type { ReportWindow } from '../../shared/settings/windows.ts'
import type { CommandContext, HandlersFor } from '../handler.ts'
import { keep, mustBeTheirs } from './keep.ts'
import { listHandlers } from './listHandlers.ts'
import { currentThresholds, currentWindows, thresholdVersions, windowVersions } from './repository.ts'
import type { WindowsRow } from './repository.ts'

export const settingsHandlers: HandlersFor<'settings'> = {
  ...listHandlers,

  'settings.thresholds': ({ db }) => ({
    thresholds: currentThresholds(db),
    versions: thresholdVersions(db)
      .map(({ content, change, ...version }) => ({
        ...version,
        thresholds: withUsualThresholds(content),
        moved: [...change],
      }))
      .toReversed(),
  }),

  'settings.setThresholds': (context, { thresholds, reason }) => {
    mustBeTheirs(context)
    if (!areMonotone(thresholds)) throw new Refused('settings/thresholds-out-of-order')
    const change = movedBetween(currentThresholds(context.db), thresholds)
    if (change.length === 0) throw new Refused('settings/nothing-changed')
    keep(context, { about: 'thresholds', content: thresholds, change, reason })
    return null
  },

  'settings.windows': ({ db }) => ({
    windows: [...currentWindows(db)],
    versions: windowVersions(db)
      .map(({ content: windows, ...version }) => ({ ...version, windows }))
      .toReversed(),
  }),

  'settings.setWindow': (context, { window, reason }) => {
    mustBeTheirs(context)
    const windows = currentWindows(context.db)
    const known = windows.some(({ ordinal }) => ordinal === window.ordinal)
    const change = { what: known ? 'changed' : 'added', ordinal: window.ordinal } as const
    setWindows(context, { before: windows, after: withWindow(windows, window), change, reason })
    return null
  },

  'settings.useWindow': (context, { ordinal, used, reason }) => {
    mustBeTheirs(context)
    const windows = currentWindows(context.db)
    if (!windows.some(one => one.ordinal === ordinal)) throw new Refused('settings/window-gone')
    const change = { what: used ? 'put-back' : 'retired', ordinal } as const
    setWindows(context, { before: windows, after: withUse(windows, { ordinal, used }), change, reason })
    return null
  },
}

interface Windows extends Pick<WindowsRow, 'change' | 'reason'> {
  readonly before: readonly ReportWindow[]
  readonly after: ReportWindow[]
}

function setWindows(context: CommandContext, { before, after, change, reason }: Windows): void {
  const refusal = refusalForWindows(after)
  if (refusal) throw new Refused(refusal)
  if (JSON.stringify(before) === JSON.stringify(after)) throw new Refused('settings/nothing-changed')
  keep(context, { about: 'windows', content: after, change, reason })
}
