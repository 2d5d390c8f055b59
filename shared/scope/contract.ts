import { CaseId } from '../model.ts'
import { command } from '../operation.ts'
import { z } from '../zod.ts'
import { ScopeAnswers, ScopeResult } from './model.ts'

export const scopeContract = {
  'scope.answer': command(z.strictObject({ caseId: CaseId, answers: ScopeAnswers }), ScopeResult),
}
