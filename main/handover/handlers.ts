import type { Input, Output } from '../../shared/contract.ts'
import { freshDraft } from '../../shared/handover/rules.ts'
import { HandoverId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { cases, changed, mustExist } from '../case/repository.ts'
import { mustBeVerified, colleagueOf } from '../exchange/colleagues.ts'
import type { CommandContext, HandlersFor } from '../handler.ts'
import { handedWith, handoverOf, handovers, leftOutForOthers, unsentOf } from './repository.ts'
import { mustBeTheirs, sendHandover } from './send.ts'
import { previewHandover, takeOver } from './takeOver.ts'
import { handoverLines, handoverView, receiptOf, receivedView } from './view.ts'

export const handoverHandlers: HandlersFor<'handover'> = {
  'handover.list': ({ db }) => handoverLines(db),

  'handover.start': (context, { colleagueId }) => {
    const { db, now, actor } = context
    mustBeTheirs(context)
    if (mustBeVerified(db, colleagueId).recipientClass !== 'same_office')
      throw new Refused('handover/not-same-office')
    const id = HandoverId.parse(context.newId())
    const fresh = { draft: freshDraft, sent: null, finished: null, startedAt: now, changedAt: now }
    handovers.insert(db, { id, colleagueId, author: actor, ...fresh })
    return { handoverId: id }
  },

  'handover.change': (context, { handoverId, draft }) => {
    const { db, actor: author, now: changedAt } = context
    mustBeTheirs(context)
    const row = unsentOf(db, handoverId)
    const leftOut = [...draft.leftOut, ...leftOutForOthers(db, row.draft)]
    handovers.update(db, { ...row, author, draft: { ...draft, leftOut }, changedAt })
    return null
  },

  'handover.drop': (context, { handoverId }) => {
    mustBeTheirs(context)
    handovers.remove(context.db, unsentOf(context.db, handoverId).id)
    return null
  },

  'handover.view': (context, { handoverId }) => handoverView(context, handoverId),
  'handover.received': ({ db }, { handoverId }) => receivedView(db, handoverId),
  'handover.send': sendHandover,
  'handover.preview': previewHandover,
  'handover.takeOver': takeOver,
  'handover.finish': finish,
}

/** The cases stay readable here; whoever answers for them is the successor. */
function finish(
  context: CommandContext,
  { handoverId }: Input<'handover.finish'>,
): Output<'handover.finish'> {
  const { db, now: at, actor: by } = context
  mustBeTheirs(context)
  const row = handoverOf(db, handoverId)
  if (row.finished) throw new Refused('handover/already-finished')
  if (receiptOf(db, row)?.outcome !== 'taken-in') throw new Refused('handover/not-taken-over')
  const { role: owner } = colleagueOf(db, row.colleagueId)
  const handed = handedWith(db, handoverId)
  for (const { id } of handed) {
    cases.update(db, { ...mustExist(db, id), owner })
    changed(context, id)
  }
  handovers.update(db, { ...row, finished: { at, by }, changedAt: at })
  return { cases: handed.length }
}
