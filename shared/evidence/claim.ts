import {
  ActId,
  AttachmentId,
  CaseId,
  ClaimId,
  EngagementId,
  EvidenceSourceId,
  InformationId,
  Instant,
  Line,
  Note,
  PersonId,
  SourceId,
  answered,
} from '../model.ts'
import { codesOf, coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'

/** Who or what of the case a source is. `outside`: somebody or something that is not on the case. */
export const SourceItem = z.union([
  z.strictObject({ kind: z.literal('person'), personId: PersonId }),
  z.strictObject({ kind: z.literal('message'), messageId: SourceId }),
  z.strictObject({ kind: z.literal('attachment'), attachmentId: AttachmentId }),
  z.strictObject({ kind: z.literal('outside') }),
])
export type SourceItem = z.infer<typeof SourceItem>

/** Where information comes from, and how far it can be relied on. What it says is graded elsewhere, and apart. */
export const EvidenceSourceDraft = z.strictObject({
  connection: answered(coded('sourceConnection')),
  item: SourceItem,
  description: Note,
  reliability: coded('sourceReliability'),
  /** Why: a letter of a scale says nothing without it (4.11). */
  reliabilityNote: Note.min(1),
  /** Sources it has its information from, or that have theirs from it. */
  dependsOn: z.array(EvidenceSourceId),
})
export type EvidenceSourceDraft = z.infer<typeof EvidenceSourceDraft>

/** `label` is the neutral code inside the case: "S1", "S2", … */
export const EvidenceSource = EvidenceSourceDraft.extend({
  id: EvidenceSourceId,
  caseId: CaseId,
  label: z.string().regex(/^S\d+$/),
  addedAt: Instant,
})
export type EvidenceSource = z.infer<typeof EvidenceSource>

/** The alleged act or the engagement with the UN that a claim is about. */
export const ClaimAbout = z.union([
  z.strictObject({ actId: ActId }),
  z.strictObject({ engagementId: EngagementId }),
])
export type ClaimAbout = z.infer<typeof ClaimAbout>

/** One thing that is alleged, in neutral words, so small that it can be so or not so. */
export const ClaimDraft = z.strictObject({ statement: Note.min(1), about: ClaimAbout })
export type ClaimDraft = z.infer<typeof ClaimDraft>

/** What the officer found of a claim. `reason` is needed where it is not what was suggested. */
export const ClaimFinding = z.strictObject({
  status: coded('verificationStatus'),
  reason: Note,
  /** What is still unknown. */
  unknowns: Note,
})
export type ClaimFinding = z.infer<typeof ClaimFinding>

/** A finding as kept. `suggested` is what the rule said at that moment; `by` is a role code. */
export const ClaimAssessment = ClaimFinding.extend({
  suggested: coded('verificationStatus'),
  by: Line,
  at: Instant,
})
export type ClaimAssessment = z.infer<typeof ClaimAssessment>

/** `label` is the neutral code inside the case: "C1", "C2", … */
export const Claim = ClaimDraft.extend({
  id: ClaimId,
  caseId: CaseId,
  label: z.string().regex(/^C\d+$/),
  assessment: ClaimAssessment.nullable(),
  addedAt: Instant,
})
export type Claim = z.infer<typeof Claim>

/** What one source says on one claim, and how far that can be believed whoever said it. */
export const InformationDraft = z.strictObject({
  sourceId: EvidenceSourceId,
  material: coded('sourceMaterial'),
  credibility: coded('informationCredibility'),
  /** What it says and why it is graded so. */
  note: Note.min(1),
})
export type InformationDraft = z.infer<typeof InformationDraft>

export const Information = InformationDraft.extend({
  id: InformationId,
  caseId: CaseId,
  claimId: ClaimId,
  addedAt: Instant,
})
export type Information = z.infer<typeof Information>

/** How sure the case as a whole is. `not_reached`: not even a reasonable suspicion yet. */
export const ProofDraft = z.strictObject({
  standard: z.enum(['not_reached', ...codesOf('standardOfProof')]),
  note: Note.min(1),
  unknowns: Note,
})
export type ProofDraft = z.infer<typeof ProofDraft>

/** As kept; its id is that of the case. `by` is a role code. */
export const Proof = ProofDraft.extend({ id: CaseId, by: Line, at: Instant })
export type Proof = z.infer<typeof Proof>

/** Everything that is known about how far the case was checked, each list in the order of adding. */
export const Verification = z.object({
  sources: z.array(EvidenceSource),
  claims: z.array(Claim),
  information: z.array(Information),
  proof: Proof.nullable(),
})
export type Verification = z.infer<typeof Verification>
