import type { Claim, EvidenceSource, Information, Proof, Verification } from '../../shared/evidence/claim.ts'
import type { CaseId } from '../../shared/model.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { putRow } from '../db/rawRow.ts'
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

type Letter = 'S' | 'C'

const numberOf = (label: string) => Number(label.slice(1))

/** The next label of a case: one more than the highest there is or was. Labels are never given twice. */
export function nextLabel(db: ReadDb, caseId: CaseId, letter: Letter): string {
  const rows: readonly { readonly label: string }[] = { S: evidenceSources, C: claims }[letter].ofCase(
    db,
    caseId,
  )
  const gone = highestGone(db, caseId, letter)
  return `${letter}${Math.max(gone, ...rows.map(({ label }) => numberOf(label))) + 1}`
}

/** Remembers that a label of a case was taken off it. */
export function retireLabel(db: WriteDb, caseId: CaseId, label: string): void {
  const letter = label.slice(0, 1)
  const highest = Math.max(highestGone(db, caseId, letter), numberOf(label))
  putRow(db, 'label_gone', { key: ['case_id', 'letter'], row: { case_id: caseId, letter, highest }, caseId })
}

/** The highest number that was taken off a case; 0 when none was. */
function highestGone(db: ReadDb, caseId: CaseId, letter: string): number {
  const sql = `SELECT highest FROM label_gone WHERE case_id = ? AND letter = ?`
  return prepare<[CaseId, string], { highest: number }>(db, sql).get(caseId, letter)?.highest ?? 0
}
