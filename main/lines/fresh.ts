import type { CaseLine } from '../../shared/case/model.ts'
import { dues } from '../../shared/case/dues.ts'
import { listedTracks } from '../../shared/case/rules.ts'
import { steadyOf } from '../../shared/lines/line.ts'
import { currentClocks } from '../case/clockRepository.ts'
import { cases } from '../case/repository.ts'
import type { QueryContext } from '../handler.ts'
import { contentOf } from './make.ts'

/** The line of every case, read off the cases themselves, the last changed first. For a few cases, or for once. */
export function freshLines({ db, now, today }: Pick<QueryContext, 'db' | 'now' | 'today'>): CaseLine[] {
  const clocks = currentClocks(db)
  const lines = cases.all(db).flatMap(({ id }): CaseLine[] => {
    const content = contentOf(db, id, { now, today })
    if (!content) return []
    const { consent, risk } = listedTracks(content)
    const overdue = dues(content, clocks).filter(due => due.overdue).length
    return [{ ...steadyOf(content), consent, risk, overdue }]
  })
  return lines.toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
}
