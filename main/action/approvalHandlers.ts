import { mayApprove } from '../../shared/brief/approval.ts'
import type { Asking, Finding } from '../../shared/gate/model.ts'
import type { ActionId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed } from '../case/repository.ts'
import { askings } from '../gate/askings.ts'
import type { CommandContext, HandlersFor } from '../handler.ts'
import { assemble } from './assemble.ts'
import { planned } from './planned.ts'
import { actions } from './repository.ts'
import { waitingFor } from './waiting.ts'

type Shown = 'action.approve' | 'action.askApproval' | 'action.declineApproval' | 'action.waiting'

/** Notes an asking, or a "no" to it. */
function note(
  context: CommandContext,
  { actionId, kind, words }: Pick<Asking, 'kind' | 'words'> & { readonly actionId: ActionId },
): null {
  const { id, caseId } = planned(context, actionId)
  const { actor: by, now: at } = context
  askings.insert(context.db, { id: context.newId(), caseId, itemId: id, kind, by, words, at })
  changed(context, caseId)
  return null
}

const mayDecide = (context: CommandContext, author: string, sole: boolean) => {
  const no = mayApprove({ ...context, role: context.actor }, { author, sole })
  if (no) throw new Refused(no)
}

const isOther = ({ place }: Finding) => place !== 'approval'

export const approvalHandlers: Pick<HandlersFor<'action'>, Shown> = {
  'action.approve': (context, { actionId, sole, statement }) => {
    const { id, author } = planned(context, actionId)
    mayDecide(context, author, sole)
    const { action, result, fingerprint } = assemble(context, id)
    if (result.findings.some(isOther) || result.lines.some(({ verdict }) => verdict === 'blocked'))
      throw new Refused('action/gate-closed')
    const approval = { by: context.actor, sole, statement, of: fingerprint, at: context.now }
    actions.update(context.db, { ...action, approval, changedAt: context.now })
    changed(context, action.caseId)
    return null
  },

  'action.askApproval': (context, { actionId, words }) => note(context, { actionId, kind: 'asked', words }),

  'action.declineApproval': (context, { actionId, words }) => {
    mayDecide(context, planned(context, actionId).author, false)
    return note(context, { actionId, kind: 'declined', words })
  },

  'action.waiting': waitingFor,
}
