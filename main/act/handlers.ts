import type { Act } from '../../shared/act/model.ts'
import { ActId, PerpetratorId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed, mustExist } from '../case/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import type { HandlersFor } from '../handler.ts'
import { acts, nextLabel, perpetrators } from './repository.ts'

const actOf = (db: ReadDb, id: ActId): Act => {
  const act = acts.byId(db, id)
  if (!act) throw new Refused('act/gone')
  return act
}

export const actHandlers: HandlersFor<'act'> = {
  'act.add': (context, { caseId, act }) => {
    mustExist(context.db, caseId)
    const actId = ActId.parse(context.newId())
    acts.insert(context.db, { ...act, id: actId, caseId, addedAt: context.now })
    changed(context, caseId)
    return { actId }
  },

  'act.change': (context, { actId, act }) => {
    const before = actOf(context.db, actId)
    acts.update(context.db, { ...before, ...act })
    changed(context, before.caseId)
    return null
  },

  'act.remove': (context, { actId, reason }) => {
    const before = actOf(context.db, actId)
    acts.remove(context.db, actId)
    changed(context, before.caseId)
    context.because(reason)
    return null
  },

  'act.addPerpetrator': (context, { caseId, perpetrator }) => {
    mustExist(context.db, caseId)
    const perpetratorId = PerpetratorId.parse(context.newId())
    const label = nextLabel(context.db, caseId)
    perpetrators.insert(context.db, {
      ...perpetrator,
      id: perpetratorId,
      caseId,
      label,
      addedAt: context.now,
    })
    changed(context, caseId)
    return { perpetratorId }
  },

  'act.changePerpetrator': (context, { perpetratorId, perpetrator }) => {
    const before = perpetrators.byId(context.db, perpetratorId)
    if (!before) throw new Refused('act/gone')
    perpetrators.update(context.db, { ...before, ...perpetrator })
    changed(context, before.caseId)
    return null
  },
}
