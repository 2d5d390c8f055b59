import type { EvidenceSourceDraft, InformationDraft } from '../../shared/evidence/claim.ts'
import type { ActId, CaseId, EvidenceSourceId, PersonId } from '../../shared/model.ts'
import type { Code } from '../../shared/vocabulary/index.ts'
import type { Get } from './load.ts'

type Status = Code<'verificationStatus'>

/** One voice on every claim of a case. */
interface Voice {
  readonly connection: Code<'sourceConnection'>
  readonly reliability: EvidenceSourceDraft['reliability']
  readonly material: InformationDraft['material']
  readonly credibility: InformationDraft['credibility']
}

const victim: Voice = {
  connection: 'victim',
  reliability: 'B',
  material: 'victim_testimony',
  credibility: '2',
}
const witness: Voice = { ...victim, connection: 'witness', material: 'witness_testimony' }
const network: Voice = { ...victim, connection: 'ngo', material: 'ngo_report' }
const paper: Voice = { ...victim, connection: 'lawyer', reliability: 'A', material: 'official_document' }
const state: Voice = {
  connection: 'authority',
  reliability: 'U',
  material: 'government_statement',
  credibility: '5',
}
const against = (voice: Voice): Voice => ({ ...voice, credibility: '5' })
const unjudged: Voice = { ...victim, credibility: 'U' }

/** What was heard so that a claim stands as a pattern says; nothing where nothing was looked into. */
const voices: Readonly<Record<Status, readonly Voice[]>> = {
  not_assessed: [],
  under_verification: [unjudged],
  unverifiable: [unjudged],
  consistent_uncorroborated: [victim],
  corroborated_one_independent: [victim, witness],
  corroborated_two_plus: [victim, witness, network],
  official_document_seen: [paper],
  contested_by_state: [victim, state],
  partly_refuted: [victim, against(witness)],
  refuted: [against(witness), against(network)],
}

interface Place {
  readonly get: Get
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly actIds: readonly ActId[]
}

/** Sources, a claim for each act and what each source says of it, so that every act stands as the pattern says. */
export async function verify(status: Status | null, place: Place): Promise<void> {
  if (status === null || voices[status].length === 0 || place.actIds.length === 0) return
  const heard: { readonly voice: Voice; readonly sourceId: EvidenceSourceId }[] = []
  for (const voice of voices[status]) {
    const source = sourceOf(voice, place.personId)
    const { sourceId } = await place.get('evidence.addSource', { caseId: place.caseId, source })
    heard.push({ voice, sourceId })
  }
  for (const actId of place.actIds) {
    const claim = { statement: 'It happened as it was told.', about: { actId } }
    const { claimId } = await place.get('evidence.addClaim', { caseId: place.caseId, claim })
    for (const { voice, sourceId } of heard)
      await place.get('evidence.addInformation', { claimId, information: informationOf(voice, sourceId) })
    await place.get('evidence.assessClaim', {
      claimId,
      finding: { status, reason: 'As the pattern says.', unknowns: '' },
    })
  }
}

const sourceOf = ({ connection, reliability }: Voice, personId: PersonId): EvidenceSourceDraft => ({
  connection: { value: connection },
  item: connection === 'victim' ? { kind: 'person', personId } : { kind: 'outside' },
  description: '',
  reliability,
  reliabilityNote: 'Invented for practice.',
  dependsOn: [],
})

const informationOf = ({ material, credibility }: Voice, sourceId: EvidenceSourceId): InformationDraft => ({
  sourceId,
  material,
  credibility,
  note: 'Invented for practice.',
})
