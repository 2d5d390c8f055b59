import type { Claim, EvidenceSource, Information, Proof, Verification } from '../../shared/evidence/claim.ts'
import type { CaseId } from '../../shared/model.ts'
import type { ReadDb } from '../db/handles.ts'
import { table } from '../db/table.ts'

export const evidenceSources = table<EvidenceSource>('evidence_source', {
  id: 'plain',
  caseId: 'plain',
  label: 'plain',
  connection: 'json',
  item: 'json',
  description: 'plain',
  reliability: 'plain',
  reliabilityNote: 'plain',
  dependsOn: 'json',
  addedAt: 'plain',
})

export const claims = table<Claim>('claim', {
  id: 'plain',
  caseId: 'plain',
  label: 'plain',
  statement: 'plain',
  about: 'json',
  assessment: 'json',
  addedAt: 'plain',
})

export const information = table<Information>('information', {
  id: 'plain',
  caseId: 'plain',
  claimId: 'plain',
  sourceId: 'plain',
  material: 'plain',
  credibility: 'plain',
  note: 'plain',
  addedAt: 'plain',
})

export const proofs = table<Proof>('case_proof', {
  id: 'plain',
  standard: 'plain',
  note: 'plain',
  unknowns: 'plain',
  by: 'plain',
  at: 'plain',
})

/** How far one case was checked. */
export const verificationOf = (db: ReadDb, caseId: CaseId): Verification => ({
  sources: evidenceSources.ofCase(db, caseId),
  claims: claims.ofCase(db, caseId),
  information: information.ofCase(db, caseId),
  proof: proofs.byId(db, caseId),
})

/** The next label after those there are: one more than the highest. */
export const labelAfter = (letter: 'S' | 'C', labels: readonly string[]): string =>
  `${letter}${Math.max(0, ...labels.map(label => Number(label.slice(1)))) + 1}`
