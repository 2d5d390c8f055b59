import { AttachmentId, CaseId, ClaimId, EvidenceSourceId, InformationId, Line } from '../model.ts'
import { command, query } from '../operation.ts'
import { z } from '../zod.ts'
import { ClaimDraft, ClaimFinding, EvidenceSourceDraft, InformationDraft, ProofDraft } from './claim.ts'

export const evidenceContract = {
  /** Recomputes the SHA-256 of a stored attachment and compares it with the one taken at intake. */
  'evidence.check': query(
    z.strictObject({ attachmentId: AttachmentId }),
    z.object({ sha256: z.string(), same: z.boolean() }),
  ),
  'evidence.addSource': command(
    z.strictObject({ caseId: CaseId, source: EvidenceSourceDraft }),
    z.object({ sourceId: EvidenceSourceId }),
  ),
  'evidence.changeSource': command(
    z.strictObject({ sourceId: EvidenceSourceId, source: EvidenceSourceDraft }),
    z.null(),
  ),
  /** Takes a source off the case. Refused while it gives information on a claim. */
  'evidence.removeSource': command(z.strictObject({ sourceId: EvidenceSourceId, reason: Line }), z.null()),
  'evidence.addClaim': command(
    z.strictObject({ caseId: CaseId, claim: ClaimDraft }),
    z.object({ claimId: ClaimId }),
  ),
  'evidence.changeClaim': command(z.strictObject({ claimId: ClaimId, claim: ClaimDraft }), z.null()),
  /** Takes a claim off the case with the information on it. */
  'evidence.removeClaim': command(z.strictObject({ claimId: ClaimId, reason: Line }), z.null()),
  'evidence.addInformation': command(
    z.strictObject({ claimId: ClaimId, information: InformationDraft }),
    z.object({ informationId: InformationId }),
  ),
  'evidence.changeInformation': command(
    z.strictObject({ informationId: InformationId, information: InformationDraft }),
    z.null(),
  ),
  'evidence.removeInformation': command(
    z.strictObject({ informationId: InformationId, reason: Line }),
    z.null(),
  ),
  /** What the officer found of a claim. A reason is needed where it is not what the information suggests. */
  'evidence.assessClaim': command(z.strictObject({ claimId: ClaimId, finding: ClaimFinding }), z.null()),
  /** The standard of proof that the case as a whole has reached. */
  'evidence.assessProof': command(z.strictObject({ caseId: CaseId, proof: ProofDraft }), z.null()),
}
