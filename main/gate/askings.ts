import type { Approval, Asking } from '../../shared/gate/model.ts'
import type { CaseId, Instant, ItemId } from '../../shared/model.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

/** Askings for approval and what was declined. Never changed. */
export const askings = table<
  Asking & { readonly id: string; readonly caseId: CaseId; readonly itemId: ItemId }
>('approval_asking', {
  id: 'plain',
  caseId: 'plain',
  itemId: 'plain',
  kind: 'plain',
  by: 'plain',
  words: 'plain',
  at: 'plain',
})

/** What is asked about. */
interface Askable {
  readonly id: ItemId
  readonly caseId: CaseId
  readonly changedAt: Instant
  readonly approval: Approval | null
}

/** The last asking for approval of an item, or the last "no" to it; `null` when it was changed or approved since. */
export function askingOf(db: ReadDb, item: Askable): Asking | null {
  const last = askings.ofCase(db, item.caseId).findLast(({ itemId }) => itemId === item.id)
  if (!last || last.at < item.changedAt) return null
  if (item.approval && item.approval.at >= last.at) return null
  const { kind, by, words, at } = last
  return { kind, by, words, at }
}
