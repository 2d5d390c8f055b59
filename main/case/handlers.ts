import { CaseCode } from '../../shared/case/model.ts'
import { courseAfter, wrongDetails } from '../../shared/case/moving.ts'
import { mayMove, moves } from '../../shared/case/moves.ts'
import { CaseId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { takeInEmail } from '../evidence/takeIn.ts'
import type { HandlersFor } from '../handler.ts'
import { listPage } from '../lines/page.ts'
import { caseView, contentOf } from '../views/caseView.ts'
import { gatesOf } from '../views/gates.ts'
import { clockHandlers } from './clockHandlers.ts'
import { courseOf, putCourse } from './courseRepository.ts'
import { cases, change, changed, codesOf, freshCode, mustExist } from './repository.ts'

export const caseHandlers: HandlersFor<'case'> = {
  ...clockHandlers,

  'case.list': (context, asked) => listPage(context, asked),

  'case.codes': ({ db }, { caseIds }) => codesOf(db, caseIds),

  'case.gates': (context, { caseId }) => gatesOf(context, caseId),

  'case.view': ({ db, now, today }, { caseId }) => caseView(db, { caseId, now, today }),

  'case.start': ({ app, write }, { intake, fileId }) => {
    const email = fileId === null ? null : app.desk.emails.get(fileId)
    if (email === undefined) throw new Refused('file/gone')
    const started = write(context => {
      const caseId = CaseId.parse(context.newId())
      const code = CaseCode.parse(freshCode(context.db, context.random))
      const { now } = context
      cases.insert(context.db, {
        ...intake,
        id: caseId,
        code,
        state: 'draft',
        startedAt: now,
        changedAt: now,
      })
      if (email) takeInEmail(context, { caseId, ...email })
      context.about(caseId)
      return { caseId }
    })
    if (fileId) app.desk.emails.delete(fileId)
    return started
  },

  'case.change': (context, { caseId, intake }) => {
    change(context, caseId, intake)
    return null
  },

  'case.move': (context, { caseId, to, reason, details }) => {
    const content = contentOf(context.db, { caseId, now: context.now, today: context.today })
    const move = moves(content).find(one => one.to === to)
    if (!move) throw new Refused('case/no-such-move')
    const no = mayMove(move, { ...context, role: context.actor, owner: content.case.owner })
    if (no) throw new Refused(no)
    if (move.blockedBy.length > 0) throw new Refused('case/move-blocked')
    if (move.asks !== (details?.asks ?? null)) throw new Refused('case/details-missing')
    const missing = details && wrongDetails(content, details)
    if (missing) throw new Refused(missing)
    putCourse(context.db, caseId, courseAfter(content, { to, details, now: context.now, by: context.actor }))
    change(context, caseId, { state: to })
    context.because(reason)
    return null
  },

  'case.setUrgent': (context, { caseId, urgent, reason }) => {
    mustExist(context.db, caseId)
    const mark = urgent ? { why: reason, since: context.now, by: context.actor } : null
    putCourse(context.db, caseId, { ...courseOf(context.db, caseId), urgent: mark })
    changed(context, caseId)
    context.because(reason)
    return null
  },
}
