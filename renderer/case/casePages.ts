import type { CaseLine } from '../../shared/case/model.ts'
import type { CaseFilter, LineKey, LineSort, ListPage } from '../../shared/lines/model.ts'
import { call } from '../api.ts'
import { usePages, type PagesOf } from '../pages.ts'

/** What is asked of the list. */
export interface Wanted {
  readonly filters: readonly CaseFilter[]
  /** A part of a code; the dash may be missing. */
  readonly code: string
  readonly sort: LineSort
}

/** What is known of the list: how many there are, and the lines that were looked at. */
export type Pages = PagesOf<CaseLine, LineKey, ListPage>

/** The list of cases, a part at a time, as it is scrolled. */
export const useCasePages = (wanted: Wanted) =>
  usePages<CaseLine, LineKey, ListPage>(JSON.stringify(wanted), (page, limit) =>
    call('case.list', { ...wanted, filters: [...wanted.filters], page, limit }),
  )
