import type { ReportListed, ReportOverview } from '../../shared/report/model.ts'
import type { ReportFilter, ReportKey } from '../../shared/report/row.ts'
import { call } from '../api.ts'
import { usePages, type PagesOf } from '../pages.ts'

/** What is known of the cases of one report. */
export type ReportPagesOf = PagesOf<ReportListed, ReportKey, ReportOverview>

/** The cases of one report, a part at a time, as they are scrolled. `null`: the report of today. */
export const useReportPages = (ordinal: number | null, filters: readonly ReportFilter[]) =>
  usePages<ReportListed, ReportKey, ReportOverview>(JSON.stringify([ordinal, filters]), (page, limit) =>
    call('report.overview', { ordinal, filters: [...filters], page, limit }),
  )
