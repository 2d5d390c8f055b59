import { mayApprove } from '../../shared/brief/approval.ts'
import type { Approval, Asking, Finding } from '../../shared/gate/model.ts'
import type { ActionId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed } from '../case/repository.ts'
import { askings } from '../gate/askings.ts'
import type { CommandContext, HandlersFor } from '../handler.ts'
import { assemble, mustGiveNothingAway } from './assemble.ts'
import { planned } from './planned.ts'
import { actions } from './repository.ts'
import { waitingFor } from './waiting.ts'

type Shown = 'action.approve' | 'action.askApproval' | 'action.declineApproval' | 'action.waiting'

type Noted = Pick<Asking, 'kind' | 'words'> & { readonly actionId: ActionId; readonly by?: string }

/** Notes an asking, or a "no" to it. `by`: the role code of who says it; whoever is at the desk unless told. */
function note(context: CommandContext, { actionId, kind, words, by = context.actor }: Noted): null {
  const { id, caseId } = planned(context, actionId)
  const { now: at } = context
  askings.insert(context.db, { id: context.newId(), caseId, itemId: id, kind, by, words, at })
  changed(context, caseId)
  return null
}

const mayDecide = (context: CommandContext, author: string, sole: boolean) => {
  const no = mayApprove({ ...context, role: context.actor }, { author, sole })
  if (no) throw new Refused(no)
}

const isOther = ({ place }: Finding) => place !== 'approval'

/**
 * Keeps an approval of what would go out now. Who may give it was decided before.
 *
 * @throws Refused `action/gate-closed`, `action/leak`, `action/sounds-like`
 */
export function approveAction(
  context: CommandContext,
  actionId: ActionId,
  given: Omit<Approval, 'of' | 'at'>,
): null {
  const ready = assemble(context, actionId)
  const { action, result, fingerprint: of } = ready
  mustGiveNothingAway(ready)
  if (result.findings.some(isOther) || result.lines.some(({ verdict }) => verdict === 'blocked'))
    throw new Refused('action/gate-closed')
  const { now: at } = context
  actions.update(context.db, { ...action, approval: { ...given, of, at }, changedAt: at })
  changed(context, action.caseId)
  return null
}

/** Keeps that somebody elsewhere said by file that it may not go out as it is. */
export const declineAction = (
  context: CommandContext,
  actionId: ActionId,
  { by, words }: Pick<Asking, 'by' | 'words'>,
): null => note(context, { actionId, kind: 'declined', by, words })

export const approvalHandlers: Pick<HandlersFor<'action'>, Shown> = {
  'action.approve': (context, { actionId, sole, statement }) => {
    const { id, author } = planned(context, actionId)
    mayDecide(context, author, sole)
    return approveAction(context, id, { by: context.actor, sole, statement })
  },

  'action.askApproval': (context, { actionId, words }) => note(context, { actionId, kind: 'asked', words }),

  'action.declineApproval': (context, { actionId, words }) => {
    mayDecide(context, planned(context, actionId).author, false)
    return note(context, { actionId, kind: 'declined', words })
  },

  'action.waiting': waitingFor,
}
