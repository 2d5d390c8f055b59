import { inOrder } from '../../shared/case/clocks.ts'
import { Refused } from '../../shared/refusal.ts'
import { maySet } from '../../shared/settings/rules.ts'
import type { HandlersFor } from '../handler.ts'
import { dueGroup, duePage } from '../lines/dues.ts'
import { clockVersions, currentClocks, marks } from './clockRepository.ts'
import { changed, mustExist } from './repository.ts'

type ClockOperation = 'case.dues' | 'case.moreDues' | 'case.clocks' | 'case.setClocks' | 'case.markDone'

/** What is due, the clocks that say so, and what was noted as done. */
export const clockHandlers: Pick<HandlersFor<'case'>, ClockOperation> = {
  'case.dues': context => duePage(context),

  'case.moreDues': (context, asked) => dueGroup(context, asked),

  'case.clocks': ({ db }) => ({ clocks: currentClocks(db), versions: clockVersions.all(db).toReversed() }),

  'case.setClocks': (context, { clocks, reason }) => {
    if (!maySet(context.duties)) throw new Refused('settings/not-your-duty')
    if (!inOrder(clocks)) throw new Refused('case/clocks-out-of-order')
    const { db, now, actor } = context
    clockVersions.insert(db, { id: context.newId(), clocks, validFrom: now, setBy: actor, reason })
    context.because(reason)
    return null
  },

  'case.markDone': (context, draft) => {
    mustExist(context.db, draft.caseId)
    if (draft.doneOn > context.today) throw new Refused('case/done-in-future')
    marks.insert(context.db, { ...draft, id: context.newId(), recordedAt: context.now })
    changed(context, draft.caseId)
    return null
  },
}
