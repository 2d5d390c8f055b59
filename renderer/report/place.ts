import type { CasePart } from '../../shared/case/model.ts'
import type { Why } from '../../shared/report/proposal.ts'
import type { ReportWindow } from '../../shared/settings/windows.ts'
import type { Text } from '../text.tsx'

/** Pages of contributions. */
export const reportPlace = (ordinal: number, ...steps: readonly string[]): string =>
  ['/report', String(ordinal), ...steps].join('/')

/** Which report, and its days, as a name of its own. */
export const reportName = (
  text: Text,
  { ordinal, from, to }: Pick<ReportWindow, 'ordinal' | 'from' | 'to'>,
): string => text('report.one', { ordinal, from: text.day(from), to: text.day(to) })

/** The part of a case in which what keeps it from appearing is put right; `null` where there is none. */
export const partFor: Readonly<Record<Why, CasePart | null>> = {
  scope: 'scope',
  scope_open: 'scope',
  window: 'acts',
  consent_withdrawn: 'consent',
  consent_refused: 'consent',
  consent_expired: 'consent',
  consent_limited: 'consent',
  consent_missing: 'consent',
  level_consent: 'consent',
  dangerous: 'risk',
  danger_unknown: 'risk',
  level_danger: 'risk',
  not_verified: 'verification',
  on_hold: null,
  recalled: null,
  open: null,
  decided: null,
}
