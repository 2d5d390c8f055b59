import type { ConsentDraft } from '../../shared/consent/model.ts'
import type { Code } from '../../shared/vocabulary/index.ts'
import type { Pattern } from './pattern.ts'

/** To whom, how, and showing how much of who somebody is. */
export type Usual = Pick<ConsentDraft, 'recipient' | 'channel' | 'identityLevel'>

type Purpose = Code<'purpose'>

const inside: Usual = {
  recipient: 'UN_entity',
  channel: 'encrypted_message',
  identityLevel: 'role_and_region',
}
const printed = { recipient: 'public', channel: 'UN_document' } as const
const toState = { recipient: 'member_state_concerned', channel: 'diplomatic_note' } as const
const inPerson = { channel: 'in_person', identityLevel: 'role_and_region' } as const

const usual: Readonly<Partial<Record<Purpose, Usual>>> = {
  share_inside_office: { ...inside, recipient: 'same_office' },
  sg_report_named: { ...printed, identityLevel: 'full_name' },
  sg_report_anonymised: { ...printed, identityLevel: 'group_only' },
  sg_report_trend_only: { ...printed, identityLevel: 'aggregate_only' },
  statistics_only: { ...printed, identityLevel: 'aggregate_only' },
  letter_to_state_named: { ...toState, identityLevel: 'full_name' },
  letter_to_state_unnamed: { ...toState, identityLevel: 'group_only' },
  bilateral_with_state_with_name: { ...toState, channel: 'in_person', identityLevel: 'full_name' },
  bilateral_with_state_without_name: { ...toState, channel: 'in_person', identityLevel: 'group_only' },
  third_government_or_embassy: { ...inPerson, recipient: 'member_state_other' },
  ngo_protection_network: { ...inside, recipient: 'ngo' },
  national_institution: { ...inPerson, recipient: 'ngo' },
  court_or_bar_intervention: { ...inPerson, recipient: 'court' },
  treaty_body_transmission: { ...inside, recipient: 'UN_expert' },
  investigation_body_or_accountability: { ...inside, recipient: 'UN_expert' },
  onward_transfer: { ...inside, recipient: 'regional_body' },
  media_or_public_statement: { recipient: 'public', channel: 'website', identityLevel: 'full_name' },
}

/** The usual way for a purpose, where a pattern does not say to whom and how. */
export const usualFor = (purpose: Purpose): Usual => usual[purpose] ?? inside

/** The way a pattern means for a purpose: what its answer says of it, else the usual. */
export function addressFor({ consents }: Pick<Pattern, 'consents'>, purpose: Purpose): Usual {
  const said = consents.find(one => one.purpose === purpose)
  const { recipient, channel, identityLevel } = usualFor(purpose)
  return {
    recipient: said?.recipient ?? recipient,
    channel: said?.channel ?? channel,
    identityLevel: said?.identityLevel ?? identityLevel,
  }
}

/**
 * Where a measure goes: for what, and to which role or office. Of several purposes the first that was agreed to counts,
 * else the first that was asked about, else the second, which shows less.
 */
interface Way {
  readonly purposes: readonly [Purpose, ...Purpose[]]
  readonly to: string
}

const way = (to: string, ...purposes: Way['purposes']): Way => ({ to, purposes })

const toTheState = way(
  'Permanent mission of the State concerned',
  'bilateral_with_state_with_name',
  'bilateral_with_state_without_name',
)
const letter = way(
  'Permanent mission of the State concerned',
  'letter_to_state_named',
  'letter_to_state_unnamed',
)
const report = way(
  'Secretariat of the annual report',
  'sg_report_named',
  'sg_report_anonymised',
  'sg_report_trend_only',
)
const presence = way('Head of presence', 'share_UN_country_presence')
const security = way('United Nations security official', 'share_UN_security')
const networks = way('Protection network', 'ngo_protection_network')
const open = way('Spokesperson', 'media_or_public_statement')
const senior = way('Office of the Assistant Secretary-General', 'share_ASG_focal_team')
const bureau = way('President of the Human Rights Council', 'HRC_President_or_Bureau')
const embassies = way('Embassy of a third State', 'third_government_or_embassy')
const office = way('Protection officer', 'share_inside_office')

const ways: Readonly<Partial<Record<Code<'action'>, Way>>> = {
  confidential_quiet_diplomacy: toTheState,
  interactive_dialogue_question: toTheState,
  diplomatic_intervention: toTheState,
  engage_national_authorities: toTheState,
  national_judicial_protection_measures: toTheState,
  demarche_talking_points: toTheState,
  note_verbale: toTheState,
  special_procedures: letter,
  special_procedures_action: letter,
  allegation_letter: letter,
  urgent_appeal: letter,
  joint_letter: letter,
  letter_unnamed: way('Permanent mission of the State concerned', 'letter_to_state_unnamed'),
  other_letter_law: way('Permanent mission of the State concerned', 'letter_to_state_unnamed'),
  sg_annual_report: report,
  sg_report_entry: report,
  document_for_public_reporting: report,
  country_report_paragraph: report,
  raise_with_head_of_field_mission: presence,
  un_agency_cooperation: presence,
  peace_operation_protection: presence,
  shelter_on_un_premises: presence,
  brief_to_senior_official: presence,
  raise_with_HC: senior,
  raise_with_ASG: senior,
  consult_focal_point_protection: senior,
  Security_Council: senior,
  HRC_President: bureau,
  GA_President_or_body: bureau,
  treaty_bodies: way('Focal point of the treaty body', 'treaty_body_transmission'),
  CoI_FFM: way('Secretariat of the commission of inquiry', 'investigation_body_or_accountability'),
  third_government_support: embassies,
  diplomatic_missions: embassies,
  national_institution_referral: way('National human rights institution', 'national_institution'),
  regional_mechanism: way('Secretariat of the regional body', 'onward_transfer'),
  referral_letter: way('Receiving office', 'onward_transfer'),
  trial_monitoring: way('Trial observer', 'court_or_bar_intervention'),
  un_security_officials: security,
  physical_protection: security,
  escort_or_accompaniment: security,
  emergency_relocation: security,
  relocation: security,
  civil_society_network_referral: networks,
  ngo_cooperation: networks,
  strengthen_civil_society_network: networks,
  emergency_line_24h: networks,
  financial_support: networks,
  voluntary_fund_torture: networks,
  public_advocacy: open,
  press_statement: open,
  field_visit_visibility: open,
}

/** For what, and to which role, a pattern means a measure of this kind. */
export function wayFor(
  { consents }: Pick<Pattern, 'consents'>,
  kind: Code<'action'>,
): { readonly purpose: Purpose; readonly to: string } {
  const { purposes, to } = ways[kind] ?? office
  const answered = purposes.filter(purpose => consents.some(one => one.purpose === purpose))
  const agreed = answered.find(purpose =>
    consents.some(one => one.purpose === purpose && isYes(one.decision)),
  )
  return { purpose: agreed ?? answered[0] ?? purposes[1] ?? purposes[0], to }
}

const isYes = (decision: string) => decision === 'given' || decision === 'given_with_conditions'
