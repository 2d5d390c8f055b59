import { isNo, isYes, latest } from '../../shared/consent/rules.ts'
import type { Finding } from '../../shared/gate/model.ts'
import type { Code } from '../../shared/vocabulary/index.ts'
import { bandsOf, dispositionOf } from '../../main/practice/disposition.ts'
import type { Allowed } from '../../main/practice/disposition.ts'
import type { Loaded } from '../../main/practice/load.ts'
import type { ReadPattern, UnknownCode } from '../../main/practice/pattern.ts'

/** What keeps a brief to the head of presence from leaving: which gate, why, and about whom. */
export interface ShutGate {
  readonly gate: Finding['place']
  readonly reason: Finding['reason']
  /** "P1", or `null` for the whole brief. */
  readonly about: string | null
  /** How many lines of the brief it holds back; 0 when it holds back the whole. */
  readonly lines: number
}

/** One pattern after it went through the door. */
export interface ScenarioResult {
  readonly id: string
  readonly pattern: string
  readonly inSystemwideScope: boolean
  readonly inSgReportScope: boolean
  readonly intimidation: boolean
  readonly reprisal: boolean
  readonly scopeOutcome: string
  readonly because: readonly string[]
  readonly linkGrade: string | null
  readonly linkIndicators: readonly string[]
  readonly gateOpen: boolean
  readonly shutGates: readonly ShutGate[]
  /** What the data would allow in the annual report. */
  readonly disposition: Allowed
  /** What the pattern itself says. */
  readonly patternDisposition: string | null
  readonly unknownCodes: readonly UnknownCode[]
  /** Fields the form does not have; they were not read. */
  readonly unreadFields: readonly string[]
}

/** What is written for one pattern. */
export function resultOf({ pattern, ...read }: ReadPattern, { scope, view, brief }: Loaded): ScenarioResult {
  const answers = view.scope?.answers
  return {
    id: pattern.id,
    pattern: pattern.title,
    inSystemwideScope: scope.inSystemwideScope,
    inSgReportScope: scope.inSgReportScope,
    intimidation: scope.intimidation,
    reprisal: scope.reprisal,
    scopeOutcome: scope.outcome,
    because: scope.because,
    linkGrade: answers?.linkGrade ?? null,
    linkIndicators: answers?.indicators ?? [],
    gateOpen: brief?.gate.open ?? false,
    shutGates: brief ? shutGates({ view, brief }) : [],
    disposition: dispositionOf({
      scope,
      agreed: agreedTo(view),
      bands: bandsOf(view),
      danger: view.case.danger,
      verification: pattern.verification,
    }),
    patternDisposition: pattern.disposition,
    ...read,
  }
}

/** Purposes with a "yes" without condition and no "no" beside it. */
function agreedTo({ consents }: Loaded['view']): Code<'purpose'>[] {
  const rows = latest(consents)
  const refused = rows.filter(isNo).map(({ purpose }) => purpose)
  const given = rows.filter(row => isYes(row) && row.conditions.length === 0).map(({ purpose }) => purpose)
  return [...new Set(given)].filter(purpose => !refused.includes(purpose))
}

/** Each reason once for each person, in the order the gate gave them. */
function shutGates({
  view,
  brief,
}: {
  readonly view: Loaded['view']
  readonly brief: NonNullable<Loaded['brief']>
}): ShutGate[] {
  const label = (finding: Finding) =>
    view.persons.find(person => person.id === finding.personId)?.label ?? null
  const ofLines = brief.gate.lines
    .filter(line => line.verdict === 'blocked')
    .flatMap(line => line.findings.map(finding => ({ finding, lines: 1 })))
  const ofWhole = brief.gate.findings.map(finding => ({ finding, lines: 0 }))
  const shut = new Map<string, ShutGate>()
  for (const { finding, lines } of [...ofLines, ...ofWhole]) {
    const about = label(finding)
    const key = [finding.place, finding.reason, about].join(' ')
    const before = shut.get(key)?.lines ?? 0
    shut.set(key, { gate: finding.place, reason: finding.reason, about, lines: before + lines })
  }
  return [...shut.values()]
}
