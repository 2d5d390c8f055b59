import { isNo, isYes, latest } from '../../shared/consent/rules.ts'
import type { Finding, GateResult, OutwardGate } from '../../shared/gate/model.ts'
import type { Code } from '../../shared/vocabulary/index.ts'
import { bandsOf } from '../../main/practice/disposition.ts'
import { dispositionOf } from '../../shared/report/disposition.ts'
import type { Allowed } from '../../shared/report/disposition.ts'
import type { Loaded } from '../../main/practice/load.ts'
import type { ReadPattern, UnknownCode } from '../../main/practice/pattern.ts'

/** What keeps a planned measure, or the brief to the head of presence, from leaving: which gate, why, and about whom. */
export interface ShutGate {
  /** By its name: to third parties (G2), an action (G3), publication (G4), a file (G5). */
  readonly gate: OutwardGate
  /** "M1" with the kind of the measure, or "brief". */
  readonly item: string
  /** Where it is resolved. */
  readonly place: Finding['place']
  readonly reason: Finding['reason']
  /** "P1", or `null` for the whole. */
  readonly about: string | null
  /** How many lines it holds back; 0 when it holds back the whole. */
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
  /** Everything that was to leave, did or may. */
  readonly gateOpen: boolean
  /** Measures the gate let out, by kind. */
  readonly sent: readonly string[]
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
export function resultOf({ pattern, ...read }: ReadPattern, loaded: Loaded): ScenarioResult {
  const { scope, view, actions } = loaded
  const items = itemsOf(loaded)
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
    gateOpen: items.length > 0 && items.every(({ result }) => result.open),
    sent: actions.filter(({ line }) => line.sentAt !== null).map(({ draft }) => draft.kind),
    shutGates: shutGates(loaded),
    disposition: dispositionOf({
      scope,
      agreed: agreedTo(view),
      bands: bandsOf(view),
      danger: view.case.danger,
      verification: pattern.verification,
      followUp: pattern.disposition?.startsWith('annex2') ?? false,
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

/** Something that would leave: a planned measure, or the brief. */
interface Item {
  readonly gate: OutwardGate
  readonly item: string
  readonly result: GateResult
}

function itemsOf({ actions, brief }: Loaded): Item[] {
  return [
    ...actions
      .filter(({ line }) => line.stage === 'planned')
      .map(({ gate, label, draft, result }) => ({ gate, item: `${label} ${draft.kind}`, result })),
    ...(brief ? [{ gate: 'G5' as const, item: 'brief', result: brief.gate }] : []),
  ]
}

/** Each reason once for each person and each thing that would leave, in the order the gate gave them. */
function shutGates(loaded: Loaded): ShutGate[] {
  return itemsOf(loaded).flatMap(item => shutBy(item, loaded.view))
}

function shutBy({ gate, item, result }: Item, { persons }: Loaded['view']): ShutGate[] {
  const label = (finding: Finding) => persons.find(person => person.id === finding.personId)?.label ?? null
  const ofLines = result.lines
    .filter(line => line.verdict === 'blocked')
    .flatMap(line => line.findings.map(finding => ({ finding, lines: 1 })))
  const ofWhole = result.findings.map(finding => ({ finding, lines: 0 }))
  const shut = new Map<string, ShutGate>()
  for (const { finding, lines } of [...ofLines, ...ofWhole]) {
    const { place, reason } = finding
    const about = label(finding)
    const key = [place, reason, about].join(' ')
    const before = shut.get(key)?.lines ?? 0
    shut.set(key, { gate, item, place, reason, about, lines: before + lines })
  }
  return [...shut.values()]
}
