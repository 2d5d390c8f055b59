import type { CaseId, ItemId } from '../../shared/model.ts'
import { actions } from '../action/repository.ts'
import { briefs } from '../brief/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { papers } from '../paper/repository.ts'
import { shares } from '../share/repository.ts'

/** Whether something that may leave belongs to a case. */
export const isOfCase = (db: ReadDb, { itemId, caseId }: { itemId: ItemId; caseId: CaseId }): boolean =>
  [briefs, actions, papers, shares].some(items => items.byId(db, itemId)?.caseId === caseId)

/**
 * To whom, for what and how something would leave, and about whom: what a do-no-harm check is made for. Other words of the
 * same to the same reader do not make it another thing; another reader, another way or another name does.
 */
export function wayOf(db: ReadDb, itemId: ItemId): string {
  const action = actions.byId(db, itemId)?.draft
  if (action) {
    const { kind, personIds, to, purpose, recipient, channel, identityLevel, facts } = action
    const about = [personIds.toSorted(), identityLevel, facts.toSorted()]
    return JSON.stringify([kind, to, purpose, recipient, channel, about])
  }
  const brief = briefs.byId(db, itemId)?.draft
  if (brief) return JSON.stringify([brief.forRole, brief.purpose, brief.recipient, brief.channel])
  const share = shares.byId(db, itemId)?.draft
  if (share) return JSON.stringify([share.colleagueId, share.purpose, share.channel, share.identityLevel])
  const paper = papers.byId(db, itemId)?.draft
  return JSON.stringify([paper?.kind, paper?.channel, paper?.withCode])
}
