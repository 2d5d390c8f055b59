import type { Act } from '../act/model.ts'
import type { BriefSummary } from '../brief/model.ts'
import { isPast, isYes, latest } from '../consent/rules.ts'
import type { ConsentDecision } from '../consent/model.ts'
import type { Engagement } from '../engagement/model.ts'
import type { Day, Instant } from '../model.ts'
import type { Person } from '../person/model.ts'
import { riskTrack } from '../risk/rules.ts'
import type { RiskAssessment } from '../risk/model.ts'
import type { ScopeTest } from '../scope/model.ts'
import type { CaseFile, CasePart, CaseState, CaseView, NextStep, PartStatus } from './model.ts'

/** What the rules of a case look at. */
export interface CaseContent {
  readonly case: CaseFile
  readonly messages: readonly unknown[]
  readonly persons: readonly Person[]
  readonly engagements: readonly Engagement[]
  readonly acts: readonly Act[]
  readonly scope: ScopeTest | null
  readonly consents: readonly ConsentDecision[]
  readonly risks: readonly RiskAssessment[]
  readonly briefs: readonly BriefSummary[]
  readonly now: Instant
  readonly today: Day
}

/** What the tracks look at. */
type Tracked = Pick<CaseContent, 'persons' | 'consents' | 'risks' | 'now' | 'today'>

type Move = CaseView['moves'][number]

/**
 * What the state machine allows next, with what still blocks each move (text keys `case.blocked.<…>`).
 *
 * @see docs/adr/0009-rules-as-pure-functions.md
 */
export function moves(content: CaseContent): Move[] {
  const to = (state: CaseState, blockedBy: readonly string[] = []): Move => ({
    to: state,
    blockedBy: [...blockedBy],
  })
  switch (content.case.state) {
    case 'draft':
      return [to('intake', intakeGuard(content)), to('on_hold')]
    case 'intake':
      return [to('triage'), to('on_hold')]
    case 'triage':
      return [to('open', openGuard(content)), to('out_of_scope', outGuard(content)), to('on_hold')]
    case 'open':
      return [to('on_hold')]
    case 'on_hold':
      return [to('intake')]
    case 'out_of_scope':
      return [to('triage')]
  }
}

/** The safe-contact question must be answered, even with "none". */
const intakeGuard = ({ case: file }: CaseContent) => ('none' in file.safeContact ? ['safe-contact'] : [])

function openGuard({ scope, persons }: CaseContent): string[] {
  return [
    ...(scope === null || scope.result.outcome === 'incomplete' ? ['scope-test'] : []),
    ...(scope && ['out_no_engagement', 'staff_route'].includes(scope.result.outcome) ? ['out-of-scope'] : []),
    ...(persons.length === 0 ? ['no-person'] : []),
  ]
}

function outGuard({ scope }: CaseContent): string[] {
  const out =
    scope !== null && ['out_no_engagement', 'staff_route', 'preventive_advice'].includes(scope.result.outcome)
  return out ? [] : ['scope-not-out']
}

/** The four tracks that run in parallel while a case is open. */
export function tracks(content: Tracked): CaseView['tracks'] {
  return {
    consent: consentTrack(content),
    verification: 'not_started',
    risk: worstRisk(content),
    plan: 'none',
  }
}

function consentTrack({ consents, persons, today }: Tracked): CaseView['tracks']['consent'] {
  const rows = latest(consents)
  if (rows.length === 0) return 'none'
  const valid = rows.filter(row => isYes(row) && !isPast(row, today))
  const ended = rows.some(row => row.decision === 'withdrawn' || isPast(row, today))
  if (valid.length === 0) return ended ? 'ended' : 'sought'
  return everyVictim(persons).every(person => valid.some(row => row.personId === person.id))
    ? 'given'
    : 'partial'
}

const everyVictim = (persons: readonly Person[]) => persons.filter(person => person.parts.includes('victim'))

/** The newest assessment of one person's situation. */
export const situationOf = (risks: readonly RiskAssessment[], personId: string): RiskAssessment | null =>
  risks.findLast(risk => risk.personId === personId && risk.about === 'situation') ?? null

const order = ['current', 'due', 'none', 'overdue'] as const

/** The track of the person who needs attention most. */
function worstRisk({ persons, risks, now }: Tracked): CaseView['tracks']['risk'] {
  const all = everyVictim(persons).map(person => riskTrack(situationOf(risks, person.id), now))
  return all.toSorted((a, b) => order.indexOf(b) - order.indexOf(a))[0] ?? 'none'
}

/** How far each part of the task list is, in its order. */
export function parts(content: CaseContent): PartStatus[] {
  const { case: file, messages, persons, engagements, acts, scope, consents, briefs } = content
  const some = (count: number): PartStatus['status'] => (count > 0 ? 'done' : 'not-started')
  const part = (
    name: CasePart,
    status: PartStatus['status'],
    blockedBy: string | null = null,
  ): PartStatus => ({
    part: name,
    status,
    blockedBy: status === 'blocked' ? blockedBy : null,
  })
  const needsPerson = persons.length === 0
  const risk = tracks(content).risk
  return [
    part('intake', intakeGuard(content).length === 0 && file.account !== '' ? 'done' : 'in-progress'),
    part('source', messages.length > 0 ? 'done' : 'not-started'),
    part('persons', some(persons.length)),
    part('engagements', some(engagements.length)),
    part('acts', some(acts.length)),
    part(
      'scope',
      scope === null ? 'not-started' : scope.result.outcome === 'incomplete' ? 'in-progress' : 'done',
    ),
    part('consent', needsPerson ? 'blocked' : consentStatus(consents, tracks(content).consent), 'no-person'),
    part('risk', needsPerson ? 'blocked' : riskStatus(risk), 'no-person'),
    part('brief', needsPerson ? 'blocked' : briefStatus(briefs), 'no-person'),
  ]
}

const consentStatus = (log: readonly ConsentDecision[], track: CaseView['tracks']['consent']) =>
  log.length === 0
    ? 'not-started'
    : track === 'ended'
      ? 'overdue'
      : track === 'given'
        ? 'done'
        : 'in-progress'

const riskStatus = (track: CaseView['tracks']['risk']) =>
  track === 'none' ? 'not-started' : track === 'overdue' ? 'overdue' : 'done'

const briefStatus = (briefs: readonly BriefSummary[]) =>
  briefs.length === 0
    ? 'not-started'
    : briefs.some(brief => brief.state === 'decided')
      ? 'done'
      : 'in-progress'

/** The next right steps, most pressing first. Empty only when nothing is left to do. */
export function nextSteps(content: CaseContent): NextStep[] {
  const { case: file, persons, engagements, acts, scope, consents, briefs } = content
  const risk = tracks(content).risk
  const steps: (NextStep | false)[] = [
    persons.length === 0 && file.danger === 'imminent' && step('add-person', 'persons', true),
    persons.length > 0 &&
      file.danger === 'imminent' &&
      risk !== 'current' &&
      step('assess-danger', 'risk', true),
    risk === 'overdue' && step('reassess', 'risk', true),
    intakeGuard(content).length > 0 && step('safe-contact', 'intake'),
    persons.length === 0 && file.danger !== 'imminent' && step('add-person', 'persons'),
    engagements.length === 0 && step('add-engagement', 'engagements'),
    acts.length === 0 && step('add-act', 'acts'),
    (scope === null || scope.result.outcome === 'incomplete') && step('test-scope', 'scope'),
    persons.length > 0 && risk === 'none' && step('assess-risk', 'risk'),
    persons.length > 0 && consents.length === 0 && step('ask-consent', 'consent'),
    tracks(content).consent === 'ended' && step('renew-consent', 'consent'),
    briefs.length === 0 && consents.length > 0 && step('prepare-brief', 'brief'),
    briefs.some(brief => brief.state === 'draft' || brief.state === 'approved') &&
      step('finish-brief', 'brief'),
    briefs.some(brief => brief.state === 'sent') && step('await-reply', 'brief'),
    briefs.some(brief => brief.state === 'decided') && step('act-on-decision', 'brief'),
  ]
  return steps.filter(one => one !== false)
}

const step = (name: string, part: CasePart, urgent = false): NextStep => ({ step: name, part, urgent })
