import type { ConsentDecision } from '../consent/model.ts'
import type { Claim } from '../evidence/claim.ts'
import { standingOf } from '../evidence/rules.ts'
import type { Verified } from '../evidence/rules.ts'
import type { Code } from '../vocabulary/index.ts'
import type { Element, OutwardGate } from './model.ts'

type Purpose = ConsentDecision['purpose']

/** What is meant for everybody to read (G4). No override ever opens it. */
export const publicPurposes: readonly Purpose[] = [
  'media_or_public_statement',
  'sg_report_named',
  'sg_report_anonymised',
  'sg_report_trend_only',
]

/** What tells a State a name (G3): the link and the facts must bear it. */
const namingPurposes: readonly Purpose[] = ['letter_to_state_named', 'bilateral_with_state_with_name']

/** What promises that no name is told. A level noted beside it that shows more does not break the promise. */
const namelessPurposes: readonly Purpose[] = [
  'bilateral_with_state_without_name',
  'letter_to_state_unnamed',
  'sg_report_anonymised',
  'sg_report_trend_only',
  'statistics_only',
]

export const isNameless = ({ purpose }: Pick<Address, 'purpose'>): boolean =>
  namelessPurposes.includes(purpose)

export const isName = (element: Element): boolean => element === 'name' || element === 'initials'

const publicRecipients: readonly ConsentDecision['recipient'][] = ['media', 'public']
const publicChannels: readonly ConsentDecision['channel'][] = ['website', 'broadcast']

type Address = Pick<ConsentDecision, 'purpose' | 'recipient' | 'channel'>

/** Whether something told so can be read by everybody, whatever it is called. */
export const isPublic = ({ purpose, recipient, channel }: Address): boolean =>
  publicPurposes.includes(purpose) || publicRecipients.includes(recipient) || publicChannels.includes(channel)

/**
 * Whether it has one reader who is somebody else: what everybody reads is published (G4), and what the person themself
 * receives is a paper or a talk. A package goes to neither.
 */
export const hasOneReader = ({ recipient, channel }: Pick<Address, 'recipient' | 'channel'>): boolean =>
  recipient !== 'person_concerned' &&
  !publicRecipients.includes(recipient) &&
  !publicChannels.includes(channel)

export const tellsName = ({ purpose }: Pick<Address, 'purpose'>): boolean => namingPurposes.includes(purpose)

/** Whether it goes to the person it is about, or asks something of them: then it must be safe to reach them (G1, G8). */
export const reachesPerson = ({ purpose, recipient }: Address): boolean =>
  purpose === 'contact_victim_again' || recipient === 'person_concerned'

/** What says something to somebody, and so asks nobody to verify it, whatever its purpose is called. */
const letters: readonly Code<'action'>[] = [
  'confidential_quiet_diplomacy',
  'diplomatic_intervention',
  'allegation_letter',
  'urgent_appeal',
  'other_letter_law',
  'joint_letter',
  'letter_unnamed',
  'note_verbale',
  'demarche_talking_points',
  'referral_letter',
]

/** The gate an action goes through: to third parties (G2), to everybody (G4), or to anybody else (G3). */
export function gateOfAction(
  address: Address,
  kind: Code<'action'> | null = null,
): Exclude<OutwardGate, 'G5'> {
  if (isPublic(address)) return 'G4'
  const isLetter = kind !== null && letters.includes(kind)
  return address.purpose === 'verify_with_third_parties' && !isLetter ? 'G2' : 'G3'
}

/**
 * Whether somebody else must approve. Asking third parties names no approver (G2), and what only the person themself
 * receives is told to nobody (ADR 0015). What tells one person of another is told to somebody.
 *
 * @param people how many persons it tells of.
 */
export const needsApproval = (gate: OutwardGate, { recipient }: Address, people: number): boolean =>
  gate !== 'G2' && (recipient !== 'person_concerned' || people > 1)

const strongEnough: readonly (Code<'linkGrade'> | null)[] = ['plausible', 'strong', 'explicit']
type Status = Code<'verificationStatus'>
const corroborated: readonly Status[] = [
  'corroborated_one_independent',
  'corroborated_two_plus',
  'official_document_seen',
]
const consistent: readonly Status[] = ['consistent_uncorroborated', ...corroborated]

/** What is known of the case beside consent and risk. */
export interface Proof {
  /** The graded link between engagement and act; `null` while nobody graded it. */
  readonly link: Code<'linkGrade'> | null
  /** Verification of each act that would be told; empty when none is told. */
  readonly acts: readonly ActProof[]
}

/** How far the claims about one act were verified. */
export interface ActProof {
  readonly status: Status
  /** Sources that support it, independent of each other. */
  readonly support: number
}

/** A State that denies what others support does not take the support away. */
const isConsistent = ({ status, support }: ActProof) =>
  consistent.includes(status) || (status === 'contested_by_state' && support > 0)

/** What the facts do not bear. */
export type ProofLack = 'link-too-weak' | 'not-verified-enough'

/**
 * What the facts do not bear: for naming somebody to a State (G3), and for publication (G4).
 *
 * @param naming whether a name is told to the State concerned: as its purpose says, or as it turns out.
 */
export function proofLacks(
  { link, acts }: Proof,
  address: Address,
  naming: boolean = tellsName(address),
): ProofLack[] {
  const publishing = isPublic(address)
  const enough = publishing ? ({ status }: ActProof) => corroborated.includes(status) : isConsistent
  return [
    ...(naming && !strongEnough.includes(link) ? (['link-too-weak'] as const) : []),
    ...((naming || publishing) && !(acts.length > 0 && acts.every(enough))
      ? (['not-verified-enough'] as const)
      : []),
  ]
}

const order: readonly Status[] = [
  'refuted',
  'partly_refuted',
  'not_assessed',
  'unverifiable',
  'under_verification',
  'contested_by_state',
  'consistent_uncorroborated',
  'corroborated_one_independent',
  'official_document_seen',
  'corroborated_two_plus',
]

/** The verification of one act: its weakest claim; nothing assessed when there is no claim about it. */
export function actProof(actId: string, { verification }: Pick<Verified, 'verification'>): ActProof {
  const about = ({ about: it }: Claim) => 'actId' in it && it.actId === actId
  const standings = verification.claims.filter(about).map(claim => standingOf(claim, verification))
  const weakest = standings.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))[0]
  return weakest
    ? { status: weakest.status, support: weakest.support }
    : { status: 'not_assessed', support: 0 }
}
