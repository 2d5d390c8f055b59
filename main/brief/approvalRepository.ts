import type { BriefAsking, WaitingBrief } from '../../shared/brief/model.ts'
import type { BriefId, CaseId } from '../../shared/model.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'
import { briefs, type BriefRow } from './repository.ts'

/** Askings for approval and what was declined. Never changed. */
export const askings = table<
  BriefAsking & { readonly id: string; readonly caseId: CaseId; readonly briefId: BriefId }
>('brief_asking', {
  id: 'plain',
  caseId: 'plain',
  briefId: 'plain',
  kind: 'plain',
  by: 'plain',
  words: 'plain',
  at: 'plain',
})

/** The last asking for approval of a brief, or the last "no" to it; `null` when it was changed or approved since. */
export function askingOf(db: ReadDb, brief: BriefRow): BriefAsking | null {
  const last = askings.ofCase(db, brief.caseId).findLast(({ briefId }) => briefId === brief.id)
  if (!last || last.at < brief.changedAt) return null
  if (brief.approval && brief.approval.at >= last.at) return null
  const { kind, by, words, at } = last
  return { kind, by, words, at }
}

/** Briefs of others that wait for an approval, the longest waiting first. @param role who would give it. */
export function waitingFor(db: ReadDb, role: string): WaitingBrief[] {
  return briefs
    .all(db)
    .filter(({ sent, author }) => sent === null && author !== role)
    .flatMap(brief => {
      const asking = askingOf(db, brief)
      if (asking?.kind !== 'asked') return []
      const { id: briefId, caseId, copy, draft } = brief
      const { by, words, at } = asking
      return [{ briefId, caseId, copy, forRole: draft.forRole, by, words, at }]
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
}
