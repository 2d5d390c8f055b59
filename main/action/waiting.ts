import type { Action, WaitingAction } from '../../shared/action/model.ts'
import { stageOf } from '../../shared/action/rules.ts'
import { mayApprove } from '../../shared/brief/approval.ts'
import { mustExist } from '../case/repository.ts'
import { askingOf } from '../gate/askings.ts'
import type { QueryContext } from '../handler.ts'
import { entriesOf, askedActions } from './repository.ts'

/**
 * Actions that wait for whoever is at the desk, the longest waiting first: those of others they are asked to approve,
 * and their own that somebody else approved or declined and that have not gone out.
 */
export function waitingFor(context: QueryContext): WaitingAction[] {
  return askedActions(context.db)
    .filter(action => stageOf(entriesOf(context.db, action)) === 'planned')
    .flatMap(action => {
      const said = action.author === context.actor ? cameBack(context, action) : asked(context, action)
      if (said === null) return []
      const { id: actionId, caseId, label, draft } = action
      const { code } = mustExist(context.db, caseId)
      return [{ ...said, actionId, caseId, code, label, what: draft.kind }]
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

type Said = Pick<WaitingAction, 'kind' | 'by' | 'words' | 'at'>

function asked(context: QueryContext, action: Action): Said | null {
  if (mayApprove({ ...context, role: context.actor }, { author: action.author, sole: false })) return null
  const asking = askingOf(context.db, action)
  return asking?.kind === 'asked' ? asking : null
}

/** An approval counts as given until the action is changed after it; what the case says since shows on its page. */
function cameBack({ db, actor }: QueryContext, action: Action): Said | null {
  const { approval, changedAt } = action
  if (approval && approval.by !== actor && approval.at >= changedAt)
    return { kind: 'approved', by: approval.by, words: approval.statement, at: approval.at }
  const asking = askingOf(db, action)
  return asking?.kind === 'declined' ? asking : null
}
