import type { HarmCheck, RiskAssessment, RiskEvent } from '../risk/model.ts'
import { overtakenBy, situationOf, unanswered, undecided } from '../risk/rules.ts'
import type { ConsentId, Day, Instant, OverrideId, PersonId } from '../model.ts'
import { consentFor } from './consent.ts'
import type { ConsentQuestion } from './consent.ts'
import type {
  Approval,
  Element,
  Finding,
  GatePlace,
  GateReason,
  GateResult,
  GrantedOverride,
  LineVerdict,
  OutwardGate,
  Outgoing,
  PublicationCheck,
} from './model.ts'
import {
  hasOneReader,
  isName,
  isPublic,
  needsApproval,
  proofLacks,
  reachesPerson,
  tellsName,
} from './needs.ts'
import type { Proof } from './needs.ts'
import { liftedBy, overridesNow } from './override.ts'
import { publicationFindings } from './publication.ts'

/** Everything the gate looks at. It sees nothing else: no clock, no database, no screen. */
export interface GateInput extends ConsentQuestion {
  /** Which gate it goes out through (6.2). */
  readonly gate: OutwardGate
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
  /** To whom, for what and how it would leave, as a do-no-harm check keeps it; left out: the check is of this way. */
  readonly way?: string
  readonly approval: Approval | null
  /** Whether the case is on hold for safety: then nothing leaves. */
  readonly held?: boolean
  /** Whether what the case rests on was called back by its sender, and nobody here decided yet: then nothing leaves. */
  readonly recalled?: boolean
  /** Whether it leaves as a package for one reader: a brief. Then it is neither published nor for the person themself. */
  readonly isPackage?: boolean
  readonly author: string
  /** Whether it gives something away together with what its reader already has that nobody has answered for. */
  readonly together?: boolean
  /** The fingerprint of what would leave now. */
  readonly fingerprint: string
  /** The fingerprint of the draft and of every line there is, said or not: what an override was granted for. */
  readonly content: string
  /** What links act and engagement, and how far the acts told are verified. Not asked of a file (G5). */
  readonly proof: Proof
  /** Whether whoever is concerned can be reached safely, and still wants to be (G1, G8). */
  readonly contact: Contact
  /** What publication asks for besides (G4); `null` until somebody looked. */
  readonly publication: PublicationCheck | null
  /** The report window of today and how long a safety re-check counts; needed for G4. */
  readonly publicationWindow: PublicationWindow
  /** Overrides that were granted for this very item. */
  readonly overrides: readonly GrantedOverride[]
}

/** Whether somebody may be reached (G1), and whether they asked not to be (G8). */
export interface Contact {
  readonly isSafe: boolean
  /** After taking things back: `safety-only`, `not-covered`, or `null` when nothing stands against it. */
  readonly afterWithdrawal: 'safety-only' | 'not-covered' | null
  /** Whether a new safety reason was written down for this contact. */
  readonly hasSafetyReason: boolean
}

/** Until when publication is prepared, as data of the vault (4.2, 6.4). */
export interface PublicationWindow {
  /** First day of the report window of today; `null` when no window is known for today, and then nothing is confirmed in it. */
  readonly from: Day | null
  /** For how many days a risk assessment counts as a safety re-check. */
  readonly recheckDays: number
}

/**
 * May this leave? One pure function over consent, risk, do-no-harm, approval and what publication asks for besides,
 * used by every screen, action, paper and file (gates G1 to G5 and G8, ADR 0005 and 0015).
 *
 * Unanswered means no. A "no" closes the lines it reaches and nothing else. Lines are judged together: who a person
 * is must be covered, in the largest measure any said line gives it away, for every said line about that person.
 *
 * @returns a verdict for every line, in the order given, and the findings that close the whole.
 */
export function gate(input: GateInput): GateResult {
  const granted = overridesNow(input)
  const judged = { ...input, granted }
  const apart = input.lines.map(line => verdictOn(line, judged, new Map()))
  const shown = shownOf(input.lines, apart)
  const lines = input.lines.map(line => verdictOn(line, judged, shown))
  const concerned = peopleIn(input.lines, lines)
  const lacking = [
    ...(input.held ? [whole('case-on-hold', 'hold')] : []),
    ...(input.recalled ? [whole('recalled-by-sender', 'recall')] : []),
    ...(input.isPackage && !hasOneReader(input) ? [whole('not-one-reader', 'reader')] : []),
    ...contentFindings(lines),
    ...contactFindings(input),
    ...concerned.flatMap(personId => riskFinding(personId, input)),
    ...harmFindings(input),
    ...proofFindings(input, lines),
    ...(isPublic(input) && input.gate !== 'G5' ? publicationFindings(input, lines) : []),
    ...(input.together ? [whole('together-unanswered', 'together')] : []),
    ...(needsApproval(input.gate, input, concerned.length) ? approvalFindings(input) : []),
  ]
  const findings = lacking.filter(finding => !liftedBy(granted, finding))
  const open = findings.length === 0 && lines.every(line => line.verdict !== 'blocked')
  const overrideId = findings.length < lacking.length ? (granted[0]?.id ?? null) : null
  return { open, lines, findings, overrideId }
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

/** With the overrides that count for the item as it is now, the latest first. */
type Judged = GateInput & { readonly granted: readonly GrantedOverride[] }

function verdictOn(line: Outgoing, input: Judged, shown: Shown): LineVerdict {
  const { findings, consentIds } = askEverybody(line, input, shown)
  const allowed = findings.length === 0
  const { key } = line
  const bare = { key, consentIds: [], overrideId: null }
  if (input.withheld.includes(key))
    return {
      ...bare,
      verdict: 'withheld',
      findings: allowed ? [whole('chosen-to-withhold', 'brief')] : findings,
    }
  if (allowed) return { ...bare, verdict: 'said', findings, consentIds }
  const overrideId = standsInFor({ key, findings, granted: input.granted })
  return overrideId === null
    ? { ...bare, verdict: 'blocked', findings }
    : { ...bare, verdict: 'said', findings, consentIds, overrideId }
}

interface Lacking {
  readonly key: string
  readonly findings: readonly Finding[]
  readonly granted: readonly GrantedOverride[]
}

/** The override that stands in for everything a line lacks, or `null`. */
function standsInFor({ key, findings, granted }: Lacking): OverrideId | null {
  const lifts = (one: GrantedOverride) =>
    one.keys.includes(key) && findings.every(finding => liftedBy([one], finding))
  return granted.find(lifts)?.id ?? null
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

function contactFindings({ contact, ...address }: GateInput): Finding[] {
  if (!reachesPerson(address)) return []
  const { isSafe, afterWithdrawal, hasSafetyReason } = contact
  if (!isSafe) return [whole('contact-not-safe', 'intake')]
  if (afterWithdrawal === 'not-covered') return [whole('contact-not-covered', 'consent')]
  return afterWithdrawal === 'safety-only' && !hasSafetyReason ? [whole('contact-needs-reason', 'brief')] : []
}

const proofPlace = { 'link-too-weak': 'scope', 'not-verified-enough': 'verification' } as const

/** A file to a reader is no letter: only actions and publication are asked how well they are proved. */
function proofFindings(input: GateInput, verdicts: readonly LineVerdict[]): Finding[] {
  if (input.gate === 'G5') return []
  const naming = tellsName(input) || namesToState(input, verdicts)
  return proofLacks(input.proof, input, naming).map(reason => whole(reason, proofPlace[reason]))
}

/** Whether the State concerned is told a name, whatever the purpose is called. Asking it (G2) is how facts are verified. */
const namesToState = ({ gate: name, recipient, lines }: GateInput, verdicts: readonly LineVerdict[]) =>
  name === 'G3' &&
  recipient === 'member_state_concerned' &&
  lines.some(({ element }, at) => isName(element) && verdicts[at]?.verdict !== 'withheld')

function riskFinding(personId: PersonId, { risks, events, now }: GateInput): Finding[] {
  const last = situationOf(risks, personId)
  if (!last) return [{ ...whole('risk-none', 'risk'), personId }]
  if (overtakenBy(last, events)) return [{ ...whole('risk-overtaken', 'risk'), personId }]
  return now > last.validUntil ? [{ ...whole('risk-overdue', 'risk'), personId }] : []
}

function harmFindings({ harmCheck: check, today, way }: GateInput): Finding[] {
  if (check === null) return [whole('harm-none', 'harm')]
  if (way !== undefined && check.about !== way) return [whole('harm-of-something-else', 'harm')]
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
