import type { Band } from '../risk/model.ts'
import type { PartialDate } from '../model.ts'
import type { ScopeResult } from '../scope/model.ts'
import type { ReportWindow } from '../settings/windows.ts'
import type { Code } from '../vocabulary/index.ts'
import { z } from '../zod.ts'
import { consentReasons, levels, purposeOf } from './coverage.ts'
import type { Coverage, Level } from './coverage.ts'
import { dispositionOf } from './disposition.ts'
import type { Allowed } from './disposition.ts'
import { Annex } from './entry.ts'

/** How openly a case appears in one window. */
export const ReportLevel = z.enum(levels)

/** Why a case appears no more openly, or not at all. Each has a sentence `report.why.<code>`. */
export const Why = z.enum([
  'open',
  'scope',
  'scope_open',
  'window',
  ...consentReasons.map(reason => `consent_${reason}` as const),
  'dangerous',
  'on_hold',
  'recalled',
  'danger_unknown',
  'not_verified',
  'level_consent',
  'level_danger',
  'decided',
])
export type Why = z.infer<typeof Why>

/** What the data of a case proposes for one window. */
export const Proposal = z.object({ level: ReportLevel, annex: Annex, why: Why })
export type Proposal = z.infer<typeof Proposal>

/** What of a case the rule looks at. */
export interface Reportable {
  readonly scope: ScopeResult | null
  readonly coverage: Coverage
  /** Our view and the own view of everybody concerned, as last assessed. */
  readonly bands: readonly Band[]
  /** Whether the danger was assessed for everybody concerned. */
  readonly isAssessed: boolean
  readonly danger: Code<'immediateDanger'>
  readonly isOnHold: boolean
  /** Whether its sender called it back and nobody settled that here (ADR 0027). */
  readonly isRecalled?: boolean
  /** How far the weakest act was verified. */
  readonly verification: Code<'verificationStatus'>
  /** When the alleged acts happened. */
  readonly acts: readonly Pick<PartialDate, 'from' | 'to'>[]
  /** Whether a contribution to an earlier report told of it. */
  readonly isFollowUp: boolean
}

/** Whether an act may have happened in a window: any of its days does. */
export const fallsIn = (
  { from, to }: Pick<PartialDate, 'from' | 'to'>,
  window: Pick<ReportWindow, 'from' | 'to'>,
): boolean => from !== null && to !== null && from <= window.to && window.from <= to

/**
 * How openly a case may appear in the report of one window, and why no more openly (2.4).
 *
 * A case of an earlier report stays listed, also without a new act: it is followed up on in annex II (2.5).
 */
export function proposalFor(it: Reportable, window: Pick<ReportWindow, 'from' | 'to'>): Proposal {
  const annex: Annex = it.isFollowUp ? 'annex2' : 'annex1'
  const { level, why } = levelOf(it, window)
  return { level, annex, why }
}

const omitted = (why: Why) => ({ level: 'omitted', why }) as const

function levelOf(it: Reportable, window: Pick<ReportWindow, 'from' | 'to'>): Pick<Proposal, 'level' | 'why'> {
  const allowed = it.scope && allowedFor(it, it.scope)
  if (allowed === 'omitted_scope') return omitted('scope')
  if (!it.isFollowUp && !it.acts.some(act => fallsIn(act, window))) return omitted('window')
  if (it.coverage.covered.length === 0) return omitted(`consent_${it.coverage.reason}`)
  if (allowed === null || allowed === 'next_window') return omitted('scope_open')
  if (it.isOnHold) return omitted('on_hold')
  if (it.isRecalled) return omitted('recalled')
  return shownAs(it, allowed)
}

/** High danger asks for a "yes" of its own to an entry without a name; otherwise a "yes" to more covers less. */
function allowedFor({ coverage, bands, danger, verification, isFollowUp }: Reportable, scope: ScopeResult) {
  const among = bands.includes('high') ? coverage.explicit : coverage.covered
  const agreed = among.map(level => purposeOf[level])
  return dispositionOf({ scope, agreed, bands, danger, verification, followUp: isFollowUp })
}

function shownAs({ coverage, isAssessed }: Reportable, allowed: Allowed): Pick<Proposal, 'level' | 'why'> {
  if (allowed === 'omitted_safety') return omitted('dangerous')
  if (allowed === 'omitted_consent') return omitted('dangerous')
  if (!isAssessed) return omitted('danger_unknown')
  if (allowed === 'omitted_verification') return omitted('not_verified')
  if (allowed === 'trend_only') return { level: 'trend_only', why: 'level_consent' }
  if (allowed.endsWith('_named')) return { level: 'named', why: 'open' }
  const named = coverage.covered.includes('named')
  return { level: 'anonymised', why: named ? 'level_danger' : 'level_consent' }
}

const place = (level: Level) => levels.indexOf(level)

/** Levels an officer may lower a case to: less open than proposed, and covered. Leaving it out is always among them. */
export const lowerThan = (level: Level, { covered }: Pick<Coverage, 'covered'>): Level[] =>
  levels.filter(
    other => place(other) > place(level) && (other === 'omitted' || covered.some(one => one === other)),
  )

/**
 * How openly a case appears after an officer's decision: never more openly than the data proposes today, nor than anybody
 * agreed to.
 *
 * @param decided `null` when nobody decided anything else.
 */
export function effective(
  { level, why }: Pick<Proposal, 'level' | 'why'>,
  { covered }: Pick<Coverage, 'covered'>,
  decided: Level | null,
): Pick<Proposal, 'level' | 'why'> {
  if (decided === null || place(decided) <= place(level)) return { level, why }
  const lower = levels.find(
    other => place(other) >= place(decided) && (other === 'omitted' || covered.some(one => one === other)),
  )
  return { level: lower ?? 'omitted', why: 'decided' }
}

/** As what a left-out case is counted in the contribution: the reasons of 2.4, without any detail. */
export const OmittedFor = z.enum(['consent', 'safety', 'verification', 'scope', 'window', 'other'])
export type OmittedFor = z.infer<typeof OmittedFor>

/** The reason of the contribution for each of ours. A decision tells nobody why it was made. */
export const omittedFor: Readonly<Record<Why, OmittedFor>> = {
  consent_withdrawn: 'consent',
  consent_refused: 'consent',
  consent_expired: 'consent',
  consent_limited: 'consent',
  consent_missing: 'consent',
  dangerous: 'safety',
  on_hold: 'safety',
  recalled: 'safety',
  danger_unknown: 'safety',
  not_verified: 'verification',
  scope: 'scope',
  window: 'window',
  scope_open: 'window',
  open: 'other',
  level_consent: 'other',
  level_danger: 'other',
  decided: 'other',
}
