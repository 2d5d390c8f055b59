import type { Code } from '../vocabulary/index.ts'
import type { ActionDraft } from './model.ts'

/** To whom, for what, how and with how much of it an action usually goes out. */
export type UsualAddress = Pick<ActionDraft, 'purpose' | 'recipient' | 'channel' | 'identityLevel' | 'facts'>

const whatHappened: UsualAddress['facts'] = ['who', 'engagement', 'acts']
const whatThreatens: UsualAddress['facts'] = ['who', 'situation', 'danger']

const quiet: UsualAddress = {
  purpose: 'bilateral_with_state_without_name',
  recipient: 'member_state_concerned',
  channel: 'in_person',
  identityLevel: 'group_only',
  facts: ['engagement', 'acts'],
}
const letterNamed: UsualAddress = {
  purpose: 'letter_to_state_named',
  recipient: 'member_state_concerned',
  channel: 'diplomatic_note',
  identityLevel: 'full_name',
  facts: whatHappened,
}
const letterUnnamed: UsualAddress = {
  ...letterNamed,
  purpose: 'letter_to_state_unnamed',
  identityLevel: 'group_only',
}
const experts: UsualAddress = { ...letterNamed, recipient: 'UN_expert', channel: 'UN_document' }
const security: UsualAddress = {
  purpose: 'share_UN_security',
  recipient: 'UN_entity',
  channel: 'in_person',
  identityLevel: 'role_and_region',
  facts: whatThreatens,
}
const presence: UsualAddress = {
  purpose: 'share_UN_country_presence',
  recipient: 'UN_entity',
  channel: 'encrypted_message',
  identityLevel: 'role_and_region',
  facts: [...whatHappened, 'danger'],
}
const focalTeam: UsualAddress = { ...presence, purpose: 'share_ASG_focal_team' }
const office: UsualAddress = { ...presence, purpose: 'share_inside_office', recipient: 'same_office' }
const embassy: UsualAddress = {
  purpose: 'third_government_or_embassy',
  recipient: 'member_state_other',
  channel: 'in_person',
  identityLevel: 'role_only',
  facts: whatHappened,
}
const network: UsualAddress = {
  purpose: 'ngo_protection_network',
  recipient: 'ngo',
  channel: 'encrypted_message',
  identityLevel: 'role_and_region',
  facts: whatThreatens,
}
const bodies: UsualAddress = {
  purpose: 'onward_transfer',
  recipient: 'UN_entity',
  channel: 'UN_document',
  identityLevel: 'role_only',
  facts: whatHappened,
}
const court: UsualAddress = {
  purpose: 'court_or_bar_intervention',
  recipient: 'court',
  channel: 'in_person',
  identityLevel: 'full_name',
  facts: whatHappened,
}
const publicly: UsualAddress = {
  purpose: 'media_or_public_statement',
  recipient: 'public',
  channel: 'broadcast',
  identityLevel: 'group_only',
  facts: ['engagement', 'acts'],
}
const report: UsualAddress = {
  purpose: 'sg_report_anonymised',
  recipient: 'public',
  channel: 'UN_document',
  identityLevel: 'role_only',
  facts: whatHappened,
}
const withThem: UsualAddress = {
  purpose: 'contact_victim_again',
  recipient: 'person_concerned',
  channel: 'in_person',
  identityLevel: 'group_only',
  facts: ['situation', 'danger', 'wishes'],
}

const usual: Readonly<Partial<Record<Code<'action'>, UsualAddress>>> = {
  confidential_quiet_diplomacy: quiet,
  interactive_dialogue_question: publicly,
  national_institution_referral: {
    ...quiet,
    purpose: 'national_institution',
    channel: 'sealed_paper',
    identityLevel: 'role_only',
    facts: whatHappened,
  },
  raise_with_head_of_field_mission: presence,
  raise_with_HC: office,
  raise_with_ASG: focalTeam,
  document_for_public_reporting: report,
  third_government_support: embassy,
  HRC_President: { ...bodies, purpose: 'HRC_President_or_Bureau' },
  GA_President_or_body: bodies,
  Security_Council: bodies,
  regional_mechanism: { ...bodies, recipient: 'regional_body', channel: 'encrypted_message' },
  CoI_FFM: { ...bodies, purpose: 'investigation_body_or_accountability', recipient: 'UN_expert' },
  special_procedures: experts,
  treaty_bodies: { ...bodies, purpose: 'treaty_body_transmission', recipient: 'UN_expert' },
  consult_focal_point_protection: focalTeam,
  un_security_officials: security,
  diplomatic_intervention: quiet,
  civil_society_network_referral: network,
  emergency_line_24h: withThem,
  emergency_relocation: security,
  trial_monitoring: court,
  physical_protection: security,
  replace_communication_equipment: withThem,
  financial_support: withThem,
  public_advocacy: publicly,
  risk_threat_assessment: withThem,
  self_protection_support: withThem,
  engage_national_authorities: quiet,
  strengthen_civil_society_network: network,
  ngo_cooperation: network,
  diplomatic_missions: embassy,
  un_agency_cooperation: presence,
  voluntary_fund_torture: { ...bodies, channel: 'encrypted_message', identityLevel: 'full_name' },
  peace_operation_protection: security,
  shelter_on_un_premises: security,
  national_judicial_protection_measures: { ...court, channel: 'sealed_paper' },
  special_procedures_action: experts,
  sg_annual_report: report,
  relocation: security,
  discretion_or_visibility_decision: withThem,
  escort_or_accompaniment: security,
  field_visit_visibility: presence,
  allegation_letter: letterNamed,
  urgent_appeal: { ...letterNamed, facts: [...whatHappened, 'situation', 'danger'] },
  other_letter_law: { ...letterUnnamed, facts: ['engagement', 'acts'] },
  joint_letter: letterNamed,
  letter_unnamed: letterUnnamed,
  note_verbale: { ...quiet, channel: 'diplomatic_note' },
  demarche_talking_points: quiet,
  press_statement: { ...publicly, recipient: 'media' },
  country_report_paragraph: { ...publicly, channel: 'website' },
  sg_report_entry: report,
  brief_to_senior_official: presence,
  referral_letter: { ...bodies, channel: 'sealed_paper', identityLevel: 'role_and_region' },
}

/**
 * The address an action of this kind usually has, as a beginning that is looked at and changed: `null` where nothing is
 * usual (other, armed groups, kinds of this vault alone). A working aid of this program; no source prescribes it. It
 * proposes the least of who somebody is that the kind can do with.
 */
export const usualAddress = (kind: Code<'action'>): UsualAddress | null => usual[kind] ?? null
