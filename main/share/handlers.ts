import { mayApprove } from '../../shared/brief/approval.ts'
import type { Asking } from '../../shared/gate/model.ts'
import { ShareId } from '../../shared/model.ts'
import type { ColleagueId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { ShareDraft } from '../../shared/share/model.ts'
import { beginningFor, sharePurposes } from '../../shared/share/rules.ts'
import { changed, mustExist } from '../case/repository.ts'
import { colleagueOf } from '../exchange/colleagues.ts'
import { askings } from '../gate/askings.ts'
import type { CommandContext, HandlersFor, QueryContext } from '../handler.ts'
import { assemble, mustGiveNothingAway, viewOf } from './assemble.ts'
import { lastWith, shareOf, shares } from './repository.ts'
import { sendShare } from './send.ts'
import { waitingFor } from './waiting.ts'

/** What has left is not changed any more; the next one is another share. */
function unsent({ db }: QueryContext, shareId: ShareId) {
  const share = shareOf(db, shareId)
  if (share.sent) throw new Refused('share/already-sent')
  return share
}

/** @throws Refused `share/not-for-them` for a purpose no colleague of this class is told a case for. */
function mustFit({ db }: QueryContext, { colleagueId, purpose }: ShareDraft): void {
  const { recipientClass } = colleagueOf(db, colleagueId)
  if (!sharePurposes(recipientClass).includes(purpose)) throw new Refused('share/not-for-them')
}

/** What this colleague was last told something for: of this case, or else of any. */
function lastDraft({ db }: QueryContext, { caseId, colleagueId }: Parameters<Start>[1]): ShareDraft | null {
  const here = lastWith(db, { id: null, caseId, draft: { colleagueId } })
  const last = here ?? shares.all(db).findLast(({ draft }) => draft.colleagueId === colleagueId)
  return last?.draft ?? null
}

type Start = (
  context: CommandContext,
  input: { readonly caseId: ReturnType<typeof mustExist>['id']; readonly colleagueId: ColleagueId },
) => unknown

/** Notes an asking, or a "no" to it. */
function note(
  context: CommandContext,
  { shareId, kind, words }: Pick<Asking, 'kind' | 'words'> & { readonly shareId: ShareId },
): null {
  const { id, caseId } = unsent(context, shareId)
  const { now: at, actor: by } = context
  askings.insert(context.db, { id: context.newId(), caseId, itemId: id, kind, by, words, at })
  changed(context, caseId)
  return null
}

export const shareHandlers: HandlersFor<'share'> = {
  'share.start': (context, { caseId, colleagueId }) => {
    const { db, now, actor } = context
    mustExist(db, caseId)
    const colleague = colleagueOf(db, colleagueId)
    const shareId = ShareId.parse(context.newId())
    const draft = beginningFor(colleague, lastDraft(context, { caseId, colleagueId }))
    const fresh = { approval: null, sent: null, startedAt: now, changedAt: now }
    shares.insert(db, { id: shareId, caseId, author: actor, draft, ...fresh })
    changed(context, caseId)
    return { shareId }
  },

  /** Whoever changed it last answers for it, and somebody else approves it. */
  'share.change': (context, { shareId, draft }) => {
    const share = unsent(context, shareId)
    mustFit(context, draft)
    shares.update(context.db, { ...share, author: context.actor, draft, changedAt: context.now })
    changed(context, share.caseId)
    return null
  },

  'share.view': (context, { shareId }) => viewOf(context, assemble(context, shareId)),

  'share.approve': (context, { shareId, sole, statement }) => {
    const { author } = unsent(context, shareId)
    const no = mayApprove({ ...context, role: context.actor }, { author, sole })
    if (no) throw new Refused(no)
    const ready = assemble(context, shareId)
    mustGiveNothingAway(ready)
    const { share, gate, fingerprint: of } = ready
    if (gate.findings.some(({ place }) => place !== 'approval')) throw new Refused('share/gate-closed')
    const approval = { by: context.actor, sole, statement, of, at: context.now }
    shares.update(context.db, { ...share, approval })
    changed(context, share.caseId)
    return null
  },

  'share.askApproval': (context, { shareId, words }) => note(context, { shareId, kind: 'asked', words }),

  'share.declineApproval': (context, { shareId, words }) => {
    const { author } = unsent(context, shareId)
    const no = mayApprove({ ...context, role: context.actor }, { author, sole: false })
    if (no) throw new Refused(no)
    return note(context, { shareId, kind: 'declined', words })
  },

  'share.waiting': waitingFor,
  'share.send': sendShare,
}
