import { dues } from '../../shared/case/dues.ts'
import { endOf } from '../../shared/case/timed.ts'
import type { DueLine } from '../../shared/case/due.ts'
import type { Day, Instant } from '../../shared/model.ts'
import { currentClocks } from '../case/clockRepository.ts'
import { cases } from '../case/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { everythingTimed } from './timed.ts'

/** What is due on every case, the earliest first, and how many cases there are. One query a table. */
export function dueList(
  db: ReadDb,
  at: { readonly now: Instant; readonly today: Day },
): { dues: DueLine[]; cases: number } {
  const files = cases.all(db)
  const timedOf = everythingTimed(db)
  const clocks = currentClocks(db)
  const lines = files.flatMap(file => {
    const timed = timedOf(file.id)
    return dues({ case: file, ...timed, ...at }, clocks).map(due => ({
      ...due,
      caseId: file.id,
      code: file.code,
      person: timed.persons.find(({ id }) => id === due.personId)?.label ?? null,
    }))
  })
  return { dues: lines.toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1)), cases: files.length }
}
