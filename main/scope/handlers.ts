import { scopeResult } from '../../shared/scope/rules.ts'
import { changed, mustExist } from '../case/repository.ts'
import type { HandlersFor } from '../handler.ts'
import { scopeTests } from './repository.ts'

export const scopeHandlers: HandlersFor<'scope'> = {
  'scope.answer': (context, { caseId, answers }) => {
    mustExist(context.db, caseId)
    const result = scopeResult(answers)
    const row = { id: caseId, answers, result, answeredAt: context.now }
    if (scopeTests.byId(context.db, caseId)) scopeTests.update(context.db, row)
    else scopeTests.insert(context.db, row)
    changed(context, caseId)
    return result
  },
}
