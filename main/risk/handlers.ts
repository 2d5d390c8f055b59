import { riskHours } from '../../shared/case/clocks.ts'
import { HarmCheckId, RiskEventId, RiskId } from '../../shared/model.ts'
import type { ActionId, CaseId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { bandOf, reassessBy, viewsDiffer } from '../../shared/risk/rules.ts'
import { actions } from '../action/repository.ts'
import { currentClocks } from '../case/clockRepository.ts'
import { changed } from '../case/repository.ts'
import { isOfCase, wayOf } from '../gate/items.ts'
import type { HandlersFor, QueryContext } from '../handler.ts'
import { persons } from '../person/repository.ts'
import { currentThresholds } from '../settings/repository.ts'
import { harmChecks, riskEvents, risks } from './repository.ts'

export const riskHandlers: HandlersFor<'risk'> = {
  'risk.assess': (context, draft) => {
    const person = persons.byId(context.db, draft.personId)
    if (!person) throw new Refused('person/gone')
    mustBeOfCase(context, { caseId: person.caseId, actionId: draft.actionId })
    const riskId = RiskId.parse(context.newId())
    const thresholds = currentThresholds(context.db)
    const band = bandOf(draft.residualLikelihood, draft.residualImpact, thresholds)
    risks.insert(context.db, {
      ...draft,
      id: riskId,
      caseId: person.caseId,
      inherentBand: bandOf(draft.likelihood, draft.impact, thresholds),
      band,
      differs: viewsDiffer(band, draft.ownView, thresholds),
      assessedAt: context.now,
      validUntil: reassessBy(riskHours(currentClocks(context.db))[band], context.now),
    })
    changed(context, person.caseId)
    return { riskId }
  },

  'risk.recordEvent': (context, draft) => {
    const person = persons.byId(context.db, draft.personId)
    if (!person) throw new Refused('person/gone')
    const { caseId } = person
    const eventId = RiskEventId.parse(context.newId())
    const overtakes = risks
      .ofCase(context.db, caseId)
      .filter(risk => risk.personId === person.id)
      .map(risk => risk.id)
    riskEvents.insert(context.db, { ...draft, id: eventId, caseId, overtakes, recordedAt: context.now })
    changed(context, caseId)
    return { eventId }
  },

  'risk.checkHarm': (context, draft) => {
    if (!isOfCase(context.db, draft)) throw new Refused('item/gone')
    const harmCheckId = HarmCheckId.parse(context.newId())
    const about = wayOf(context.db, draft.itemId)
    harmChecks.insert(context.db, { ...draft, id: harmCheckId, about, checkedAt: context.now })
    changed(context, draft.caseId)
    return { harmCheckId }
  },
}

/** @throws Refused `action/gone` or `action/not-of-this-case` */
function mustBeOfCase(
  { db }: Pick<QueryContext, 'db'>,
  { caseId, actionId }: { readonly caseId: CaseId; readonly actionId: ActionId | null },
): void {
  if (actionId === null) return
  const action = actions.byId(db, actionId)
  if (!action) throw new Refused('action/gone')
  if (action.caseId !== caseId) throw new Refused('action/not-of-this-case')
}
