import type { Claim, EvidenceSource, Information, SourceItem } from '../../shared/evidence/claim.ts'
import { CaseId, ClaimId, ActId, EvidenceSourceId, InformationId, Instant } from '../../shared/model.ts'

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const at = Instant.parse('2026-03-02T12:00:00.000Z')
const caseId = CaseId.parse(uuid(900))
export const outside: SourceItem = { kind: 'outside' }
export const claimId = ClaimId.parse(uuid(800))
export const actId = ActId.parse(uuid(700))

/** The id of source number `number`. */
export const sourceId = (number: number) => EvidenceSourceId.parse(uuid(number))

/** Source number `number`: a likely reliable witness nobody else told anything, unless a test says otherwise. */
export const source = (number: number, over: Partial<EvidenceSource> = {}): EvidenceSource => ({
  id: sourceId(number),
  caseId,
  label: `S${number}`,
  connection: { value: 'witness' },
  item: outside,
  description: '',
  reliability: 'B',
  reliabilityNote: 'was right before',
  dependsOn: [],
  addedAt: at,
  ...over,
})

/** What source number `from` says on the claim: plausible, told in person. */
export const says = (from: number, over: Partial<Information> = {}): Information => ({
  id: InformationId.parse(uuid(1000 + from)),
  caseId,
  claimId,
  sourceId: sourceId(from),
  material: 'witness_testimony',
  credibility: '3',
  note: 'saw it',
  addedAt: at,
  ...over,
})

/** One claim about one act, not assessed. */
export const claim = (over: Partial<Claim> = {}): Claim => ({
  id: claimId,
  caseId,
  label: 'C1',
  statement: 'P1 was told to stop.',
  about: { actId },
  assessment: null,
  addedAt: at,
  ...over,
})
