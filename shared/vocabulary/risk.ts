import { first, list } from './list.ts'

/** What raises the danger from outside. */
export const riskThreat = list({
  id: 'riskThreat',
  ...first,
  basis: 'I',
  codes: [
    'explicit_threat',
    'history_of_violence_against_similar_people',
    'perpetrator_has_power_or_access',
    'impunity',
    'imminent_event',
    'escalation_pattern',
    'named_in_public_smear',
    'surveillance_noted',
    'family_targeted',
    'legal_instrument_in_motion',
    'other',
  ],
})

/** What exposes the person. */
export const riskVulnerability = list({
  id: 'riskVulnerability',
  ...first,
  basis: 'I',
  codes: [
    'alone_or_visible',
    'no_lawyer',
    'no_trusted_phone',
    'single_route_or_home',
    'dependants',
    'undocumented',
    'detained',
    'health_need',
    'trauma',
    'child',
    'low_resources',
    'poor_local_ties',
    'no_exit_document',
    'gender_specific_exposure',
    'online_footprint',
    'language_barrier',
    'interpreter_exposure',
    'other',
  ],
})

/** What protects the person. */
export const riskCapacity = list({
  id: 'riskCapacity',
  ...first,
  basis: 'I',
  codes: [
    'legal_aid',
    'network_ngo',
    'embassy_contact',
    'safe_house',
    'community_support',
    'medical_support',
    'income_or_reserve',
    'mobility_and_papers',
    'security_training',
    'encrypted_channel',
    'profile_that_protects',
    'un_presence_nearby',
    'other',
  ],
})

/** What makes the assessment itself less sure. */
export const riskUncertainty = list({
  id: 'riskUncertainty',
  ...first,
  basis: 'I',
  codes: ['single_source', 'stale_information', 'no_contact_since', 'perpetrator_intent_unclear', 'other'],
})

/** What can happen to make an assessment old at once (events that call for a review before the timer does). */
export const riskEvent = list({
  id: 'riskEvent',
  ...first,
  basis: 'I',
  codes: ['arrest', 'threat', 'travel', 'hearing', 'public_mention', 'visit', 'exposure', 'other'],
})

/** What our own step might set off. */
export const possibleHarm = list({
  id: 'possibleHarm',
  ...first,
  basis: 'I',
  codes: [
    'more_attention_from_perpetrator',
    'retaliation_on_family',
    'loss_of_access',
    'exposure_of_source',
    'judicial_prejudice',
    'loss_of_livelihood',
    're_traumatisation',
    'loss_of_other_protection',
    'false_expectation',
    'other',
  ],
})
