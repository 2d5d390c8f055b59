import { first, list } from './list.ts'

/** How the person engaged, or tried to engage, with the United Nations. */
export const cooperationType = list({
  id: 'cooperationType',
  ...first,
  open: true,
  basis: 'S',
  codes: [
    'shared_information',
    'written_submission',
    'individual_complaint',
    'testimony_or_interview',
    'urgent_action_request',
    'attended_meeting',
    'spoke_at_meeting_or_side_event',
    'attended_training',
    'upr_submission_or_pre_session',
    'treaty_body_report_or_dialogue',
    'met_visiting_official_or_expert',
    'met_field_presence',
    'cooperated_with_investigation',
    'briefed_security_council',
    'applied_for_accreditation',
    'received_un_grant',
    'social_media_about_un_engagement',
    'legal_or_other_assistance_to_cooperator',
    'published_un_related_statement',
    'hosted_or_facilitated_un_visit',
    'relayed_information_for_others',
    'other',
    'unknown',
  ],
  except: {
    K: ['published_un_related_statement', 'hosted_or_facilitated_un_visit'],
    I: ['relayed_information_for_others'],
  },
})

/** Whether the engagement took place. Attempts, plans and mere belief count. */
export const cooperationStatus = list({
  id: 'cooperationStatus',
  ...first,
  basis: 'S',
  codes: ['completed', 'ongoing', 'attempted', 'planned', 'perceived_only', 'unknown'],
})

/** Whether others could know of the engagement. */
export const publicity = list({
  id: 'publicity',
  ...first,
  basis: 'S',
  codes: ['public', 'confidential_but_leaked', 'confidential', 'unknown'],
})
