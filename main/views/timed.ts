import { allConsentsInOrder, consentsInOrder } from '../exchange/merge/known.ts'
import { noCourse } from '../../shared/case/course.ts'
import { withBases } from '../../shared/case/minimal.ts'
import type { Timed } from '../../shared/case/timed.ts'
import type { CaseId } from '../../shared/model.ts'
import { acts } from '../act/repository.ts'
import { actionLines, allActionLines } from '../action/repository.ts'
import { allBriefSummaries, briefSummaries } from '../brief/repository.ts'
import { marks } from '../case/clockRepository.ts'
import { allCourses, courseOf } from '../case/courseRepository.ts'
import { consentEvents, followUps } from '../consent/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { identityBases, persons } from '../person/repository.ts'
import { checkInPlans, checkIns, plans } from '../plan/repository.ts'
import { riskEvents, risks } from '../risk/repository.ts'
import { scopeTests } from '../scope/repository.ts'

/** Rows by the case they belong to, in their own order. */
export function byCase<T extends { readonly caseId: CaseId }>(
  rows: readonly T[],
): (caseId: CaseId) => readonly T[] {
  const groups = Map.groupBy(rows, row => row.caseId)
  return caseId => groups.get(caseId) ?? []
}

/** What the clocks look at, for any case. One query a table, whatever the number of cases. */
export function everythingTimed(db: ReadDb) {
  const personsOf = byCase(persons.all(db))
  const consentsOf = allConsentsInOrder(db)
  const consentEventsOf = byCase(consentEvents.all(db))
  const followUpsOf = byCase(followUps.all(db))
  const actsOf = byCase(acts.all(db))
  const risksOf = byCase(risks.all(db))
  const eventsOf = byCase(riskEvents.all(db))
  const briefsOf = byCase(allBriefSummaries(db))
  const actionsOf = byCase(allActionLines(db))
  const marksOf = byCase(withBases(marks.all(db), identityBases.all(db)))
  const plansOf = byCase(plans.all(db))
  const checkInPlansOf = byCase(checkInPlans.all(db))
  const checkInsOf = byCase(checkIns.all(db))
  const courses = allCourses(db)
  const tests = new Map(scopeTests.all(db).map(test => [test.id, test]))
  return (caseId: CaseId) => ({
    persons: personsOf(caseId),
    consents: consentsOf(caseId),
    consentEvents: consentEventsOf(caseId),
    followUps: followUpsOf(caseId),
    acts: actsOf(caseId),
    risks: risksOf(caseId),
    events: eventsOf(caseId),
    briefs: briefsOf(caseId),
    actions: actionsOf(caseId),
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

/** The same for one case. */
export function timedOf(db: ReadDb, caseId: CaseId): Omit<Timed, 'case' | 'now' | 'today'> {
  return {
    persons: persons.ofCase(db, caseId),
    consents: consentsInOrder(db, caseId),
    consentEvents: consentEvents.ofCase(db, caseId),
    followUps: followUps.ofCase(db, caseId),
    acts: acts.ofCase(db, caseId),
    risks: risks.ofCase(db, caseId),
    events: riskEvents.ofCase(db, caseId),
    briefs: briefSummaries(db, caseId),
    actions: actionLines(db, caseId),
    marks: withBases(marks.ofCase(db, caseId), identityBases.ofCase(db, caseId)),
    protection: {
      plans: plans.ofCase(db, caseId),
      checkInPlans: checkInPlans.ofCase(db, caseId),
      checkIns: checkIns.ofCase(db, caseId),
    },
    course: courseOf(db, caseId),
    scope: scopeTests.byId(db, caseId),
  }
}
