import { mayApprove } from '../../shared/brief/approval.ts'
import type { Asking } from '../../shared/gate/model.ts'
import type { BriefId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed } from '../case/repository.ts'
import type { CommandContext, HandlersFor } from '../handler.ts'
import { askings } from '../gate/askings.ts'
import { waitingFor } from './approvalRepository.ts'
import { briefOf } from './assemble.ts'

type Shown = 'brief.askApproval' | 'brief.declineApproval' | 'brief.waiting'

/** Notes an asking, or a "no" to it. */
function note(
  context: CommandContext,
  { briefId, kind, words }: Pick<Asking, 'kind' | 'words'> & { readonly briefId: BriefId },
): null {
  const { id, caseId } = briefOf(context, briefId)
  const { actor: by, now: at } = context
  askings.insert(context.db, { id: context.newId(), caseId, itemId: id, kind, by, words, at })
  changed(context, caseId)
  return null
}

export const approvalHandlers: Pick<HandlersFor<'brief'>, Shown> = {
  'brief.askApproval': (context, { briefId, words }) => {
    if (briefOf(context, briefId).sent) throw new Refused('brief/already-sent')
    return note(context, { briefId, kind: 'asked', words })
  },

  'brief.declineApproval': (context, { briefId, words }) => {
    const { sent, author } = briefOf(context, briefId)
    if (sent) throw new Refused('brief/already-sent')
    const no = mayApprove({ ...context, role: context.actor }, { author, sole: false })
    if (no) throw new Refused(no)
    return note(context, { briefId, kind: 'declined', words })
  },

  'brief.waiting': context => waitingFor(context),
}
