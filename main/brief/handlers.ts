import { BriefId } from '../../shared/model.ts'
import { mayApprove } from '../../shared/brief/approval.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed, mustExist } from '../case/repository.ts'
import type { CommandContext, HandlersFor } from '../handler.ts'
import { chooseFile } from '../file/chosen.ts'
import { approvalHandlers, approveBrief } from './approvalHandlers.ts'
import { assemble, briefOf, viewOf } from './assemble.ts'
import { exportBrief } from './export.ts'
import { receiveReply } from './receive.ts'
import { briefs } from './repository.ts'

/** A brief that has left is not changed any more; the next one is another brief. */
function unsent(context: CommandContext, briefId: BriefId) {
  const brief = briefOf(context, briefId)
  if (brief.sent) throw new Refused('brief/already-sent')
  return brief
}

export const briefHandlers: HandlersFor<'brief'> = {
  'brief.start': (context, { caseId, draft }) => {
    const { code } = mustExist(context.db, caseId)
    const briefId = BriefId.parse(context.newId())
    briefs.insert(context.db, {
      id: briefId,
      caseId,
      copy: `${code}-${briefs.ofCase(context.db, caseId).length + 1}`,
      author: context.actor,
      draft,
      approval: null,
      sent: null,
      reply: null,
      changedAt: context.now,
    })
    changed(context, caseId)
    return { briefId }
  },

  /** Whoever changed it last is its author: they answer for what it says, and somebody else approves it. */
  'brief.change': (context, { briefId, draft }) => {
    const brief = unsent(context, briefId)
    const { actor: author, now: changedAt } = context
    briefs.update(context.db, { ...brief, author, draft, changedAt })
    changed(context, brief.caseId)
    return null
  },

  'brief.view': (context, { briefId }) => viewOf(assemble(context, briefId)),

  'brief.approve': (context, { briefId, sole, statement }) => {
    const { author, sent } = briefOf(context, briefId)
    if (sent) throw new Refused('brief/already-sent')
    const no = mayApprove({ ...context, role: context.actor }, { author, sole })
    if (no) throw new Refused(no)
    return approveBrief(context, briefId, { by: context.actor, sole, statement })
  },

  ...approvalHandlers,

  'brief.export': exportBrief,

  'brief.chooseReply': ({ app }) => chooseFile(app, { title: 'Vigil', extensions: ['age'] }),

  'brief.receiveReply': receiveReply,
}
