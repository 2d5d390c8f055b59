import type { ConsentDecision } from '../consent/model.ts'
import { consentFor, reveals } from '../gate/consent.ts'
import type { ConsentQuestion } from '../gate/consent.ts'
import type { ConditionMet, Element, GateReason, Outgoing } from '../gate/model.ts'
import type { ConsentId, PersonId } from '../model.ts'
import type { Code } from '../vocabulary/index.ts'

/** How openly a case may appear, most open first (domain 2.4). */
export const levels = ['named', 'anonymised', 'trend_only', 'omitted'] as const
export type Level = (typeof levels)[number]

type Shown = Exclude<Level, 'omitted'>
type Purpose = Code<'purpose'>

/** The purpose of the consent ledger that speaks of each level. */
export const purposeOf = {
  named: 'sg_report_named',
  anonymised: 'sg_report_anonymised',
  trend_only: 'sg_report_trend_only',
} as const satisfies Readonly<Record<Shown, Purpose>>

/** The report is a document of the United Nations that everybody reads. */
export const reportAddress = { recipient: 'public', channel: 'UN_document' } as const

/** Why the answers of the ledger cover no more: the gravest there is. */
export const consentReasons = ['withdrawn', 'refused', 'expired', 'limited', 'missing'] as const
export type ConsentReason = (typeof consentReasons)[number]

/** How far the answers of everybody concerned reach. */
export interface Coverage {
  /** Levels for which everybody gave a "yes" of its own. */
  readonly explicit: readonly Shown[]
  /** Levels at which the case may appear: a "yes" to more covers less, unless somebody said "no" to exactly that. */
  readonly covered: readonly Shown[]
  /** For which purpose an anonymised entry is written. */
  readonly anonymisedFor: Purpose
  /** How much of who somebody is an anonymised entry may tell. */
  readonly identityLevel: Code<'identityLevel'>
  /** What counting the case rests on; empty unless it may be counted. */
  readonly consentIds: readonly ConsentId[]
  /** Why it covers nothing, or no more. */
  readonly reason: ConsentReason
}

/** The answers, as they stand. */
export type Answers = Pick<ConsentQuestion, 'log' | 'talks' | 'today' | 'lostContact'>

const reasonOf: Partial<Record<GateReason, ConsentReason>> = {
  withdrawn: 'withdrawn',
  refused: 'refused',
  expired: 'expired',
  'not-asked': 'missing',
}

interface Asked {
  readonly ok: boolean
  readonly consentId: ConsentId | null
  readonly reason: ConsentReason
}

/** Whether one person's answers for one purpose let the acts be told, with this much of who they are. */
function asks(personId: PersonId, purpose: Purpose, element: Element, question: ConsentQuestion): Asked {
  const line: Outgoing = { key: '', fact: 'acts', element, personIds: [personId] }
  const verdict = consentFor(line, personId, { ...question, purpose })
  if (verdict.ok) return { ok: true, consentId: verdict.consentId, reason: 'missing' }
  return { ok: false, consentId: null, reason: reasonOf[verdict.finding.reason] ?? 'limited' }
}

/** Whoever agreed to be counted agreed to it, however little of who they are the answer shows. */
const countable = (row: ConsentDecision): ConsentDecision =>
  row.purpose === 'sg_report_trend_only' &&
  (row.identityLevel === 'aggregate_only' || row.identityLevel === 'none')
    ? { ...row, identityLevel: 'group_only' }
    : row

/** Conditions of an entry are confirmed on the entry, where the gate asks for them; counting has no such place. */
const confirmedLater = (log: readonly ConsentDecision[]): ConditionMet[] =>
  log.flatMap(({ id, conditions }) => conditions.map(({ kind }) => ({ consentId: id, kind, note: '-' })))

interface Each {
  readonly named: Asked
  readonly anonymised: Asked
  readonly trend_only: Asked
}

function eachOf(personId: PersonId, answers: Answers): Each {
  const question = { ...answers, ...reportAddress, purpose: 'sg_report_named' } as const
  const entry = { ...question, conditionsMet: confirmedLater(answers.log) }
  const count = { ...question, conditionsMet: [], log: answers.log.map(countable) }
  return {
    named: asks(personId, 'sg_report_named', 'name', entry),
    anonymised: asks(personId, 'sg_report_anonymised', 'group', entry),
    trend_only: asks(personId, 'sg_report_trend_only', 'group', count),
  }
}

const isNo = ({ ok, reason }: Asked) => !ok && (reason === 'refused' || reason === 'withdrawn')

/** A "yes" to more without an answer to less: less may be told, but for a condition nobody can confirm on a count. */
function coveredOf(
  all: readonly Each[],
  unconditional: (at: number, level: 'named' | 'anonymised') => boolean,
) {
  const named = all.every(one => one.named.ok)
  const anonymised = all.every(one => one.anonymised.ok) || (named && !all.some(one => isNo(one.anonymised)))
  const trend = all.every(
    (one, at) =>
      one.trend_only.ok ||
      (!isNo(one.trend_only) && (unconditional(at, 'anonymised') || unconditional(at, 'named'))),
  )
  return { named, anonymised, trend_only: trend }
}

const identityLevels = ['role_and_region', 'role_only', 'group_only'] as const

function identityLevelFor(personIds: readonly PersonId[], purpose: Purpose, answers: Answers) {
  const question = { ...answers, ...reportAddress, purpose, conditionsMet: confirmedLater(answers.log) }
  const lets = (level: (typeof identityLevels)[number]) =>
    personIds.every(id => reveals[level].every(element => asks(id, purpose, element, question).ok))
  return identityLevels.find(lets) ?? 'group_only'
}

/**
 * How openly the consent ledger lets a case appear in the report: no more openly than every single person concerned agreed
 * to. No person, no consent.
 *
 * @param personIds everybody concerned.
 */
export function coverageOf(personIds: readonly PersonId[], answers: Answers): Coverage {
  const all = personIds.map(id => eachOf(id, answers))
  const plain = personIds.map(id => plainOf(id, answers))
  const unconditional = (at: number, level: 'named' | 'anonymised') => plain[at]?.[level].ok === true
  const is = all.length === 0 ? null : coveredOf(all, unconditional)
  const shown = ['named', 'anonymised', 'trend_only'] as const
  const explicit = is ? shown.filter(level => all.every(one => one[level].ok)) : []
  const anonymisedFor = explicit.includes('anonymised') ? 'sg_report_anonymised' : 'sg_report_named'
  return {
    explicit,
    covered: is ? shown.filter(level => is[level]) : [],
    anonymisedFor,
    identityLevel: identityLevelFor(personIds, anonymisedFor, answers),
    consentIds: is?.trend_only ? restsOn(all, plain) : [],
    reason: reasonAmong(all),
  }
}

/** The same without any condition confirmed. */
function plainOf(personId: PersonId, answers: Answers) {
  const question = { ...answers, ...reportAddress, conditionsMet: [], purpose: 'sg_report_named' } as const
  return {
    named: asks(personId, 'sg_report_named', 'name', question),
    anonymised: asks(personId, 'sg_report_anonymised', 'group', question),
  }
}

const restsOn = (all: readonly Each[], plain: readonly Pick<Each, 'named' | 'anonymised'>[]): ConsentId[] =>
  all.flatMap((one, at) => {
    const found = [one.trend_only, plain[at]?.anonymised, plain[at]?.named].find(asked => asked?.ok)
    return found?.consentId ? [found.consentId] : []
  })

function reasonAmong(all: readonly Each[]): ConsentReason {
  const reasons = all.flatMap(one => Object.values(one).filter(asked => !(asked as Asked).ok)) as Asked[]
  return consentReasons.find(reason => reasons.some(one => one.reason === reason)) ?? 'missing'
}
