import { HarmCheckId, RiskId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { bandOf, differsByTwo, reassessBy } from '../../shared/risk/rules.ts'
import { briefs } from '../brief/repository.ts'
import { changed } from '../case/repository.ts'
import type { HandlersFor } from '../handler.ts'
import { persons } from '../person/repository.ts'
import { harmChecks, risks } from './repository.ts'

export const riskHandlers: HandlersFor<'risk'> = {
  'risk.assess': (context, draft) => {
    const person = persons.byId(context.db, draft.personId)
    if (!person) throw new Refused('person/gone')
    const riskId = RiskId.parse(context.newId())
    const band = bandOf(draft.residualLikelihood, draft.residualImpact)
    risks.insert(context.db, {
      ...draft,
      id: riskId,
      caseId: person.caseId,
      inherentBand: bandOf(draft.likelihood, draft.impact),
      band,
      differs: differsByTwo(band, draft.ownView),
      assessedAt: context.now,
      validUntil: reassessBy(band, context.now),
    })
    changed(context, person.caseId)
    return { riskId }
  },

  'risk.checkHarm': (context, draft) => {
    const brief = briefs.byId(context.db, draft.briefId)
    if (!brief || brief.caseId !== draft.caseId) throw new Refused('brief/gone')
    const harmCheckId = HarmCheckId.parse(context.newId())
    harmChecks.insert(context.db, { ...draft, id: harmCheckId, checkedAt: context.now })
    changed(context, draft.caseId)
    return { harmCheckId }
  },
}
