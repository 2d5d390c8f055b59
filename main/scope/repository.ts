import type { CaseId } from '../../shared/model.ts'
import type { ScopeTest } from '../../shared/scope/model.ts'
import { table } from '../db/table.ts'

/** One test a case; its id is the case's. Earlier answers are in the history. */
export const scopeTests = table<ScopeTest & { readonly id: CaseId }>('scope_test', {
  id: 'plain',
  answers: 'json',
  result: 'json',
  answeredAt: 'plain',
})
