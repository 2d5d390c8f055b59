import type { Engagement } from '../../shared/engagement/model.ts'
import { EngagementId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed, mustExist } from '../case/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import type { HandlersFor } from '../handler.ts'
import { engagements } from './repository.ts'

const engagementOf = (db: ReadDb, id: EngagementId): Engagement => {
  const engagement = engagements.byId(db, id)
  if (!engagement) throw new Refused('engagement/gone')
  return engagement
}

export const engagementHandlers: HandlersFor<'engagement'> = {
  'engagement.add': (context, { caseId, engagement }) => {
    mustExist(context.db, caseId)
    const engagementId = EngagementId.parse(context.newId())
    engagements.insert(context.db, { ...engagement, id: engagementId, caseId, addedAt: context.now })
    changed(context, caseId)
    return { engagementId }
  },

  'engagement.change': (context, { engagementId, engagement }) => {
    const before = engagementOf(context.db, engagementId)
    engagements.update(context.db, { ...before, ...engagement })
    changed(context, before.caseId)
    return null
  },

  'engagement.remove': (context, { engagementId, reason }) => {
    const before = engagementOf(context.db, engagementId)
    engagements.remove(context.db, engagementId)
    changed(context, before.caseId)
    context.because(reason)
    return null
  },
}
