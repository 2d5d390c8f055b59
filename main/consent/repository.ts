import type { ConsentDecision } from '../../shared/consent/model.ts'
import { table } from '../db/table.ts'

/** The consent ledger. Rows are added and never changed; the table itself refuses anything else (ADR 0005). */
export const consents = table<ConsentDecision>('consent_decision', {
  id: 'plain',
  caseId: 'plain',
  personId: 'plain',
  purpose: 'plain',
  recipient: 'plain',
  channel: 'plain',
  identityLevel: 'plain',
  scope: 'plain',
  facts: 'json',
  document: 'plain',
  decision: 'plain',
  form: 'json',
  givenBy: 'json',
  decidedOn: 'plain',
  askedBy: 'plain',
  language: 'json',
  interpreter: 'json',
  risksExplained: 'json',
  conditions: 'json',
  validUntil: 'plain',
  reviewOn: 'plain',
  evidence: 'plain',
  recordedAt: 'plain',
})
