import { isNo, isPast, isYes, latest, rowOf } from '../consent/rules.ts'
import { Fact } from '../consent/model.ts'
import type { ConsentDecision, ConsentDraft } from '../consent/model.ts'
import type { ConsentTalk } from '../consent/talk.ts'
import { restsOnIncomplete } from '../consent/talkRules.ts'
import { valueOf } from '../model.ts'
import type { ConsentId, Day, PersonId } from '../model.ts'
import { Element } from './model.ts'
import type { ConditionMet, Finding, GateReason, Outgoing } from './model.ts'
import { isName, isNameless, isPublic } from './needs.ts'

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
  /** Every talk about consent. A "yes" given in a talk that is not among them stays shut. */
  readonly talks: readonly ConsentTalk[]
  readonly conditionsMet: readonly ConditionMet[]
  /** With whom contact is lost: whoever said "stop if contact is lost" has then said stop. */
  readonly lostContact?: readonly PersonId[]
  readonly today: Day
  /** Whether it is a step that saves a life: only for such a step may others say "yes" in somebody's best interest (5.2). */
  readonly lifeSaving?: boolean
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

/** One fact about a person, and everything that would be known of who they are when it is told. */
interface Telling {
  readonly fact: Fact
  readonly elements: readonly Element[]
}

interface Setting {
  readonly telling: Telling
  /** Everything this person ever answered for this purpose, recipient and channel, in the order of recording. */
  readonly log: readonly ConsentDecision[]
  /** The answers of the log that count. */
  readonly rows: readonly ConsentDecision[]
  readonly question: ConsentQuestion
}

/**
 * Whether one person's answers let one line leave.
 *
 * A specific "no" beats a general "yes", a specific "yes" beats a general "no", and between equals "no" wins; a
 * withdrawal stops every earlier "yes" it reaches (ADR 0005). A "yes, if" is a "no" until its condition is met.
 * No answer means no.
 *
 * @param beside what the rest of the item gives away of this person: an act told beside a name is told with it.
 */
export function consentFor(
  line: Outgoing,
  personId: PersonId,
  question: ConsentQuestion,
  beside: readonly Element[] = [],
): Verdict {
  const log = answersOf(personId, question)
  const telling = { fact: line.fact, elements: [line.element, ...beside] }
  const setting = { telling, log, rows: latest(log), question }
  const failures: Finding[] = []
  for (const grant of setting.rows.filter(row => isYes(row) && covers(row, telling))) {
    const problem = problemWith(grant, setting)
    if (problem === null) return { ok: true, consentId: grant.id }
    failures.push(finding(problem, personId, grant.id))
  }
  return { ok: false, finding: failures[0] ?? whyNone(personId, setting) }
}

const answersOf = (personId: PersonId, { log, purpose, recipient, channel }: ConsentQuestion) =>
  log.filter(
    row =>
      row.personId === personId &&
      row.purpose === purpose &&
      row.recipient === recipient &&
      row.channel === channel,
  )

/** Whether the words of a "yes" reach this: its content, and all that is given away. */
const covers = (row: ConsentDecision, { fact, elements }: Telling) =>
  contentCovers(row, fact) &&
  elements.every(
    element => reveals[row.identityLevel].includes(element) && !(isNameless(row) && isName(element)),
  )

/** One document and the outcome are told apart from the lines of a brief, so a "yes" to them opens no line. */
const contentCovers = ({ scope, facts }: ConsentDraft, fact: Fact) =>
  scope === 'whole_case' || (scope === 'selected_facts' && facts.includes(fact))

/** What keeps a "yes" that reaches the line from counting, or `null`. */
function problemWith(grant: ConsentDecision, setting: Setting): GateReason | null {
  const no = refusalAgainst(grant, setting) ?? takenBackAfter(grant, setting) ?? ownNo(grant, setting)
  if (no) return reasonOf(no)
  if (isBeyondBestInterest(grant, setting.question)) return 'best-interest-only-life-saving'
  if (isPast(grant, setting.question.today)) return 'expired'
  if (restsOnIncomplete(grant, setting.question.talks)) return 'talk-incomplete'
  return conditionProblem(grant, setting.question) ?? narrowerLimit(grant, setting)
}

/** A "yes" others gave in somebody's best interest reaches steps that save a life, and never publication (5.2). */
const isBeyondBestInterest = ({ givenBy }: ConsentDecision, question: ConsentQuestion) =>
  isByOthers({ givenBy }) && (question.lifeSaving !== true || isPublic(question))

const isByOthers = ({ givenBy }: Pick<ConsentDecision, 'givenBy'>) =>
  valueOf(givenBy) === 'best_interest_decision'

/** The "no" somebody gave themself, which no "yes" in their best interest replaces: two people answer for that (6.2). */
const ownNo = (grant: ConsentDecision, { telling, log }: Setting): ConsentDecision | undefined =>
  isByOthers(grant)
    ? latest(log.filter(row => !isByOthers(row))).find(
        row => isNo(row) && forbids(row, grant, telling.fact) && !isBroader(row, grant),
      )
    : undefined

function reasonOf({ decision }: ConsentDecision): GateReason {
  if (decision === 'not_asked') return 'not-asked'
  return decision === 'withdrawn' ? 'withdrawn' : 'refused'
}

const refusalAgainst = (grant: ConsentDecision, { telling, log, rows }: Setting) =>
  rows.find(
    row => (isNo(row) || isUndone(row, log)) && forbids(row, grant, telling.fact) && !isBroader(row, grant),
  )

/** "Not asked" after a "yes": nobody knows any more, so what limited that "yes" must not fall away. */
const isUndone = (row: ConsentDecision, log: readonly ConsentDecision[]) =>
  row.decision === 'not_asked' && log.some(before => isYes(before) && rowOf(before) === rowOf(row))

/** The "no" that took back a "yes" after this one was given. Saying yes to that question again does not revive this. */
function takenBackAfter(grant: ConsentDecision, { telling, log }: Setting): ConsentDecision | undefined {
  const takesBack = (row: ConsentDecision, at: number) =>
    row.decision === 'withdrawn' ||
    (isNo(row) && log.slice(0, at).some(before => isYes(before) && rowOf(before) === rowOf(row)))
  const since = log.indexOf(grant)
  return log.find((row, at) => at > since && takesBack(row, at) && forbids(row, grant, telling.fact))
}

/** A "yes" to a part, with a condition or an end of its own, limits a "yes" to more than that part. */
function narrowerLimit(grant: ConsentDecision, { telling, log, rows, question }: Setting): GateReason | null {
  const limits = rows.filter(
    row =>
      isYes(row) &&
      row.scope !== 'outcome_only' &&
      forbids(row, grant, telling.fact) &&
      !isBroader(row, grant),
  )
  for (const row of limits) {
    const problem = conditionProblem(row, question)
    if (problem) return problem
    if (isPast(row, question.today) && log.indexOf(row) > log.indexOf(grant)) return 'expired'
  }
  return null
}

/** A "no" stops every "yes" to the same content that shows at least as much of the person. */
const forbids = (no: ConsentDraft, yes: ConsentDraft, fact: Fact) =>
  contentForbidden(no, fact) && exposure(yes) >= exposure(no)

/** Whether a "no" stops a "yes" to the same address for anything that "yes" reaches. */
export const stops = (no: ConsentDraft, yes: ConsentDraft): boolean =>
  Fact.options.some(fact => contentCovers(yes, fact) && forbids(no, yes, fact))

/** How much a level shows at most, by the order of the elements; -1 for nothing. */
const exposure = ({ identityLevel }: Pick<ConsentDraft, 'identityLevel'>) =>
  Element.options.findLastIndex(element => reveals[identityLevel].includes(element))

/** Whoever refuses one document refuses that documents are told of; whoever refuses the outcome, the least, refuses all. */
function contentForbidden({ scope, facts }: ConsentDraft, fact: Fact): boolean {
  if (scope === 'selected_facts') return facts.includes(fact)
  return scope === 'one_document' ? fact === 'documents' : true
}

/** Whether a "no" stands against a "yes" to only a part of what was refused. */
function isBroader(no: ConsentDecision, yes: ConsentDecision): boolean {
  if (yes.scope !== 'selected_facts') return false
  if (no.scope === 'whole_case') return true
  if (no.scope !== 'selected_facts') return false
  return yes.facts.every(fact => no.facts.includes(fact)) && no.facts.some(fact => !yes.facts.includes(fact))
}

function conditionProblem(grant: ConsentDecision, question: ConsentQuestion): GateReason | null {
  const met = question.conditionsMet.filter(one => one.consentId === grant.id).map(one => one.kind)
  for (const { kind, after } of grant.conditions) {
    if (kind === 'only_after_date') {
      if (after === null || question.today <= after) return 'condition-not-yet'
    } else if (met.indexOf(kind) === -1 || stopsNow(kind, grant, question)) {
      return 'condition-not-met'
    } else {
      met.splice(met.indexOf(kind), 1)
    }
  }
  return null
}

/** Nobody confirms away what the check-ins say. */
const stopsNow = (
  kind: ConsentDecision['conditions'][number]['kind'],
  { personId }: ConsentDecision,
  { lostContact = [] }: ConsentQuestion,
) => kind === 'stop_if_contact_lost' && lostContact.includes(personId)

/** The most telling reason why no "yes" reaches a line. */
function whyNone(personId: PersonId, { telling, log, rows }: Setting): Finding {
  const no =
    rows.find(row => isNo(row) && speaksOf(row, telling)) ??
    log.findLast(row => row.decision === 'withdrawn' && speaksOf(row, telling))
  if (no) return finding(reasonOf(no), personId, no.id)
  const yes = rows.filter(isYes)
  const content = yes.find(row => contentCovers(row, telling.fact))
  if (content) return finding('other-identity-level-only', personId, content.id)
  const other = yes[0]
  return other ? finding('other-content-only', personId, other.id) : finding('not-asked', personId, null)
}

/** Whether a "no" is an answer about this. A "no" to the name alone says nothing of what could be told without it. */
const speaksOf = (no: ConsentDecision, { fact, elements }: Telling) =>
  contentForbidden(no, fact) &&
  elements.some(
    element =>
      Element.options.indexOf(element) >= exposure(no) ||
      (!refusesName(no) && reveals[no.identityLevel].includes(element)),
  )

const refusesName = ({ decision, identityLevel }: ConsentDecision) =>
  decision === 'refused' && (identityLevel === 'full_name' || identityLevel === 'initials')

const finding = (reason: GateReason, personId: PersonId, consentId: ConsentId | null): Finding => ({
  reason,
  place: 'consent',
  personId,
  consentId,
})
