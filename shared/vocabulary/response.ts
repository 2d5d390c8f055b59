import { first, list } from './list.ts'

/** How the State answered. */
export const stateResponse = list({
  id: 'stateResponse',
  ...first,
  basis: 'K',
  codes: [
    'none',
    'acknowledged_only',
    'requested_time',
    'requested_details',
    'reply_general_law_only',
    'reply_partial',
    'reply_substantive',
    'denies_facts',
    'denies_link_to_UN',
    'justifies_by_law_or_security',
    'contests_report_or_attacks_source',
    'investigation_announced',
    'investigation_opened',
    'measures_announced',
    'victim_released_or_restored',
    'other',
    'unknown',
  ],
})

/** How far the answer of the State meets what was asked. Needs a reason and somebody who says so. */
export const responseAdequacy = list({
  id: 'responseAdequacy',
  ...first,
  basis: 'I',
  codes: ['adequate', 'partly_adequate', 'inadequate', 'none'],
})

/** What has become of the person since. */
export const outcomeForVictim = list({
  id: 'outcomeForVictim',
  ...first,
  basis: 'I',
  codes: [
    'released',
    'charges_dropped',
    'acquitted',
    'sentence_reduced',
    'travel_restored',
    'documents_returned',
    'reinstated',
    'licence_restored',
    'ngo_restored',
    'safe_relocated',
    'still_detained',
    'still_in_hiding',
    'still_at_risk',
    'worsened',
    'deceased',
    'missing',
    'other',
    'unknown',
  ],
})

/** What has been done about those responsible and for those harmed. */
export const accountability = list({
  id: 'accountability',
  ...first,
  basis: 'I',
  codes: [
    'none',
    'denial',
    'internal_inquiry',
    'criminal_investigation',
    'prosecution',
    'conviction',
    'disciplinary',
    'command_removed',
    'independent_inquiry',
    'treaty_body_finding',
    'wgad_opinion',
    'court_finding',
    'apology',
    'guarantee_of_non_repetition',
    'compensation_full',
    'compensation_partial',
    'compensation_none',
    'rehabilitation',
    'law_repealed_or_amended',
    'other',
    'unknown',
  ],
  except: { S: ['compensation_full', 'compensation_partial', 'compensation_none'] },
})
