import { consentsInOrder } from '../exchange/merge/known.ts'
import { withBases } from '../../shared/case/minimal.ts'
import type { Timed } from '../../shared/case/timed.ts'
import type { CaseId } from '../../shared/model.ts'
import { acts } from '../act/repository.ts'
import { actionLines } from '../action/repository.ts'
import { briefSummaries } from '../brief/repository.ts'
import { marks } from '../case/clockRepository.ts'
import { courseOf } from '../case/courseRepository.ts'
import { consentEvents, followUps } from '../consent/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { identityBases, persons } from '../person/repository.ts'
import { checkInPlans, checkIns, plans } from '../plan/repository.ts'
import { riskEvents, risks } from '../risk/repository.ts'
import { scopeTests } from '../scope/repository.ts'

/** What the clocks look at, for one case. */
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
