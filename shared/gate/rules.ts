import type { HarmCheck, RiskAssessment, RiskEvent } from '../risk/model.ts'
import { overtakenBy, situationOf, unanswered, undecided } from '../risk/rules.ts'
import type { ConsentId, Day, Instant, PersonId } from '../model.ts'
import { consentFor } from './consent.ts'
import type { ConsentQuestion } from './consent.ts'
import type {
  Approval,
  Element,
  Finding,
  GatePlace,
  GateReason,
  GateResult,
  LineVerdict,
  Outgoing,
} from './model.ts'

/** Everything the gate looks at. It sees nothing else: no clock, no database, no screen. */
export interface GateInput extends ConsentQuestion {
  readonly now: Instant
  readonly lines: readonly Outgoing[]
  /** Keys of lines the author decided to withhold. */
  readonly withheld: readonly string[]
  /** Every assessment of everybody, in the order of recording. */
  readonly risks: readonly RiskAssessment[]
  /** What happened to anybody, in the order of recording. */
  readonly events: readonly RiskEvent[]
  /** The latest do-no-harm check of this very item, or `null`. */
  readonly harmCheck: HarmCheck | null
  readonly approval: Approval | null
  /** Whether the case is on hold for safety: then nothing leaves. */
  readonly held?: boolean
  readonly author: string
  /** The fingerprint of what would leave now. */
  readonly fingerprint: string
}

/**
 * May this leave? One pure function over consent, risk, do-no-harm and approval, used by every screen, action and
 * export (gates G3 and G5, ADR 0005).
 *
 * Unanswered means no. A "no" closes the lines it reaches and nothing else. Lines are judged together: who a person
 * is must be covered, in the largest measure any said line gives it away, for every said line about that person.
 *
 * @returns a verdict for every line, in the order given, and the findings that close the whole.
 */
export function gate(input: GateInput): GateResult {
  const apart = input.lines.map(line => verdictOn(line, input, new Map()))
  const shown = shownOf(input.lines, apart)
  const lines = input.lines.map(line => verdictOn(line, input, shown))
  const concerned = peopleIn(input.lines, lines)
  const findings = [
    ...(input.held ? [whole('case-on-hold', 'hold')] : []),
    ...contentFindings(lines),
    ...concerned.flatMap(personId => riskFinding(personId, input)),
    ...harmFindings(input.harmCheck, input.today),
    ...approvalFindings(input),
  ]
  return { open: findings.length === 0 && lines.every(line => line.verdict !== 'blocked'), lines, findings }
}

/** The calendar day (UTC) of an instant. */
export const dayOf = (now: Instant): Day => now.slice(0, 10) as Day

/** What is given away of who each person is. */
type Shown = ReadonlyMap<PersonId, readonly Element[]>

/** What the lines that would be said give away together: an act told beside a name is told with that name. */
function shownOf(lines: readonly Outgoing[], verdicts: readonly LineVerdict[]): Shown {
  const shown = new Map<PersonId, Element[]>()
  lines.forEach((line, index) => {
    if (verdicts[index]?.verdict !== 'said') return
    for (const personId of line.personIds) shown.set(personId, [...(shown.get(personId) ?? []), line.element])
  })
  return shown
}

function verdictOn(line: Outgoing, input: GateInput & ConsentQuestion, shown: Shown): LineVerdict {
  const { findings, consentIds } = askEverybody(line, input, shown)
  const allowed = findings.length === 0
  if (input.withheld.includes(line.key))
    return {
      key: line.key,
      verdict: 'withheld',
      findings: allowed ? [whole('chosen-to-withhold', 'brief')] : findings,
      consentIds: [],
    }
  return {
    key: line.key,
    verdict: allowed ? 'said' : 'blocked',
    findings,
    consentIds: allowed ? consentIds : [],
  }
}

function askEverybody(line: Outgoing, question: ConsentQuestion, shown: Shown) {
  const answers = line.personIds.map(personId => consentFor(line, personId, question, shown.get(personId)))
  const findings = answers.flatMap(answer => (answer.ok ? [] : [answer.finding]))
  const consentIds: ConsentId[] = answers.flatMap(answer => (answer.ok ? [answer.consentId] : []))
  if (answers.length === 0) findings.push(whole('nobody-concerned', 'persons'))
  return { findings, consentIds }
}

/** Everybody about whom something would be said, each once. */
function peopleIn(lines: readonly Outgoing[], verdicts: readonly LineVerdict[]): PersonId[] {
  const said = lines.filter((_, index) => verdicts[index]?.verdict !== 'withheld')
  return [...new Set(said.flatMap(line => line.personIds))]
}

function contentFindings(lines: readonly LineVerdict[]): Finding[] {
  return lines.some(line => line.verdict !== 'withheld') ? [] : [whole('nothing-to-say', 'brief')]
}

function riskFinding(personId: PersonId, { risks, events, now }: GateInput): Finding[] {
  const last = situationOf(risks, personId)
  if (!last) return [{ ...whole('risk-none', 'risk'), personId }]
  if (overtakenBy(last, events)) return [{ ...whole('risk-overtaken', 'risk'), personId }]
  return now > last.validUntil ? [{ ...whole('risk-overdue', 'risk'), personId }] : []
}

function harmFindings(check: HarmCheck | null, today: Day): Finding[] {
  if (check === null) return [whole('harm-none', 'harm')]
  if (unanswered(check).length > 0) return [whole('harm-incomplete', 'harm')]
  if (undecided(check).length > 0) return [whole('harm-undecided', 'harm')]
  return check.validUntil < today ? [whole('harm-expired', 'harm')] : []
}

function approvalFindings({ approval, author, fingerprint }: GateInput): Finding[] {
  if (approval === null) return [whole('approval-none', 'approval')]
  if (approval.of !== fingerprint) return [whole('approval-of-something-else', 'approval')]
  return approval.by === author && !approval.sole ? [whole('approval-by-author', 'approval')] : []
}

const whole = (reason: GateReason, place: GatePlace): Finding => ({
  reason,
  place,
  personId: null,
  consentId: null,
})
