import { mayApprove } from '../../shared/brief/approval.ts'
import type { Approval, Asking } from '../../shared/gate/model.ts'
import type { BriefId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed } from '../case/repository.ts'
import type { CommandContext, HandlersFor } from '../handler.ts'
import { askings } from '../gate/askings.ts'
import { waitingFor } from './approvalRepository.ts'
import { assemble, briefOf, mustSoundLikeNobody } from './assemble.ts'
import { briefs } from './repository.ts'

type Shown = 'brief.askApproval' | 'brief.declineApproval' | 'brief.waiting'

type Noted = Pick<Asking, 'kind' | 'words'> & { readonly briefId: BriefId; readonly by?: string }

/** Notes an asking, or a "no" to it. `by`: the role code of who says it; whoever is at the desk unless told. */
function note(context: CommandContext, { briefId, kind, words, by = context.actor }: Noted): null {
  const { id, caseId } = briefOf(context, briefId)
  const { now: at } = context
  askings.insert(context.db, { id: context.newId(), caseId, itemId: id, kind, by, words, at })
  changed(context, caseId)
  return null
}

/**
 * Keeps an approval of what the brief says now. Who may give it was decided before.
 *
 * @throws Refused `brief/leak`, `brief/sounds-like`, `brief/gate-closed`
 */
export function approveBrief(
  context: CommandContext,
  briefId: BriefId,
  given: Omit<Approval, 'of' | 'at'>,
): null {
  const ready = assemble(context, briefId)
  const { brief, fingerprint: of, gate, leaks } = ready
  if (leaks.length > 0) throw new Refused('brief/leak', { places: leaks.length })
  mustSoundLikeNobody(ready)
  const others = gate.findings.filter(finding => finding.place !== 'approval')
  if (others.length > 0 || gate.lines.some(line => line.verdict === 'blocked'))
    throw new Refused('brief/gate-closed')
  const { now: at } = context
  briefs.update(context.db, { ...brief, approval: { ...given, of, at }, changedAt: at })
  changed(context, brief.caseId)
  return null
}

/** Keeps that somebody elsewhere said by file that it may not leave as it is. */
export const declineBrief = (
  context: CommandContext,
  briefId: BriefId,
  { by, words }: Pick<Asking, 'by' | 'words'>,
): null => note(context, { briefId, kind: 'declined', by, words })

export const approvalHandlers: Pick<HandlersFor<'brief'>, Shown> = {
  'brief.askApproval': (context, { briefId, words }) => {
    const { brief, gate } = assemble(context, briefId)
    if (brief.sent) throw new Refused('brief/already-sent')
    if (gate.findings.some(({ reason }) => reason === 'together-unanswered'))
      throw new Refused('brief/together-unanswered')
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
