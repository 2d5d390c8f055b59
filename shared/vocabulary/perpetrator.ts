import { first, grouped, list } from './list.ts'

/** Whether the State, somebody else or both are alleged to be behind the act. `unknown` is a full answer. */
export const perpetratorClass = list({
  id: 'perpetratorClass',
  ...first,
  basis: 'S',
  codes: ['state', 'non_state', 'mixed_or_acquiescence', 'unknown'],
})

/** Which kind of authority, group or person (HURIDOCS list 24, adapted). The groups are those of the class. */
export const perpetratorKind = grouped({
  id: 'perpetratorKind',
  ...first,
  open: true,
  basis: 'S',
  groups: {
    state: [
      'head_of_state_or_government',
      'minister_or_senior_official',
      'legislature_member',
      'judiciary',
      'prosecutor',
      'police',
      'military',
      'gendarmerie_or_border',
      'intelligence_service',
      'prison_service',
      'immigration_or_passport',
      'local_authority',
      'regulator_or_registrar',
      'tax_or_finance_authority',
      'state_media',
      'diplomatic_mission',
      'delegation_in_UN_meeting',
      'state_owned_enterprise',
      'national_security_court',
      'other_state',
    ],
    non_state: [
      'armed_group',
      'paramilitary_or_pro_government_militia',
      'de_facto_authority',
      'criminal_group',
      'private_security',
      'corporation_national',
      'corporation_transnational',
      'landowner',
      'employer',
      'religious_leader',
      'community_leader',
      'family_member',
      'pro_government_ngo_or_media',
      'online_account_anonymous',
      'private_individual',
      'crowd_or_mob',
      'other_non_state',
    ],
  },
  last: ['unknown'],
})

/** What part the perpetrator is alleged to have had (HURIDOCS list 18). */
export const involvement = list({
  id: 'involvement',
  ...first,
  basis: 'S',
  codes: [
    'carried_out',
    'ordered',
    'planned',
    'present',
    'accomplice',
    'failed_to_prevent',
    'failed_to_act_on_knowledge',
    'authored_law_or_policy',
    'implemented_law_or_policy',
    'public_incitement',
    'tolerated',
    'suspected',
    'other',
    'unknown',
  ],
})
