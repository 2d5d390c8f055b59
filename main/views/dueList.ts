import { noCourse } from '../../shared/case/course.ts'
import { dues, endOf } from '../../shared/case/dues.ts'
import type { DueLine } from '../../shared/case/due.ts'
import type { Day, Instant } from '../../shared/model.ts'
import { acts } from '../act/repository.ts'
import { allBriefSummaries } from '../brief/repository.ts'
import { currentClocks, marks } from '../case/clockRepository.ts'
import { allCourses } from '../case/courseRepository.ts'
import { cases } from '../case/repository.ts'
import { consentEvents, consents } from '../consent/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { persons } from '../person/repository.ts'
import { checkInPlans, checkIns, plans } from '../plan/repository.ts'
import { riskEvents, risks } from '../risk/repository.ts'
import { scopeTests } from '../scope/repository.ts'
import { byCase } from './caseList.ts'

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

/** What the clocks look at, for any case. */
function everythingTimed(db: ReadDb) {
  const personsOf = byCase(persons.all(db))
  const consentsOf = byCase(consents.all(db))
  const consentEventsOf = byCase(consentEvents.all(db))
  const actsOf = byCase(acts.all(db))
  const risksOf = byCase(risks.all(db))
  const eventsOf = byCase(riskEvents.all(db))
  const briefsOf = byCase(allBriefSummaries(db))
  const marksOf = byCase(marks.all(db))
  const plansOf = byCase(plans.all(db))
  const checkInPlansOf = byCase(checkInPlans.all(db))
  const checkInsOf = byCase(checkIns.all(db))
  const courses = allCourses(db)
  const tests = new Map(scopeTests.all(db).map(test => [test.id, test]))
  return (caseId: Parameters<typeof personsOf>[0]) => ({
    persons: personsOf(caseId),
    consents: consentsOf(caseId),
    consentEvents: consentEventsOf(caseId),
    acts: actsOf(caseId),
    risks: risksOf(caseId),
    events: eventsOf(caseId),
    briefs: briefsOf(caseId),
    marks: marksOf(caseId),
    protection: {
      plans: plansOf(caseId),
      checkInPlans: checkInPlansOf(caseId),
      checkIns: checkInsOf(caseId),
    },
    course: courses.get(caseId) ?? noCourse,
    scope: tests.get(caseId) ?? null,
  })
}
