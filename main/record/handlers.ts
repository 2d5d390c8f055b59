import type { Entry } from '../../shared/record/model.ts'
import { prepare } from '../db/handles.ts'
import type { HandlersFor } from '../handler.ts'
import { changesOf, verifyChain } from './entry.ts'

export const recordHandlers: HandlersFor<'record'> = {
  'record.list': ({ db }, { caseId, before }) =>
    prepare<[{ caseId: string | null; before: number | null }], Entry>(
      db,
      `SELECT seq, at, actor, operation, case_id AS caseId, reason, changes, hash FROM entry
       WHERE (@caseId IS NULL OR case_id = @caseId) AND (@before IS NULL OR seq < @before)
       ORDER BY seq DESC LIMIT 100`,
    ).all({ caseId, before }),

  'record.changes': ({ db }, { seq }) => changesOf(db, seq),

  'record.verify': ({ db }) => verifyChain(db),
}
