import type { RefusalCode } from '../refusal.ts'
import type { Duty } from '../vault/model.ts'
import type { Code } from '../vocabulary/index.ts'
import type { Address } from './consent.ts'
import type { Finding, GateReason, GrantedOverride, OutwardGate } from './model.ts'
import { isPublic } from './needs.ts'

/** What of an item an override is judged by. */
interface Overridable extends Address {
  readonly gate: OutwardGate
  readonly content: string
  readonly overrides: readonly GrantedOverride[]
}

/**
 * The overrides that count for an item as it is now, the latest first.
 *
 * Each was granted for this gate and for exactly this content. Nothing ever opens publication (6.2, G4).
 */
export function overridesNow({ gate, content, overrides, ...address }: Overridable): GrantedOverride[] {
  if (gate === 'G4' || isPublic(address)) return []
  return overrides.filter(one => one.gate === gate && one.of === content).toReversed()
}

const consentReasons: readonly GateReason[] = [
  'not-asked',
  'refused',
  'withdrawn',
  'expired',
  'talk-incomplete',
  'other-content-only',
  'other-identity-level-only',
  'condition-not-met',
  'condition-not-yet',
  'best-interest-only-life-saving',
]

const saidNo: readonly GateReason[] = ['refused', 'withdrawn']

/** What two people may stand in for to save a life: the answers, the proof and the approval that others would give. */
const byTwo: readonly GateReason[] = [
  ...consentReasons,
  'link-too-weak',
  'not-verified-enough',
  'approval-none',
  'approval-of-something-else',
  'approval-by-author',
]

/** What each override stands in for. A file's never for a "no" (G5); publication has none. */
const lifts: Readonly<Record<OutwardGate, readonly GateReason[]>> = {
  G2: byTwo,
  G3: byTwo,
  G4: [],
  G5: consentReasons.filter(reason => !saidNo.includes(reason)),
}

/** What waits when two people have decided: a warning alone never asks for an override, and never holds one up. */
const waits: readonly GateReason[] = ['together-unanswered']

/**
 * Whether an override stands in for what a finding says is missing.
 *
 * It replaces what somebody else would have to give. It never replaces our own thinking: the assessment of the danger
 * and the do-no-harm check are made in minutes and are never skipped (ADR 0015).
 */
export const liftedBy = (
  granted: readonly Pick<GrantedOverride, 'gate'>[],
  { reason }: Pick<Finding, 'reason'>,
): boolean => granted.some(one => [...lifts[one.gate], ...waits].includes(reason))

/** Whether there is anything in the way that an override could stand in for. */
export const canLift = (gate: OutwardGate, findings: readonly Pick<Finding, 'reason'>[]): boolean =>
  findings.some(({ reason }) => lifts[gate].includes(reason))

/** Measures that can save a life today (5.2, 5.4): only for these may two people act without consent. */
export const lifeSaving: readonly Code<'action'>[] = [
  'consult_focal_point_protection',
  'un_security_officials',
  'diplomatic_intervention',
  'emergency_line_24h',
  'emergency_relocation',
  'physical_protection',
  'shelter_on_un_premises',
  'relocation',
  'escort_or_accompaniment',
  'urgent_appeal',
]

/** Whether a step is one of those for which people may act on somebody's behalf: life-saving, and read by nobody else. */
export const isLifeSaving = (kind: Code<'action'> | null, address: Address): boolean =>
  kind !== null && lifeSaving.includes(kind) && !isPublic(address)

/** Somebody who asks for an override, or grants one. */
export interface Overrider {
  readonly role: string
  readonly duties: readonly Duty[]
}

/** What an override would be for. */
export interface OverrideFor extends Address {
  readonly gate: OutwardGate
  /** The kind of action; `null` for a file. */
  readonly kind: Code<'action'> | null
  /** Everything that stands in the way now. */
  readonly findings: readonly Pick<Finding, 'reason'>[]
}

const byDuty = (wanted: readonly Duty[], { duties }: Overrider) => duties.some(duty => wanted.includes(duty))

/** Who may ask: for a file the focal point, who grants it at once; else either of the two who decide. */
const askers = (gate: OutwardGate): readonly Duty[] =>
  gate === 'G5' ? ['focal_point'] : ['focal_point', 'head_of_presence']

/**
 * Why no override can be asked for, or `null` (6.2).
 *
 * G2 and G3: only to save a life, by the head of presence and the focal point. G5: by the focal point, never against a
 * "no". G4: none.
 */
export function mayAskOverride(asker: Overrider, item: OverrideFor): RefusalCode | null {
  if (item.gate === 'G4' || isPublic(item)) return 'override/never-publication'
  if (!byDuty(askers(item.gate), asker)) return 'override/not-your-duty'
  if (item.gate !== 'G5' && !isLifeSaving(item.kind, item)) return 'override/only-life-saving'
  if (item.gate === 'G5' && item.findings.some(({ reason }) => saidNo.includes(reason)))
    return 'override/person-said-no'
  return canLift(item.gate, item.findings) ? null : 'override/nothing-to-lift'
}

/**
 * Why somebody may not grant what another asked for, or `null`: two different people, one with each of the two duties.
 * A lone officer is one person: the second answer comes by file, from somebody else.
 */
export function mayGrantOverride(granter: Overrider, asker: Overrider): RefusalCode | null {
  if (granter.role === asker.role) return 'override/needs-two'
  const covers = (a: Overrider, b: Overrider) => byDuty(['focal_point'], a) && byDuty(['head_of_presence'], b)
  return covers(granter, asker) || covers(asker, granter) ? null : 'override/not-your-duty'
}
