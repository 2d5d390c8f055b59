import { first, list } from './list.ts'

/** What kind of material a source is (HURIDOCS list 16, adapted). */
export const sourceMaterial = list({
  id: 'sourceMaterial',
  ...first,
  open: true,
  basis: 'S',
  codes: [
    'victim_testimony',
    'witness_testimony',
    'relative_testimony',
    'interview_record',
    'letter',
    'official_document',
    'court_record',
    'medical_record',
    'photograph',
    'video',
    'audio',
    'screenshot_or_post',
    'news_item',
    'ngo_report',
    'un_document',
    'government_statement',
    'questionnaire',
    'satellite_or_geodata',
    'device_forensics',
    'translation',
    'other',
    'unknown',
  ],
})

/** How the source is connected with the victim or the events (HURIDOCS list 19). */
export const sourceConnection = list({
  id: 'sourceConnection',
  ...first,
  basis: 'S',
  codes: [
    'victim',
    'witness',
    'relative',
    'colleague',
    'same_organization',
    'lawyer',
    'medical',
    'third_party_relayed',
    'journalist',
    'ngo',
    'un_colleague',
    'authority',
    'other',
    'unknown',
  ],
})

/** How far the source can be relied on, best first (HURIDOCS list 42). Never mixed with the credibility of what was said. */
export const sourceReliability = list({
  id: 'sourceReliability',
  ...first,
  basis: 'S',
  codes: ['A', 'B', 'C', 'D', 'E', 'U'],
})

/** How far what was said can be believed, best first. Never mixed with the reliability of who said it. */
export const informationCredibility = list({
  id: 'informationCredibility',
  ...first,
  basis: 'I',
  codes: ['1', '2', '3', '4', '5', 'U'],
})

/** How far a claim has been checked. */
export const verificationStatus = list({
  id: 'verificationStatus',
  ...first,
  basis: 'K',
  codes: [
    'not_assessed',
    'under_verification',
    'corroborated_one_independent',
    'corroborated_two_plus',
    'official_document_seen',
    'consistent_uncorroborated',
    'contested_by_state',
    'partly_refuted',
    'refuted',
    'unverifiable',
  ],
})

/** How sure a finding must be, least first. */
export const standardOfProof = list({
  id: 'standardOfProof',
  ...first,
  basis: 'K',
  codes: [
    'reasonable_suspicion',
    'reasonable_grounds_to_believe',
    'balance_of_probabilities',
    'clear_and_convincing',
  ],
})
