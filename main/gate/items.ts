import type { CaseId, ItemId } from '../../shared/model.ts'
import { actions } from '../action/repository.ts'
import { briefs } from '../brief/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { papers } from '../paper/repository.ts'

/** Whether something that may leave belongs to a case. */
export const isOfCase = (db: ReadDb, { itemId, caseId }: { itemId: ItemId; caseId: CaseId }): boolean =>
  [briefs, actions, papers].some(items => items.byId(db, itemId)?.caseId === caseId)
