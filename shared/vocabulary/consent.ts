import { first, list } from './list.ts'

/** What the person is asked to agree to, one answer each. No `other`: a purpose that was not named was not agreed to. */
export const purpose = list({
  id: 'purpose',
  ...first,
  basis: 'I',
  codes: [
    'keep_record',
    'contact_victim_again',
    'verify_with_third_parties',
    'share_inside_office',
    'share_UN_country_presence',
    'share_ASG_focal_team',
    'share_UN_security',
    'bilateral_with_state_without_name',
    'bilateral_with_state_with_name',
    'letter_to_state_named',
    'letter_to_state_unnamed',
    'treaty_body_transmission',
    'HRC_President_or_Bureau',
    'third_government_or_embassy',
    'ngo_protection_network',
    'national_institution',
    'court_or_bar_intervention',
    'media_or_public_statement',
    'sg_report_named',
    'sg_report_anonymised',
    'sg_report_trend_only',
    'statistics_only',
    'investigation_body_or_accountability',
    'interpreter_or_translator',
    'onward_transfer',
    'retention_after_closure',
    'photo_or_voice_use',
  ],
})

/** Who would receive it. No `other`: who receives must be known when the person is asked. Last: the person themself. */
export const recipientClass = list({
  id: 'recipientClass',
  ...first,
  basis: 'I',
  codes: [
    'same_office',
    'UN_entity',
    'UN_expert',
    'member_state_concerned',
    'member_state_other',
    'regional_body',
    'ngo',
    'lawyer',
    'medical',
    'media',
    'public',
    'court',
    'person_concerned',
  ],
})

/** How it would travel. */
export const channel = list({
  id: 'channel',
  ...first,
  basis: 'I',
  codes: [
    'in_person',
    'phone',
    'encrypted_message',
    'sealed_paper',
    'UN_document',
    'diplomatic_note',
    'website',
    'broadcast',
  ],
})

/** How much of who the person is may show, most exposing first. `none` shows nothing about the person. */
export const identityLevel = list({
  id: 'identityLevel',
  ...first,
  basis: 'I',
  codes: ['full_name', 'initials', 'role_only', 'role_and_region', 'group_only', 'aggregate_only', 'none'],
})

/** How much of the case. `selected_facts` and `one_document` say which in words. */
export const scopeOfContent = list({
  id: 'scopeOfContent',
  ...first,
  basis: 'I',
  codes: ['whole_case', 'selected_facts', 'one_document', 'outcome_only'],
})

/** What the person answered. Only `given` and `given_with_conditions` open anything. */
export const decision = list({
  id: 'decision',
  ...first,
  basis: 'I',
  codes: ['given', 'given_with_conditions', 'refused', 'withdrawn', 'not_asked', 'expired', 'superseded'],
})

/** How the answer was given. `implied_not_accepted` records what somebody took for consent and is not. */
export const form = list({
  id: 'form',
  ...first,
  basis: 'I',
  codes: [
    'written',
    'oral_recorded',
    'oral_witnessed',
    'gesture_or_thumbprint',
    'representative',
    'implied_not_accepted',
  ],
})

/** Who answered. */
export const givenBy = list({
  id: 'givenBy',
  ...first,
  basis: 'I',
  codes: [
    'victim',
    'guardian',
    'representative',
    'family_of_missing_or_deceased',
    'best_interest_decision',
    'next_of_kin',
  ],
})

/** On what conditions. */
export const condition = list({
  id: 'condition',
  ...first,
  basis: 'I',
  codes: [
    'only_after_date',
    'only_if_state_unnamed',
    'not_before_trial_ends',
    'show_me_text_first',
    'stop_if_contact_lost',
    'no_family_mention',
    'other',
  ],
})
