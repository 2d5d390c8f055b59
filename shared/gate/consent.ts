import { isPast, isYes, latest } from '../consent/rules.ts'
import type { ConsentDecision } from '../consent/model.ts'
import type { ConsentId, Day, PersonId } from '../model.ts'
import { Element } from './model.ts'
import type { ConditionMet, Finding, GateReason, Outgoing } from './model.ts'

/** To whom, for what and how something would leave. */
export interface Address {
  readonly purpose: ConsentDecision['purpose']
  readonly recipient: ConsentDecision['recipient']
  readonly channel: ConsentDecision['channel']
}

/** What the consent part of the gate looks at, for one address. */
export interface ConsentQuestion extends Address {
  /** Every answer of everybody, in the order of recording. */
  readonly log: readonly ConsentDecision[]
  readonly conditionsMet: readonly ConditionMet[]
  readonly today: Day
}

/**
 * What each level of identity lets be known. A level is a promise of no more than it says:
 * initials do not include the region, a role does not include initials.
 */
export const reveals: Readonly<Record<ConsentDecision['identityLevel'], readonly Element[]>> = {
  full_name: ['group', 'role', 'region', 'initials', 'name'],
  initials: ['group', 'initials'],
  role_and_region: ['group', 'role', 'region'],
  role_only: ['group', 'role'],
  group_only: ['group'],
  aggregate_only: [],
  none: [],
}

type Verdict =
  { readonly ok: true; readonly consentId: ConsentId } | { readonly ok: false; readonly finding: Finding }

/**
 * Whether one person's answers let one line leave.
 *
 * A specific "no" beats a general "yes", a specific "yes" beats a general "no", and between equals "no" wins
 * (ADR 0005). No answer means no.
 */
export function consentFor(line: Outgoing, personId: PersonId, question: ConsentQuestion): Verdict {
  const rows = rowsFor(personId, question)
  const grants = rows.filter(row => isYes(row) && covers(row, line))
  const failures: Finding[] = []
  for (const grant of grants) {
    const problem = problemWith(grant, { line, rows, question })
    if (problem === null) return { ok: true, consentId: grant.id }
    failures.push(finding(problem, personId, grant.id))
  }
  return { ok: false, finding: failures[0] ?? whyNone(line, personId, rows) }
}

/** The latest answers of one person for this purpose, recipient and channel. */
const rowsFor = (personId: PersonId, { log, purpose, recipient, channel }: ConsentQuestion) =>
  latest(log).filter(
    row =>
      row.personId === personId &&
      row.purpose === purpose &&
      row.recipient === recipient &&
      row.channel === channel,
  )

/** Whether the words of an answer reach this line: its content and what it gives away. */
function covers(row: ConsentDecision, line: Outgoing): boolean {
  return reveals[row.identityLevel].includes(line.element) && contentReaches(row, line)
}

function contentReaches(row: ConsentDecision, line: Outgoing): boolean {
  if (row.scope === 'whole_case') return true
  return row.scope === 'selected_facts' && row.facts.includes(line.fact)
}

interface Setting {
  readonly line: Outgoing
  readonly rows: readonly ConsentDecision[]
  readonly question: ConsentQuestion
}

/** What keeps a "yes" that reaches the line from counting, or `null`. */
function problemWith(grant: ConsentDecision, { line, rows, question }: Setting): GateReason | null {
  const no = rows.find(row => isNo(row) && forbids(row, line) && !isBroader(row, grant))
  if (no) return no.decision === 'withdrawn' ? 'withdrawn' : 'refused'
  if (isPast(grant, question.today)) return 'expired'
  return conditionProblem(grant, question)
}

const isNo = (row: ConsentDecision) => row.decision === 'refused' || row.decision === 'withdrawn'

/** A "no" reaches everything that gives away at least as much as what was refused. */
function forbids(row: ConsentDecision, line: Outgoing): boolean {
  const most = reveals[row.identityLevel].at(-1) ?? 'group'
  return Element.options.indexOf(line.element) >= Element.options.indexOf(most) && contentReaches(row, line)
}

/** Whether a "no" to the whole case stands against a "yes" to a chosen part of it. */
const isBroader = (no: ConsentDecision, yes: ConsentDecision) =>
  no.scope === 'whole_case' && yes.scope !== 'whole_case'

function conditionProblem(grant: ConsentDecision, question: ConsentQuestion): GateReason | null {
  for (const condition of grant.conditions) {
    if (condition.kind === 'only_after_date') {
      if (condition.after === null || question.today <= condition.after) return 'condition-not-yet'
    } else if (
      !question.conditionsMet.some(met => met.consentId === grant.id && met.kind === condition.kind)
    ) {
      return 'condition-not-met'
    }
  }
  return null
}

/** The most telling reason why no "yes" reaches a line. */
function whyNone(line: Outgoing, personId: PersonId, rows: readonly ConsentDecision[]): Finding {
  const no = rows.find(row => isNo(row) && forbids(row, line))
  if (no) return finding(no.decision === 'withdrawn' ? 'withdrawn' : 'refused', personId, no.id)
  const yes = rows.filter(isYes)
  const content = yes.find(row => contentReaches(row, line))
  if (content) return finding('other-identity-level-only', personId, content.id)
  const other = yes[0]
  return other ? finding('other-content-only', personId, other.id) : finding('not-asked', personId, null)
}

const finding = (reason: GateReason, personId: PersonId, consentId: ConsentId | null): Finding => ({
  reason,
  place: 'consent',
  personId,
  consentId,
})
