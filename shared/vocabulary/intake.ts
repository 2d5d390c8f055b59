import { first, list } from './list.ts'

/** How the allegation reached the office. */
export const intakeChannel = list({
  id: 'intakeChannel',
  ...first,
  open: true,
  basis: 'I',
  codes: [
    'mailbox',
    'in_person',
    'phone',
    'secure_messenger',
    'letter',
    'referral_from_un_entity',
    'special_procedures_form',
    'ngo',
    'social_media',
    'other',
    'unknown',
  ],
})

/** How the person who reported is related to the person who was harmed (HURIDOCS list 19). */
export const reporterRelation = list({
  id: 'reporterRelation',
  ...first,
  basis: 'S',
  codes: [
    'self',
    'relative',
    'lawyer',
    'colleague',
    'ngo_representing',
    'witness',
    'un_staff',
    'journalist',
    'other',
    'unknown',
  ],
})

/** By what right the person who reported acts for the person who was harmed. */
export const mandateToAct = list({
  id: 'mandateToAct',
  ...first,
  basis: 'S',
  codes: ['oral', 'written', 'power_of_attorney', 'none', 'unknown'],
})
