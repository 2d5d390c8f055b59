import { mayApprove } from '../../shared/brief/approval.ts'
import type { WaitingShare } from '../../shared/share/model.ts'
import { mustExist } from '../case/repository.ts'
import { colleagueOf } from '../exchange/colleagues.ts'
import { askingOf } from '../gate/askings.ts'
import type { QueryContext } from '../handler.ts'
import { unsentShares } from './repository.ts'
import type { ShareRow } from './repository.ts'

/**
 * Shares that wait for whoever is at the desk, the longest waiting first: those of others they are asked to approve, and
 * their own that somebody else approved or declined and that have not left.
 */
export function waitingFor(context: QueryContext): WaitingShare[] {
  const { db } = context
  return unsentShares(db)
    .flatMap(share => {
      const said = share.author === context.actor ? cameBack(context, share) : asked(context, share)
      if (said === null) return []
      const { id: shareId, caseId, draft } = share
      const { role, office } = colleagueOf(db, draft.colleagueId)
      return [{ ...said, shareId, caseId, code: mustExist(db, caseId).code, role, office }]
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

type Said = Pick<WaitingShare, 'kind' | 'by' | 'words' | 'at'>

function asked(context: QueryContext, share: ShareRow): Said | null {
  if (mayApprove({ ...context, role: context.actor }, { author: share.author, sole: false })) return null
  const asking = askingOf(context.db, share)
  return asking?.kind === 'asked' ? asking : null
}

function cameBack({ db, actor }: QueryContext, share: ShareRow): Said | null {
  const { approval, changedAt } = share
  if (approval && approval.by !== actor && approval.at >= changedAt)
    return { kind: 'approved', by: approval.by, words: approval.statement, at: approval.at }
  const asking = askingOf(db, share)
  return asking?.kind === 'declined' ? asking : null
}
