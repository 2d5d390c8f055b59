import type { CaseId, ItemId } from '../../shared/model.ts'
import type { HarmCheck, RiskAssessment, RiskEvent } from '../../shared/risk/model.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

/** Assessments are added, never changed: the next one follows. */
export const risks = table<RiskAssessment>('risk_assessment', {
  id: 'plain',
  caseId: 'plain',
  personId: 'plain',
  about: 'plain',
  actionId: 'plain',
  likelihood: 'plain',
  impact: 'plain',
  residualLikelihood: 'plain',
  residualImpact: 'plain',
  threats: 'json',
  vulnerabilities: 'json',
  capacities: 'json',
  uncertainties: 'json',
  confidence: 'plain',
  why: 'plain',
  ownView: 'json',
  inherentBand: 'plain',
  band: 'plain',
  differs: 'flag',
  assessedAt: 'plain',
  validUntil: 'plain',
})

/** What happened to a person; never changed. */
export const riskEvents = table<RiskEvent>('risk_event', {
  id: 'plain',
  caseId: 'plain',
  personId: 'plain',
  kind: 'plain',
  happenedOn: 'json',
  note: 'plain',
  overtakes: 'json',
  recordedAt: 'plain',
})

/** Do-no-harm checks of everything that may leave; the next one follows. */
export const harmChecks = table<HarmCheck & { readonly caseId: CaseId }>('harm_check', {
  id: 'plain',
  caseId: 'plain',
  itemId: 'plain',
  answers: 'json',
  decidedBy: 'plain',
  decisionReason: 'plain',
  validUntil: 'plain',
  about: 'plain',
  checkedAt: 'plain',
})

/** The latest check of one item, or `null`. */
export const harmCheckOf = (db: ReadDb, item: { readonly id: ItemId; readonly caseId: CaseId }) =>
  harmChecks.ofCase(db, item.caseId).findLast(({ itemId }) => itemId === item.id) ?? null
