import type { CaseId, ItemId } from '../../shared/model.ts'
import type { OverrideItemKind, OverrideLine } from '../../shared/override/model.ts'
import { actions } from '../action/repository.ts'
import { briefs } from '../brief/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { askedOf } from './repository.ts'
import type { Asked } from './repository.ts'

/** What something that may leave is, and what it is called. */
export function labelOf(db: ReadDb, itemId: ItemId): { kind: OverrideItemKind; label: string } {
  const brief = briefs.byId(db, itemId)
  if (brief) return { kind: 'brief', label: brief.copy }
  return { kind: 'action', label: actions.byId(db, itemId)?.label ?? '' }
}

/** An asking as it is shown. */
export function lineOf(db: ReadDb, asked: Asked): OverrideLine {
  const { of: _of, duties: _duties, answersBefore: _before, ...shown } = asked
  return { ...shown, ...labelOf(db, asked.itemId) }
}

/** Every override that was ever asked for in a case, in the order of recording. */
export const overrideLines = (db: ReadDb, caseId: CaseId): OverrideLine[] =>
  askedOf(db, caseId).map(asked => lineOf(db, asked))
