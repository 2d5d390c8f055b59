import { first, list } from './list.ts'

/** What the act was for. Both can hold at once: punish the past and deter the future. */
export const classification = list({
  id: 'classification',
  ...first,
  basis: 'S',
  codes: ['intimidation', 'reprisal'],
})

/** Whom or what the act was aimed at (HURIDOCS list 7). */
export const targetLevel = list({
  id: 'targetLevel',
  ...first,
  basis: 'S',
  codes: [
    'individual',
    'family',
    'organization',
    'group',
    'community',
    'systemic_law_or_policy',
    'other',
    'unknown',
  ],
})

/** Where the person and the United Nations were in contact. */
export const engagementLocus = list({
  id: 'engagementLocus',
  ...first,
  basis: 'S',
  codes: ['in_country', 'abroad_or_UN_premises', 'remote_or_online', 'unknown'],
})

/** Whether the act happened offline, online or both. */
export const actDomain = list({
  id: 'actDomain',
  ...first,
  basis: 'S',
  codes: ['offline', 'online', 'both', 'unknown'],
})

/** Signs that an act is connected with the engagement. All that apply. */
export const linkIndicator = list({
  id: 'linkIndicator',
  ...first,
  basis: 'I',
  codes: [
    'perpetrator_mentioned_un_contact',
    'questioned_about_un_contact',
    'official_document_cites_it',
    'timing',
    'prevents_engagement',
    'public_smear_mentions_it',
    'same_pattern_against_others',
    'un_material_confiscated',
    'threat_through_relatives_or_employer',
    'law_targets_international_contacts',
    'un_body_identified_reprisal',
    'victim_own_assessment',
    'other',
  ],
})

/** How firmly the act is connected with the engagement, weakest first. `none` leaves the link not established. */
export const linkGrade = list({
  id: 'linkGrade',
  ...first,
  basis: 'I',
  codes: ['none', 'weak', 'plausible', 'strong', 'explicit'],
})
