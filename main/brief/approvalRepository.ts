import { mayApprove } from '../../shared/brief/approval.ts'
import type { WaitingBrief } from '../../shared/brief/model.ts'
import type { QueryContext } from '../handler.ts'
import { askingOf } from '../gate/askings.ts'
import { stateOf, unsentBriefs, type BriefRow } from './repository.ts'

/**
 * Briefs that wait for whoever is at the desk, the longest waiting first: those of others they are asked to approve,
 * and their own that somebody else approved or declined and that have not left.
 */
export function waitingFor(context: QueryContext): WaitingBrief[] {
  return unsentBriefs(context.db)
    .flatMap(brief => {
      const said = brief.author === context.actor ? cameBack(context, brief) : asked(context, brief)
      if (said === null) return []
      const { id: briefId, caseId, copy, draft } = brief
      return [{ ...said, briefId, caseId, copy, forRole: draft.forRole }]
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

type Said = Pick<WaitingBrief, 'kind' | 'by' | 'words' | 'at'>

function asked(context: QueryContext, brief: BriefRow): Said | null {
  if (mayApprove({ ...context, role: context.actor }, { author: brief.author, sole: false })) return null
  const asking = askingOf(context.db, brief)
  return asking?.kind === 'asked' ? asking : null
}

function cameBack({ db, actor }: QueryContext, brief: BriefRow): Said | null {
  const { approval } = brief
  if (approval && approval.by !== actor && stateOf(brief) === 'approved')
    return { kind: 'approved', by: approval.by, words: approval.statement, at: approval.at }
  const asking = askingOf(db, brief)
  return asking?.kind === 'declined' ? asking : null
}
