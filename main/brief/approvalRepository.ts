import type { WaitingBrief } from '../../shared/brief/model.ts'
import type { ReadDb } from '../db/handles.ts'
import { askingOf } from '../gate/askings.ts'
import { briefs } from './repository.ts'

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
