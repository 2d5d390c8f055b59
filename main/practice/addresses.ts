import type { ActionDraft } from '../../shared/action/model.ts'
import { usualAddress } from '../../shared/action/usual.ts'
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
  contact_victim_again: { ...inPerson, recipient: 'person_concerned' },
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

/** Purposes that say the same with more or less of who somebody is, the most telling first. */
const families: readonly (readonly Purpose[])[] = [
  ['bilateral_with_state_with_name', 'bilateral_with_state_without_name'],
  ['letter_to_state_named', 'letter_to_state_unnamed'],
  ['sg_report_named', 'sg_report_anonymised', 'sg_report_trend_only'],
]

/** To which role or office something for a purpose goes; never a name. */
const roles: Readonly<Partial<Record<Purpose, string>>> = {
  bilateral_with_state_with_name: 'Permanent mission of the State concerned',
  bilateral_with_state_without_name: 'Permanent mission of the State concerned',
  letter_to_state_named: 'Permanent mission of the State concerned',
  letter_to_state_unnamed: 'Permanent mission of the State concerned',
  sg_report_named: 'Secretariat of the annual report',
  sg_report_anonymised: 'Secretariat of the annual report',
  sg_report_trend_only: 'Secretariat of the annual report',
  share_UN_country_presence: 'Head of presence',
  share_UN_security: 'United Nations security official',
  share_ASG_focal_team: 'Office of the Assistant Secretary-General',
  HRC_President_or_Bureau: 'President of the Human Rights Council',
  ngo_protection_network: 'Protection network',
  third_government_or_embassy: 'Embassy of a third State',
  treaty_body_transmission: 'Focal point of the treaty body',
  national_institution: 'National human rights institution',
  court_or_bar_intervention: 'Trial observer',
  media_or_public_statement: 'Spokesperson',
  contact_victim_again: 'The person concerned',
}

/**
 * For what, to which role and with which facts a pattern means a measure of this kind.
 *
 * Of purposes that differ only in how much of who somebody is they show, the first that was agreed to counts, else the
 * first that was asked about, else the second, which shows less.
 */
export function wayFor(
  { consents }: Pick<Pattern, 'consents'>,
  kind: Code<'action'>,
): Pick<ActionDraft, 'purpose' | 'to' | 'facts'> {
  const { purpose: first, facts } = usualAddress(kind) ?? { purpose: 'share_inside_office', facts: ['acts'] }
  const family = families.find(purposes => purposes.includes(first)) ?? [first]
  const answered = family.filter(purpose => consents.some(one => one.purpose === purpose))
  const agreed = answered.find(purpose =>
    consents.some(one => one.purpose === purpose && isYes(one.decision)),
  )
  const purpose = agreed ?? answered[0] ?? family[1] ?? first
  return { purpose, to: roles[purpose] ?? 'Receiving office', facts }
}

const isYes = (decision: string) => decision === 'given' || decision === 'given_with_conditions'
