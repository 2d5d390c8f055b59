import type { CaseMerge } from '../../../shared/exchange/preview.ts'
import type { CaseId } from '../../../shared/model.ts'
import { cases } from '../../case/repository.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { HandlersFor } from '../../handler.ts'
import { onDesk } from '../arrive.ts'
import { colleagueOf } from '../colleagues.ts'
import { exchangedById } from '../log.ts'
import { decideConflict, openConflicts } from './conflicts.ts'
import { mergesOf } from './merges.ts'
import { previewOf } from './previewCase.ts'
import { takeInCase } from './takeIn.ts'
import { undoMerge } from './undo.ts'

type Shown = 'previewCase' | 'takeInCase' | 'conflicts' | 'decide' | 'merges' | 'undo'

export const mergeHandlers: Pick<HandlersFor<'exchange'>, `exchange.${Shown}`> = {
  'exchange.previewCase': ({ app, vault }) => previewOf(vault(), onDesk(app, 'case')),

  'exchange.takeInCase': ({ app, write }, { decisions }) => {
    const arrived = onDesk(app, 'case')
    const taken = write(context => takeInCase(context, arrived, decisions))
    app.desk.arrived = null
    return taken
  },

  'exchange.conflicts': ({ db }, { caseId }) => openConflicts(db, caseId),

  'exchange.decide': (context, input) => {
    decideConflict(context, input)
    return null
  },

  'exchange.merges': ({ db }, { caseId }) => caseMerges(db, caseId),

  'exchange.undo': (context, input) => {
    const caseId = undoMerge(context, input)
    return { caseId, caseGone: cases.byId(context.db, caseId) === null }
  },
}

function caseMerges(db: ReadDb, caseId: CaseId): CaseMerge[] {
  const all = mergesOf(db, caseId)
  const last = all.findLast(({ undone }) => undone === null)
  return all.toReversed().flatMap(({ id, packageRow, at, before, undone }) => {
    const row = exchangedById(db, packageRow)
    if (!row) return []
    return [
      {
        id,
        from: colleagueOf(db, row.colleagueId),
        sentAt: row.sentAt,
        at,
        by: row.by,
        added: before.added.length,
        changed: before.changed.length,
        undone: undone && { by: undone.by, at: undone.at, why: undone.why },
        last: id === last?.id,
      },
    ]
  })
}
