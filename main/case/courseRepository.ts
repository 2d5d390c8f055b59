import { noCourse, type CaseCourse } from '../../shared/case/course.ts'
import type { CaseId } from '../../shared/model.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

/** One row a case, from the first time that anything of it happens. */
export const courses = table<CaseCourse & { readonly id: CaseId }>('case_course', {
  id: 'plain',
  urgent: 'json',
  hold: 'json',
  referral: 'json',
  closure: 'json',
  reopened: 'json',
})

/** What happened to a case on its way. */
export function courseOf(db: ReadDb, caseId: CaseId): CaseCourse {
  const { urgent, hold, referral, closure, reopened } = courses.byId(db, caseId) ?? noCourse
  return { urgent, hold, referral, closure, reopened }
}

/** Keeps it. */
export function putCourse(db: WriteDb, caseId: CaseId, course: CaseCourse): void {
  const row = { ...course, id: caseId }
  if (courses.byId(db, caseId)) courses.update(db, row)
  else courses.insert(db, row)
}
